/** How many deadlines have passed, and how many come within a week and a month. */
import { DEADLINE_SPANS, type DeadlineSpan, type Report } from '@claimside/shared/api';
import { daysBetween, type IsoDate } from '@claimside/shared/values';
import type { ComingDeadline } from '../store/report-accounts.ts';

/** Days from today; what passed has none left. */
export const DEADLINE_DAYS: Readonly<Record<DeadlineSpan, number>> = { passed: -1, week: 7, month: 30 };

/** Each deadline under the first span that it is in. */
export function deadlineRows(deadlines: readonly ComingDeadline[], today: IsoDate): Report['deadlines'] {
  const rows = (['filing', 'appeal'] as const).flatMap((kind) =>
    DEADLINE_SPANS.map((span) => {
      const own = deadlines.filter(
        (one) => one.kind === kind && spanOfDeadline(one.deadline, today) === span,
      );
      return {
        kind,
        span,
        accounts: own.length,
        amount: own.reduce((sum, one) => sum + one.amount, 0),
        first: own.map(({ deadline }) => deadline).sort()[0] ?? '',
      };
    }),
  );
  return rows.filter(({ accounts }) => accounts > 0);
}

const spanOfDeadline = (deadline: IsoDate, today: IsoDate): DeadlineSpan | undefined =>
  DEADLINE_SPANS.find((span) => daysBetween(today, deadline) <= DEADLINE_DAYS[span]);
