export { isToFile } from './deadlines.ts';
export { WORK_REASONS, WORKLISTS, type Worklist, type WorkReason } from './lists.ts';
export { type ContractRates, procedureKey, shortfall } from './underpaid.ts';
export { urgencyOf } from './urgency.ts';
export type { WorkedClaim, WorklistItem } from './worked-claim.ts';
export { worklistsOf } from './worklists-of.ts';
