export type { Decision, DenialReason, ReportAccount } from './account.ts';
export { AGING_DAYS, type Aging, agesOf, agingOf } from './aging.ts';
export { denialReasons, type ReasonRow } from './denials.ts';
export { expectedOf } from './expected.ts';
export { reportFileName } from './file-name.ts';
export { BUSINESS_DAYS, type FollowUpDue, followUpsDue } from './follow-ups.ts';
export { type Days, daysOf, fractionOf, type Share, shareOf } from './measures.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export {
  daysInReceivables,
  type GroupRow,
  groupsBy,
  monthOf,
  receivableOf,
  type Summary,
  summaryBy,
  summaryOf,
} from './summary.ts';
