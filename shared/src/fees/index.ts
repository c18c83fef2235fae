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
  FEE_READINGS,
  type FeeReading,
  type FeeRule,
  PUBLISHED_FEES,
  ruleOfMonth,
  rulesByReading,
} from './rules.ts';
export { wordsForCost } from './words.ts';
