/** Which normaliser each captured field goes through. */
import type { CaptureField } from '@claimside/shared/capture';
import type { Vocabulary } from '../vocabulary.ts';
import { phone, postalCode } from './contact.ts';
import { memberId, payerName } from './coverage.ts';
import { plainName, providerName } from './people.ts';
import { date, money, npi, placeOfService } from './visit.ts';

/** The value in the form the claim uses, or undefined when the text cannot be that. */
export type Normaliser = (text: string, words: Vocabulary) => string | undefined;

const asItIs = (text: string): string | undefined => (text === '' ? undefined : text);
const name: Normaliser = (text) => asItIs(plainName(text));
/** A provider or facility select at rest shows a placeholder, and its options' own values are numbers. */
const chosen: Normaliser = (text, words) =>
  /^(?:-.*|unassigned|none|select.*|please.*|\P{L}*)$/iu.test(text)
    ? undefined
    : asItIs(providerName(text, words));

/** What the claim says by a code. */
const spoken =
  (kind: keyof Vocabulary['spoken']): Normaliser =>
  (text, words) => {
    const word = text.trim().toLowerCase();
    return Object.hasOwn(words.spoken[kind], word) ? words.spoken[kind][word] : undefined;
  };

export const NORMALISER_OF: Record<CaptureField, Normaliser> = {
  'patient.name': name,
  'patient.lastName': name,
  'patient.firstName': name,
  'patient.middleName': name,
  'patient.birthDate': date,
  'patient.sex': spoken('sex'),
  'patient.address.line1': asItIs,
  'patient.address.line2': asItIs,
  'patient.address.city': asItIs,
  'patient.address.state': spoken('state'),
  'patient.address.postalCode': postalCode,
  'patient.phone': phone,
  'patient.chartNumber': asItIs,
  'coverage.payerName': payerName,
  'coverage.payerId': memberId,
  'coverage.memberId': memberId,
  'coverage.groupNumber': asItIs,
  'coverage.relationship': spoken('relationship'),
  'subscriber.lastName': name,
  'subscriber.firstName': name,
  'subscriber.middleName': name,
  'subscriber.birthDate': date,
  'subscriber.sex': spoken('sex'),
  'subscriber.address.line1': asItIs,
  'subscriber.address.city': asItIs,
  'subscriber.address.state': spoken('state'),
  'subscriber.address.postalCode': postalCode,
  'visit.serviceDate': date,
  'visit.onsetDate': date,
  'visit.renderingProviderName': chosen,
  'visit.renderingProviderNpi': npi,
  'visit.referringProviderName': chosen,
  'visit.referringProviderNpi': npi,
  'visit.facilityName': chosen,
  'visit.placeOfService': placeOfService,
  'visit.priorAuthorizationNumber': asItIs,
  'visit.patientPaidAmount': money,
};
