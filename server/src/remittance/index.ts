export { type ClaimReference, matchClaim } from './match.ts';
export { toPaymentFact } from './payment-fact.ts';
export { claimPaymentHash, hash, paymentKey, remittanceHash } from './payment-key.ts';
