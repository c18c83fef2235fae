export {
  benefitsIn,
  type EligibilityAnswer,
  eligibilityAnswersIn,
  patientOf,
  type RejectionInAnswer,
  type RejectionLevel,
  rejectionsIn,
  traceNumbersIn,
} from './answer/answer.ts';
export { parseEligibilityResponses, writeAndCompareEligibilityResponses } from './answer/file-json.ts';
export { type EligibilityOutcome, outcomesOf } from './answer/match.ts';
export type {
  Benefit,
  EligibilityResponse,
  PatientDate,
  PatientReference,
  Rejection,
  RelatedParty,
  ResponseDependent,
  ResponseReceiver,
  ResponseSource,
  ResponseSubscriber,
} from './answer/model.ts';
export {
  type EligibilityResponseFile,
  type EligibilityResponseInterchange,
  readEligibilityResponseInterchanges,
  readEligibilityResponses,
} from './answer/read.ts';
export { refuse, respondTo, type SaidOfPatient } from './answer/respond.ts';
export { writeEligibilityResponseInterchanges, writeEligibilityResponses } from './answer/write.ts';
export { type BenefitsAsked, benefitsOf, othersIn, serviceTypesIn } from './benefits/benefits-of.ts';
export { parseEligibilityRequests, writeAndCompareEligibilityRequests } from './inquiry/file-json.ts';
export {
  type EligibilityInquiry,
  EligibilityInquirySchema,
  inquiryOf,
  requestOf,
} from './inquiry/inquiry.ts';
export type { EligibilityQuestion, EligibilityRequest } from './inquiry/model.ts';
export {
  type EligibilityRequestFile,
  type EligibilityRequestInterchange,
  type PatientInRequest,
  patientsAskedIn,
  readEligibilityRequestInterchanges,
  readEligibilityRequests,
} from './inquiry/read.ts';
export { writeEligibilityInquiries, writeEligibilityRequestInterchanges } from './inquiry/write.ts';
