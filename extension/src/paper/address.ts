/** The address of a paper's page: ids and which paper, nothing of a patient. */
import type { PaperAsked } from '../ui/server/index.ts';

export function paperAddress(asked: PaperAsked): string {
  const { kind, claimId } = asked;
  const more =
    asked.kind === 'receipt'
      ? { payment: asked.payment }
      : asked.kind === 'superbill'
        ? { for: asked.for }
        : {};
  return `/paper.html?${new URLSearchParams({ claim: claimId, kind, ...more })}`;
}

/** Undefined where the address names no paper. */
export function paperIn(search: string): PaperAsked | undefined {
  const params = new URLSearchParams(search);
  const claimId = params.get('claim');
  if (!claimId) return undefined;
  switch (params.get('kind')) {
    case 'receipt': {
      const payment = params.get('payment');
      return payment ? { kind: 'receipt', claimId, payment } : undefined;
    }
    case 'superbill':
      return { kind: 'superbill', claimId, for: params.get('for') === 'self-pay' ? 'self-pay' : 'insured' };
    case 'statement':
      return { kind: 'statement', claimId };
    case 'cms-1500':
      return { kind: 'cms-1500', claimId, print: 'form' };
    default:
      return undefined;
  }
}
