/** What papers about a claim are made of, and who stands on them. */
import type { PracticeSettings } from '../api/practice.ts';
import { locationOf } from '../capture/index.ts';
import { type Claim, renderingNpi } from '../claim/index.ts';
import { addressLines, nameOf } from '../letters/parts.ts';
import type { ClaimEvent, ClaimMoney, ClaimStatus, PatientPaymentMethod } from '../lifecycle/index.ts';
import type { IsoDate } from '../values/index.ts';

/** One claim, as it stands for its account. */
export interface ClaimParts {
  readonly claim: Claim;
  /** CLM01. */
  readonly patientControlNumber: string;
  readonly status: ClaimStatus;
  readonly money: ClaimMoney;
  /** A person took it off the lists. */
  readonly isClosed: boolean;
  /** Of this claim. */
  readonly events: readonly ClaimEvent[];
  /** Of each of the claims that it follows. */
  readonly earlier: readonly (readonly ClaimEvent[])[];
}

/** Who billed. */
export interface PracticeHead {
  readonly name: string;
  readonly address: readonly string[];
  readonly phone: string | undefined;
  /** When somebody answers it, as the practice writes that of the visit's location. */
  readonly hours: string | undefined;
  readonly npi: string;
  readonly taxId: string;
  readonly taxIdKind: 'EIN' | 'SSN';
}

export function practiceHead(
  claim: Pick<Claim, 'billingProvider' | 'serviceFacility' | 'placeOfService'>,
  practice: PracticeSettings | null,
): PracticeHead {
  const { billingProvider } = claim;
  const location = practice ? locationOf(practice.locations, claim) : undefined;
  const { name, npi, taxId, taxIdKind, contactPhone } = billingProvider;
  return {
    name: name.kind === 'organization' ? name.organizationName : nameOf(name),
    address: addressLines(billingProvider.address),
    phone: location?.phone ?? contactPhone ?? practice?.billingProvider.contactPhone,
    hours: location?.hours,
    npi,
    taxId: taxIdKind === 'EI' ? `${taxId.slice(0, 2)}-${taxId.slice(2)}` : taxId,
    taxIdKind: taxIdKind === 'EI' ? 'EIN' : 'SSN',
  };
}

/** Who treated, with the credentials that the practice knows, and the NPI. */
export function renderedBy(
  claim: Pick<Claim, 'billingProvider' | 'renderingProvider' | 'serviceFacility' | 'placeOfService'>,
  practice: PracticeSettings | null,
): {
  readonly name: string;
  readonly npi: string;
} {
  const { billingProvider, renderingProvider: rendering } = claim;
  const npi = renderingNpi(claim);
  if (!rendering) return { name: practiceHead(claim, null).name, npi: billingProvider.npi };
  const person = [rendering.firstName, rendering.middleName, rendering.lastName, rendering.suffix];
  const { credentials } = practice?.providers.find((known) => known.npi === npi) ?? {};
  const name = rendering.organizationName ?? person.filter(Boolean).join(' ');
  return { name: [name, credentials].filter(Boolean).join(', '), npi };
}

export interface PatientHead {
  readonly name: string;
  readonly birthDate: IsoDate;
  readonly address: readonly string[];
}

export const patientHead = ({ patient }: Pick<Claim, 'patient'>): PatientHead => ({
  name: [patient.firstName, patient.middleName, patient.lastName, patient.suffix].filter(Boolean).join(' '),
  birthDate: patient.birthDate,
  address: addressLines(patient.address),
});

/** The letterhead. */
export const headLines = ({ name, address, phone }: PracticeHead): string[] => [
  name,
  ...address,
  ...(phone ? [phoneWords(phone)] : []),
];

/** `(217) 555-0100`. */
export const phoneWords = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/** `11/16/2026`, as patients in the United States write it. */
export const dayWords = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');

/** One day, or from the first to the last. */
export function visitDays({
  serviceLines,
}: {
  readonly serviceLines: readonly Pick<Claim['serviceLines'][number], 'serviceDate' | 'serviceDateEnd'>[];
}): string {
  const days = serviceLines
    .flatMap(({ serviceDate, serviceDateEnd }) => [serviceDate, serviceDateEnd ?? serviceDate])
    .sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? '';
  return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
}

export const METHOD_WORDS: Readonly<Record<PatientPaymentMethod, string>> = {
  card: 'Card',
  cash: 'Cash',
  check: 'Check',
  transfer: 'Bank transfer',
  other: 'Another way',
};
