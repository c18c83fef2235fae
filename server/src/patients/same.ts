/** When two coverages are one, and when they say the same. */
import type { KeptCoverage } from '@claimside/shared/api';
import { memberKey } from '@claimside/shared/matching';

type Named = Pick<KeptCoverage, 'payerId' | 'memberId'>;

/** One payer's coverage of one member, whatever else is said of it. */
export const coverageKey = ({ payerId, memberId }: Named): string =>
  `${payerId.toUpperCase()} ${memberKey(memberId)}`;

export const sameCoverage = (one: Named, other: Named): boolean => coverageKey(one) === coverageKey(other);

/** The same for the same, in whatever order its parts were put together. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
