export { type AnswerPart, attribute, paidBy } from './attribute.ts';
export { type DecisionRefusal, dismissAnswer, matchAnswer, settleByItself } from './decide.ts';
export { type ClaimMatch, matchClaim } from './match.ts';
export { paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
export { hash, paymentKey, remittanceHash } from './payment-key.ts';
export { isPartlyPostedElsewhere, isPostedAlready, partsOfRemittance, postRemittance } from './post.ts';
export { referenceOfPayment, referenceOfReport, referenceOfStatus } from './reference.ts';
export { settleUnmatched } from './unmatched.ts';
export { unmatchedReason } from './unmatched-words.ts';
