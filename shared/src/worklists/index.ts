export { WORKLISTS, type Worklist } from './lists.ts';
export { type ContractRates, procedureKey, shortfall } from './underpaid.ts';
export { urgencyOf } from './urgency.ts';
export { NOT_FILED, type WorkedClaim, type WorklistItem, worklistsOf } from './worklists-of.ts';
