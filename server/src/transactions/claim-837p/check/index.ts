export { type CheckOptions, type ClaimFileCheck, ClaimFileChecker, checkClaimFile } from './check-file.ts';
export type { PartnerLimits } from './partner.ts';
