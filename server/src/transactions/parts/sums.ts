/** Sums of amounts that come from outside and may be beyond all bounds. */
import { type Cents, cents } from '@claimside/shared/values';

/** The exact sum; where it can't be held exactly, the largest amount there is, which no honest total equals. */
export function boundedSum(amounts: readonly Cents[]): Cents {
  return bounded(amounts.reduce<number>((total, amount) => total + amount, 0));
}

/** The exact difference, bounded in the same way. */
export function boundedDifference(from: Cents, less: Cents): Cents {
  return bounded(from - less);
}

function bounded(value: number): Cents {
  if (Number.isSafeInteger(value)) return cents(value);
  return cents(value < 0 ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER);
}
