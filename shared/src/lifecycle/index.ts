export { turnsOfClaims } from './account.ts';
export {
  APPEAL_ANSWER_DAYS,
  APPEAL_OUTCOMES,
  type Appeal,
  type AppealOutcome,
  appealDueOn,
  pendingAppeal,
} from './appeal.ts';
export { saidAtVisit, stillSaidAtVisit } from './at-visit.ts';
export { isRefusedBy, refusedIn } from './buckets.ts';
export { isOpenCapitated } from './capitated.ts';
export {
  areRefusal,
  CAPITATION,
  countingPayments,
  decisionsIn,
  isByContract,
  isDenial,
  isPaidElsewhere,
} from './denial.ts';
export {
  describeEvent,
  type EventWords,
  NO_FURTHER_WORDS,
  SILENCE_WORDS,
  UNDERPAYMENT_WORDS,
  WRITE_OFF_WORDS,
} from './describe.ts';
export { describeProgress } from './describe-progress.ts';
export { type Doubt, doubtOf, theyHaveIt } from './doubt.ts';
export type {
  Adjustment,
  ClaimEvent,
  ClaimFact,
  ClaimFactType,
  ClaimPaymentFact,
  EventSource,
  LinePaymentFact,
  Speaker,
  TheirNumbers,
  TheyHaveIt,
} from './events.ts';
export {
  AWAITED_ANSWERS,
  type AwaitedAnswer,
  EXCHANGED_ANSWERS,
  type ExchangedAnswer,
  PATIENT_PAYMENT_METHODS,
  type PaidBecause,
  type PatientPaymentMethod,
  WRITE_OFF_REASONS,
  type WriteOffReason,
} from './events.ts';
export { type ClaimState, foldClaim, isPaidTooMuch } from './fold.ts';
export { FOLLOW_UPS, type FollowUp } from './follow-up.ts';
export { CORRECTION_STATES, type CorrectionState } from './given-up.ts';
export { countingAccount } from './instead.ts';
export { lastWords, saidOn } from './last-word.ts';
export {
  type ClaimMoney,
  foldMoney,
  isSettledAtPayers,
  ofLastPayer,
  type PatientShares,
  patientBalance,
  patientCredit,
  patientDue,
} from './money.ts';
export { NO_FURTHER_REASONS, type NoFurtherReason } from './next-insurance.ts';
export { type Billed, billedOf } from './next-to-bill.ts';
export { type PayerBefore, payersBefore } from './payers-before.ts';
export {
  adjustmentsOfClaim,
  asItCame,
  CLAIM_STATUS_CODE,
  decides,
  distinctPayments,
  isReversal,
  isSentOn,
  paidByPayment,
  payerRank,
  turnsOf,
} from './payments.ts';
export { isPosted, isTakenAtVisit } from './posted.ts';
export {
  isSurelyOverpaid,
  paymentId,
  REFUND_WAYS,
  type Refund,
  type RefundWay,
  sentBack,
} from './refunds.ts';
export { standingPayments } from './reversals.ts';
export { type SentOn, sentOnIn } from './sent-on.ts';
export { isAllUnanswered, PAPER_DAYS, type Silence } from './silence.ts';
export { isRevocable, standingEvents, takenBackIds } from './standing.ts';
export {
  CLAIM_STATUSES,
  type ClaimStatus,
  DECIDED_STATUSES,
  NOT_BILLED,
  REJECTED_STATUSES,
  STATUS_INFO,
  type StatusInfo,
  VISIT_OPEN_AGAIN,
} from './status.ts';
export { type Step, stepsOf } from './steps.ts';
export { outcomeWords, stepWords } from './trial-words.ts';
export { UNDERPAYMENT_REASONS, type UnderpaymentReason } from './underpayment.ts';
export {
  isSameKind,
  isWrittenDown,
  type StandingAct,
  standingActs,
  takenBackParts,
  type WrittenDown,
} from './written-down.ts';
