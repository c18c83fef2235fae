export { describeEvent, type EventWords } from './describe.ts';
export type {
  Adjustment,
  ClaimEvent,
  ClaimFact,
  ClaimFactType,
  ClaimPaymentFact,
  EventSource,
  LinePaymentFact,
} from './events.ts';
export { type ClaimState, foldClaim } from './fold.ts';
export { FOLLOW_UPS, type FollowUp } from './follow-up.ts';
export { type ClaimMoney, foldMoney } from './money.ts';
export { CLAIM_STATUSES, type ClaimStatus, STATUS_INFO, type StatusInfo } from './status.ts';
