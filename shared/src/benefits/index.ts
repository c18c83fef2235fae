export { type AlreadyTold, dateWords, numberWords, planWords } from './detail-words.ts';
export type {
  BenefitRejection,
  Coverage,
  CoverageState,
  DatedAs,
  Delivery,
  Detail,
  Network,
  NumberedAs,
  OtherBenefit,
  Party,
  PartyContact,
  PatientCost,
  ServiceBenefits,
} from './model.ts';
export { contactWords, partyWords } from './party-words.ts';
export { rejectionSentences } from './rejection-words.ts';
export { usualServiceType, VISIT_SERVICES } from './service-of-practice.ts';
export { serviceTypeOfVisit } from './service-of-visit.ts';
export { forService, serviceName } from './service-words.ts';
export { benefitSentences, otherSentence, type SentenceOptions } from './words.ts';
