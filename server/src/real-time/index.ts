export { addressOf } from './address.ts';
export {
  askRealTime,
  type RealTimeAnswer,
  type RealTimeOptions,
  type RealTimePayload,
} from './ask.ts';
export { type ClaimStatusReply, claimStatusQuestion, readClaimStatusReply } from './claim-status.ts';
export { type EligibilityReply, eligibilityQuestion, readEligibilityReply } from './eligibility.ts';
export {
  type FormName,
  type RealTimeCredentials,
  type RealTimeRequest,
  type RealTimeResponse,
  readRealTimeRequest,
  readRealTimeResponse,
  writeRealTimeRequest,
  writeRealTimeResponse,
} from './envelope/envelope.ts';
export type { HttpMessage } from './envelope/form.ts';
export type { FormRefused } from './form-refused.ts';
export type { QuestionNumbers } from './numbers.ts';
export {
  type PlaceInAnswer,
  type RealTimeTrouble,
  type RealTimeTroubleCode,
  troubleForLog,
} from './trouble.ts';
