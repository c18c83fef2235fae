/** What is worked first: much money, few days left. */
import { type Cents, daysBetween, type IsoDate } from '../values/index.ts';

const EPOCH = '1970-01-01' as IsoDate;
/** Twice the money weighs as much as a deadline that is two weeks nearer. */
const DOUBLING_DAYS = 14;

/**
 * Greater is more urgent. Days pass for all claims alike, so the order of two claims is the same on every day, and nothing has to
 * be counted again as time goes by: `log2(amount x 2^(-days left / 14))` without the part that all have in common.
 */
export function urgencyOf(amount: Cents, deadline: IsoDate): number {
  return Math.round(1e6 * (Math.log2(Math.max(amount, 1)) - daysBetween(EPOCH, deadline) / DOUBLING_DAYS));
}
