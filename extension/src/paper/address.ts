/** The address of a paper's page: ids and which paper, nothing of a patient. */
import type { PaperAsked } from '../ui/server/index.ts';

/** `kept`: see `visit-kept.ts`. */
export type PaperNamed =
  | Exclude<PaperAsked, { kind: 'self-pay' }>
  | { readonly kind: 'self-pay'; readonly kept: string };

export function paperAddress(named: PaperNamed): string {
  return `/paper.html?${new URLSearchParams({ kind: named.kind, ...idsOf(named) })}`;
}

function idsOf(named: PaperNamed): Record<string, string> {
  switch (named.kind) {
    case 'self-pay':
      return { kept: named.kept };
    case 'receipt':
      return { claim: named.claimId, payment: named.payment };
    case 'superbill':
      return { claim: named.claimId, for: named.for };
    default:
      return { claim: named.claimId };
  }
}

/** Undefined where the address names no paper. */
export function paperIn(search: string): PaperNamed | undefined {
  const params = new URLSearchParams(search);
  const kind = params.get('kind');
  const kept = params.get('kept');
  if (kind === 'self-pay') return kept ? { kind, kept } : undefined;
  const claimId = params.get('claim');
  if (!claimId) return undefined;
  switch (kind) {
    case 'receipt': {
      const payment = params.get('payment');
      return payment ? { kind, claimId, payment } : undefined;
    }
    case 'superbill':
      return { kind, claimId, for: params.get('for') === 'self-pay' ? 'self-pay' : 'insured' };
    case 'statement':
      return { kind, claimId };
    case 'cms-1500':
      return { kind, claimId, print: 'form' };
    default:
      return undefined;
  }
}
