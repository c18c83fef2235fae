export {
  type Address,
  Address as AddressSchema,
  type AddressLike,
  addressWords,
  isPostOfficeBox,
  type PracticeAddress,
  UsAddress as UsAddressSchema,
} from './address.ts';
export { ADJUSTMENT_GROUPS, type Adjustment } from './adjustment.ts';
export { Claim as ClaimSchema, type Claim, Diagnosis as DiagnosisSchema, totalCharge } from './claim.ts';
export {
  ClaimFilingIndicator as ClaimFilingIndicatorSchema,
  type Coverage,
  Coverage as CoverageSchema,
  Relationship as RelationshipSchema,
} from './coverage.ts';
export { type ClaimDraft, type Draft, draftTotalCharge } from './draft.ts';
export {
  code as codeField,
  IsoDateField,
  NpiField,
  quantity as quantityField,
  SignedCentsField,
  text as textField,
} from './fields.ts';
export type { LineAdjudication } from './line-adjudication.ts';
export type {
  Drug,
  DurableMedicalEquipment,
  EquipmentCertification,
  Form,
  Measurement,
} from './line-parts.ts';
export type { OtherCoverage } from './other-coverage.ts';
export { isWithin, pathAndAncestors, valueAt, withValueAt } from './path.ts';
export { type Patient, Patient as PatientSchema, type PersonName, type Subscriber } from './person.ts';
export {
  type AmbulanceDropOff,
  type BillingProvider,
  BillingProvider as BillingProviderSchema,
  type Contact,
  type OrderingProvider,
  type PayToPlan,
  type Provider,
  Provider as ProviderSchema,
  type ServiceFacility,
  ServiceFacility as ServiceFacilitySchema,
} from './providers.ts';
export { type ServiceLine, ServiceLine as ServiceLineSchema } from './service-line.ts';
export type {
  AmbulanceTransport,
  Attachment,
  Conditions,
  Contract,
  Repricing,
  SpinalManipulation,
  VisionConditions,
} from './situations.ts';
export { billingName, locationKey, renderingNpi } from './whose.ts';
export { namesDecisions, withoutDecisions } from './without-decisions.ts';
