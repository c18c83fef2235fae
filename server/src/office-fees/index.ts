export { monthOfFees } from './month.ts';
export { costOfNextClaim } from './next-claim.ts';
export { feeSettingsOf } from './settings.ts';
