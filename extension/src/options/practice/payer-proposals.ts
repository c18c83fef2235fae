/** What the clearinghouse's list proposes for the practice's own payers: those that take professional claims, and what fills the form. */
import type { FoundPayer, ListedPayer } from '@claimside/shared/api';
import type { Texts } from '../form/part.ts';

export interface ProposedPayer extends ListedPayer {
  /** Under which the list has it for these questions, where that is another id than for claims; else empty. */
  readonly eligibilityId: string;
  readonly claimStatusId: string;
}

export const proposedPayers = (found: readonly FoundPayer[]): ProposedPayer[] =>
  found.flatMap(({ rows: all }) =>
    all
      .filter(({ transaction }) => transaction === '837P')
      .map((row) => ({
        ...row,
        eligibilityId: otherIdIn(all, row, '270'),
        claimStatusId: otherIdIn(all, row, '276'),
      })),
  );

/** Where there is one only. */
function otherIdIn(
  rows: readonly ListedPayer[],
  { payerId }: ListedPayer,
  asked: ListedPayer['transaction'],
): string {
  const [first, ...others] = rows.filter(({ transaction }) => transaction === asked);
  return first && others.length === 0 && first.payerId !== payerId ? first.payerId : '';
}

export function textsOfProposed({
  name,
  payerId,
  takesSecondary,
  accidentKind,
  eligibilityId,
  claimStatusId,
}: ProposedPayer): Texts {
  return {
    name: name.slice(0, 60),
    payerId,
    eligibilityId,
    claimStatusId,
    ...(takesSecondary !== null && { takesSecondary: takesSecondary ? 'yes' : 'no' }),
    // What the list says holds as long as it says so.
    enrollment: '',
    accidentKind: accidentKind ?? '',
  };
}
