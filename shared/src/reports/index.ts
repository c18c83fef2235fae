export type { Decision, DenialReason, ReportAccount } from './account.ts';
export { AGING_DAYS, type Aging, agingOf } from './aging.ts';
export { denialReasons, type ReasonRow } from './denials.ts';
export { type Days, daysOf, fractionOf, type Share, shareOf } from './measures.ts';
export {
  daysInReceivables,
  type GroupRow,
  monthOf,
  receivableOf,
  type Summary,
  summaryBy,
  summaryOf,
} from './summary.ts';
