/** What kind of value each captured field holds. Data that a page is handed with the vocabulary. */
import type { CaptureField } from '@claimside/shared/capture';

export type FieldKind =
  | 'text'
  | 'name'
  /** Of a list of providers or facilities. */
  | 'chosen'
  | 'date'
  | 'money'
  | 'npi'
  | 'phone'
  | 'postalCode'
  | 'payerName'
  | 'id'
  | 'placeOfService'
  | 'sex'
  | 'state'
  | 'relationship';

export const FIELD_KINDS: Readonly<Record<CaptureField, FieldKind>> = {
  'patient.name': 'name',
  'patient.lastName': 'name',
  'patient.firstName': 'name',
  'patient.middleName': 'name',
  'patient.birthDate': 'date',
  'patient.sex': 'sex',
  'patient.address.line1': 'text',
  'patient.address.line2': 'text',
  'patient.address.city': 'text',
  'patient.address.state': 'state',
  'patient.address.postalCode': 'postalCode',
  'patient.phone': 'phone',
  'patient.chartNumber': 'text',
  'coverage.payerName': 'payerName',
  'coverage.payerId': 'id',
  'coverage.memberId': 'id',
  'coverage.groupNumber': 'text',
  'coverage.relationship': 'relationship',
  'subscriber.lastName': 'name',
  'subscriber.firstName': 'name',
  'subscriber.middleName': 'name',
  'subscriber.birthDate': 'date',
  'subscriber.sex': 'sex',
  'subscriber.address.line1': 'text',
  'subscriber.address.city': 'text',
  'subscriber.address.state': 'state',
  'subscriber.address.postalCode': 'postalCode',
  'visit.serviceDate': 'date',
  'visit.onsetDate': 'date',
  'visit.renderingProviderName': 'chosen',
  'visit.renderingProviderNpi': 'npi',
  'visit.referringProviderName': 'chosen',
  'visit.referringProviderNpi': 'npi',
  'visit.facilityName': 'chosen',
  'visit.placeOfService': 'placeOfService',
  'visit.priorAuthorizationNumber': 'text',
  'visit.patientPaidAmount': 'money',
};
