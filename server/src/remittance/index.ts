export { type AnswerPart, attribute, paidBy } from './attribute.ts';
export { claimsPaid } from './claims-paid.ts';
export { type DecisionRefusal, dismissAnswer, matchAnswer, setInDoubt, settleByItself } from './decide.ts';
export { recordDeposit } from './deposit.ts';
export { remittanceDetail } from './detail.ts';
export { remittanceIn } from './fates.ts';
export { joinParts } from './joined-parts.ts';
export { type ClaimMatch, matchClaim } from './match.ts';
export { isOfAnotherPractice } from './payee.ts';
export { balanceEntries, payerBalances } from './payer-balances.ts';
export { paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
export { hash, paymentKey, remittanceHash } from './payment-key.ts';
export {
  isPartlyPostedElsewhere,
  isPostedAlready,
  isTypedAlready,
  partsOfRemittance,
  postRemittance,
} from './post.ts';
export { referenceOfPayment, referenceOfReport, referenceOfStatus } from './reference.ts';
export { isSameCheck } from './same-check.ts';
export { suggestClaims } from './suggest.ts';
export { type CanNotTakeBack, reopenAnswer } from './take-back.ts';
export { remittanceOfTyped, TYPED_TRACE, type TypedFor, writeTyped } from './typed-payment.ts';
export { settleUnmatched } from './unmatched.ts';
export { unmatchedReason } from './unmatched-words.ts';
