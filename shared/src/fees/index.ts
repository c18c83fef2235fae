export {
  type CostOfClaim,
  type CountedClaim,
  claimsUntilDue,
  costOfClaim,
  type FeesOfMonth,
  feesOfMonth,
  type GroupOfMonth,
} from './month.ts';
export {
  type FeeReading,
  type FeeRule,
  PUBLISHED_FEES,
  ruleOfMonth,
  rulesByReading,
  shareOf,
  wordsOfReading,
} from './rules.ts';
export { headlineOf, wordsForCost } from './words.ts';
