export { type AnswerPart, attribute, paidBy } from './attribute.ts';
export { type DecisionRefusal, dismissAnswer, matchAnswer, settleByItself } from './decide.ts';
export { type ClaimMatch, matchClaim } from './match.ts';
export { toPaymentFact } from './payment-fact.ts';
export { claimPaymentHash, hash, paymentKey, remittanceHash } from './payment-key.ts';
export { referenceOfPayment, referenceOfReport, referenceOfStatus } from './reference.ts';
export { unmatchedReason } from './unmatched-words.ts';
