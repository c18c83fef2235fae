export { type Address, Address as AddressSchema } from './address.ts';
export { Claim as ClaimSchema, type Claim, totalCharge } from './claim.ts';
export { type Coverage, Coverage as CoverageSchema } from './coverage.ts';
export { type ClaimDraft, type Draft, draftTotalCharge } from './draft.ts';
export { isWithin, pathAndAncestors, valueAt, withValueAt } from './path.ts';
export { type Patient, Patient as PatientSchema, type PersonName } from './person.ts';
export {
  type BillingProvider,
  BillingProvider as BillingProviderSchema,
  type Provider,
  Provider as ProviderSchema,
  type ServiceFacility,
  ServiceFacility as ServiceFacilitySchema,
} from './providers.ts';
export { type ServiceLine, ServiceLine as ServiceLineSchema } from './service-line.ts';
