export { insteadDraft } from './instead.ts';
export { type DecidedClaim, nextPayerDraft } from './next-payer.ts';
