export { ADJUSTMENT_GROUP } from './adjustment-group.ts';
export { type CodesAsked, codesOf } from './asked.ts';
export { ATTACHMENT_REPORT, ATTACHMENT_TRANSMISSION } from './attachment.ts';
export { CLAIM_FILING, CLAIM_FILING_INDICATORS, paysLast } from './claim-filing.ts';
export { CLAIM_FREQUENCY } from './claim-frequency.ts';
export { type CodeSet, holdsCode } from './code-set.ts';
export {
  AMBULANCE_CONDITION,
  EPSDT_CONDITION,
  EQUIPMENT_CONDITION,
  HOMEBOUND_CONDITION,
  HOSPICE_CONDITION,
  VISION_CONDITION,
} from './condition.ts';
export { CONTRACT_TYPE } from './contract-type.ts';
export { COUNTRY } from './country.ts';
export { DELAY_REASON } from './delay-reason.ts';
export {
  type CodeFacts,
  type CodeStatement,
  type ListFact,
  NO_CODE_FACTS,
  type PairStatement,
} from './facts.ts';
export { bareCode, IMPORTED_LISTS, type ImportedList, procedureListOf } from './imported.ts';
export { INSURANCE_TYPE } from './insurance-type.ts';
export { type CodeSets, type CodeStanding, currentSet, type DiagnosisStanding } from './lookup.ts';
export { MODIFIER, PAIR_MODIFIER, TELEHEALTH_MODIFIERS } from './modifier.ts';
export { PATIENT_CONDITION } from './patient-condition.ts';
export { PAYER_RANK, PAYER_TURNS, payerTurn } from './payer-rank.ts';
export { isPlaceOfService, PLACE_OF_SERVICE, PLACES_OF_SERVICE } from './place-of-service.ts';
export { PROVINCE } from './province.ts';
export { RELATED_CAUSE } from './related-cause.ts';
export { RELATIONSHIP, RELATIONSHIPS } from './relationship.ts';
export { SERVICE_TYPE } from './service-type.ts';
export { codeSetsFrom } from './sets-from-facts.ts';
export { SHIPPED_CODE_SETS } from './shipped.ts';
export { SPECIAL_PROGRAM } from './special-program.ts';
export { isState, STATE, STATES } from './states.ts';
export { TRANSPORT_REASON } from './transport-reason.ts';
export { DRUG_UNIT, SERVICE_UNIT } from './unit.ts';
