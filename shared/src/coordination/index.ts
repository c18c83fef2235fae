export { nextCoverage } from './coverages.ts';
export { insteadDraft } from './instead.ts';
export { type DecidedClaim, nextPayerDraft } from './next-payer.ts';
