/** Asks the payer to cancel a claim (frequency 8): said what it does, confirmed by a second press, sent as it was. */
import type { ClaimDetail } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { GuardedButton } from '../guarded-press.tsx';

export function VoidClaim(props: { claim: ClaimDetail; onBack(): void; onSent(claimId: string): void }) {
  const { claim } = props;
  const server = useServer();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const words = useRef<HTMLParagraphElement>(null);
  // The button that brought it here is gone, and the focus with it.
  useEffect(() => words.current?.focus(), []);
  const send = useMutation({
    mutationFn: () =>
      server.createClaim(
        {
          claim: {
            ...claim.claim,
            frequency: '8',
            payerClaimControlNumber: claim.payerClaimControlNumber ?? undefined,
          },
          ehr: 'manual',
          visitKey: claim.visitKey,
          correctedFields: [],
          follows: { claimId: claim.id, how: 'void' },
        },
        key,
      ),
    onSuccess: ({ id }) => props.onSent(id),
    onSettled: () =>
      Promise.all(['claim', 'claims'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <section class="decide" aria-label="Cancel the claim at the payer">
      <p ref={words} tabIndex={-1}>
        {claim.payerName} is asked to cancel its claim{' '}
        <span class="mono">{claim.payerClaimControlNumber}</span>, as if it had never been sent. What was paid
        on it is taken back.
      </p>
      <div class="actions">
        <GuardedButton disabled={send.isPending} onPress={() => send.mutate()}>
          {send.isPending ? 'Sending' : `Ask ${claim.payerName} to cancel it`}
        </GuardedButton>
        <Button kind="quiet" onClick={props.onBack}>
          Keep it
        </Button>
      </div>
      {send.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(send.error)}
        </p>
      )}
    </section>
  );
}
