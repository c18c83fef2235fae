/** Which normaliser each captured field goes through. */
import type { CaptureField } from '@claimside/shared/capture';
import { phone, postalCode, state } from './contact.ts';
import { memberId, payerName } from './coverage.ts';
import { plainName, providerName, relationship, sex } from './people.ts';
import { date, money, npi, placeOfService } from './visit.ts';

/** The value in the form the claim uses, or undefined when the text cannot be that. */
export type Normaliser = (text: string) => string | undefined;

const words: Normaliser = (text) => (text === '' ? undefined : text);
const name: Normaliser = (text) => words(plainName(text));
/** A provider or facility select at rest shows a placeholder, and its options' own values are numbers. */
const chosen: Normaliser = (text) =>
  /^(?:-.*|unassigned|none|select.*|please.*|\P{L}*)$/iu.test(text) ? undefined : words(providerName(text));

export const NORMALISER_OF: Record<CaptureField, Normaliser> = {
  'patient.name': name,
  'patient.lastName': name,
  'patient.firstName': name,
  'patient.middleName': name,
  'patient.birthDate': date,
  'patient.sex': sex,
  'patient.address.line1': words,
  'patient.address.line2': words,
  'patient.address.city': words,
  'patient.address.state': state,
  'patient.address.postalCode': postalCode,
  'patient.phone': phone,
  'patient.chartNumber': words,
  'coverage.payerName': payerName,
  'coverage.payerId': memberId,
  'coverage.memberId': memberId,
  'coverage.groupNumber': words,
  'coverage.relationship': relationship,
  'subscriber.lastName': name,
  'subscriber.firstName': name,
  'subscriber.middleName': name,
  'subscriber.birthDate': date,
  'subscriber.sex': sex,
  'subscriber.address.line1': words,
  'subscriber.address.city': words,
  'subscriber.address.state': state,
  'subscriber.address.postalCode': postalCode,
  'visit.serviceDate': date,
  'visit.onsetDate': date,
  'visit.renderingProviderName': chosen,
  'visit.renderingProviderNpi': npi,
  'visit.referringProviderName': chosen,
  'visit.referringProviderNpi': npi,
  'visit.facilityName': chosen,
  'visit.placeOfService': placeOfService,
  'visit.priorAuthorizationNumber': words,
  'visit.patientPaidAmount': money,
};
