export {
  type ClaimFit,
  type ClaimIdentity,
  type ClaimReference,
  compareWithClaim,
  contradicts,
  type Fit,
  identityOf,
  NEAR_DAYS,
} from './compare.ts';
export {
  type AnsweredLine,
  type BilledLine,
  type LineMatch,
  type LineStep,
  lineControlNumber,
  matchLines,
} from './lines.ts';
export { claimNumbersMeantBy, foreignNumberKey, memberKey } from './numbers.ts';
