export { WORK_REASONS, WORKLISTS, type Worklist, type WorkReason } from './lists.ts';
export { type ContractRates, procedureKey, shortfall } from './underpaid.ts';
export { urgencyOf } from './urgency.ts';
export { NOT_FILED, type WorkedClaim, type WorklistItem, worklistsOf } from './worklists-of.ts';
