/** The sender's own date of its word on a claim, as part of the fact: of two answers it tells which was said last. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { IsoDate } from '@claimside/shared/values';
import type { Status } from '../../transactions/parts/status.ts';

/** Of facts that another day's word of the same sender may overtake; others are left as they are. */
export function saidOn(date: IsoDate | undefined, fact: ClaimFact): ClaimFact {
  if (date === undefined) return fact;
  switch (fact.type) {
    case 'clearinghouse-received':
    case 'clearinghouse-accepted':
    case 'clearinghouse-rejected':
    case 'clearinghouse-pended':
    case 'payer-received':
    case 'payer-accepted':
    case 'payer-rejected':
    case 'unclear':
      return { ...fact, saidOn: date };
    default:
      return fact;
  }
}

/** STC02, the latest. */
export const dateOf = (...statuses: readonly (readonly Status[])[]): IsoDate | undefined =>
  statuses
    .flat()
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
