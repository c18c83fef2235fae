export { type DecidedClaim, nextPayerDraft } from './next-payer.ts';
