/** What a claim asks of a person: what happened, what to do, and the raw codes folded away. */
import { type Adjustment, type ClaimEvent, type ClaimStatus, STATUS_INFO } from '@claimside/shared/lifecycle';

export function WhatNext({ status, events }: { status: ClaimStatus; events: readonly ClaimEvent[] }) {
  const { next, tone, needsPerson } = STATUS_INFO[status];
  if (!needsPerson) return <p class="dim">{next}</p>;
  const why = whyOf(events);
  return (
    <div class={`next tone-${tone}`}>
      {why?.message && <p>{why.message}</p>}
      <p class="do">{next}</p>
      {why && why.codes.length > 0 && (
        <details class="small">
          <summary>Codes as received</summary>
          <span class="mono">{why.codes.join(', ')}</span>
        </details>
      )}
    </div>
  );
}

/** The sender's own words of the latest answer that asks for a person. */
function whyOf(events: readonly ClaimEvent[]): { message: string; codes: readonly string[] } | undefined {
  for (const { fact } of [...events].reverse()) {
    switch (fact.type) {
      case 'file-rejected':
      case 'clearinghouse-pended':
      case 'clearinghouse-rejected':
      case 'payer-rejected':
        return fact;
      case 'delivery-unknown':
        return {
          message: 'The connection broke while its file was sent: it may have arrived or not.',
          codes: [],
        };
      case 'withheld':
      case 'unclear':
        return { message: fact.message, codes: [] };
      case 'payment':
        return { message: '', codes: reasonsOf(fact.payment.adjustments) };
    }
  }
  return undefined;
}

/** `CO-45`, each once though every line may have it. */
function reasonsOf(adjustments: readonly Adjustment[]): string[] {
  return [...new Set(adjustments.map(({ group, reason }) => `${group}-${reason}`))];
}
