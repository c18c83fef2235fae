/** What an answer says of whose it is, held beside a claim, part by part. */
import { nameKey } from '../capture/index.ts';
import { type Claim, totalCharge } from '../claim/index.ts';
import { type Cents, daysBetween, type IsoDate } from '../values/index.ts';
import { memberKey } from './numbers.ts';

/** What an answer (2100 of an 835, 2200D of a 277CA or 277, a line of a report) says of the claim that it is about. */
export interface ClaimReference {
  /** CLP01, TRN02 or REF*EJ: our CLM01 as it came back. Empty where the answer has none. */
  readonly patientControlNumber: string;
  /** CLP07, REF*1K. */
  readonly payerClaimControlNumber?: string | undefined;
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  /** Of the patient and the insured, as the payer has them. */
  readonly memberIds?: readonly string[] | undefined;
  /** The first day of service. */
  readonly serviceDate?: IsoDate | undefined;
  /** The whole claim's, without the sign that a reversal turns. */
  readonly charge?: Cents | undefined;
  readonly payerName?: string | undefined;
  /** The day of the answer: a claim that was sent later cannot be meant. */
  readonly answeredOn?: IsoDate | undefined;
  /** Present in an answer about money. */
  readonly paid?: Cents | undefined;
  /** It takes an earlier payment back (CLP02 22). */
  readonly isReversal?: boolean | undefined;
}

/** What of a claim an answer is compared with. */
export interface ClaimIdentity {
  /** Patient and subscriber. */
  readonly people: readonly { readonly lastName: string; readonly firstName: string }[];
  readonly memberIds: readonly string[];
  readonly serviceDates: readonly IsoDate[];
  readonly charge: Cents;
  readonly payerNames: readonly string[];
}

/** `near`: not the same, but no contradiction. `unknown`: the answer says nothing of it. */
export type Fit = 'same' | 'near' | 'other' | 'unknown';

export interface ClaimFit {
  readonly patient: Fit;
  readonly memberId: Fit;
  readonly serviceDate: Fit;
  readonly charge: Fit;
  readonly payer: Fit;
  /** From the claim's first day to the answer's; undefined where the answer names none. */
  readonly daysOff: number | undefined;
}

/** Days that a date is off by when it was mistyped or is the last day in place of the first. */
export const NEAR_DAYS = 7;

export function identityOf(claim: Claim): ClaimIdentity {
  const { patient, subscriber, coverage, otherCoverages = [], serviceLines } = claim;
  const insured = subscriber?.lastName === undefined ? [] : [subscriber];
  return {
    people: [patient, ...insured].map(({ lastName, firstName = '' }) => ({ lastName, firstName })),
    memberIds: [coverage.memberId, ...otherCoverages.map((other) => other.subscriber.memberId)],
    serviceDates: [...serviceLines.map((line) => line.serviceDate)].sort(),
    charge: totalCharge(claim),
    payerNames: [coverage.payerName, ...otherCoverages.map((other) => other.payer.name)],
  };
}

export function compareWithClaim(reference: ClaimReference, claim: ClaimIdentity): ClaimFit {
  const { serviceDate, charge } = reference;
  const [first] = claim.serviceDates;
  const daysOff =
    serviceDate === undefined || first === undefined ? undefined : daysBetween(first, serviceDate);
  return {
    patient: patientFit(reference, claim),
    memberId: memberFit(reference.memberIds ?? [], claim.memberIds),
    serviceDate: dateFit(reference, claim, daysOff),
    charge: charge === undefined ? 'unknown' : charge === claim.charge ? 'same' : 'other',
    payer: payerFit(reference.payerName ?? '', claim.payerNames),
    daysOff,
  };
}

/**
 * True where name, member and charge all say that it is another claim: then even our own number is not believed. One or two of them
 * differ every day: a married name, a new card, a claim that was split.
 */
export function contradicts({ patient, memberId, charge }: ClaimFit): boolean {
  return [patient, memberId, charge].every((fit) => fit === 'other');
}

function patientFit({ lastName = '', firstName = '' }: ClaimReference, { people }: ClaimIdentity): Fit {
  const last = nameKey(lastName);
  if (last === '') return 'unknown';
  const namesakes = people.filter((person) => sharesWord(nameKey(person.lastName), last));
  if (namesakes.length === 0) return 'other';
  const isSame = namesakes.some(
    (person) => nameKey(person.lastName) === last && nameKey(person.firstName) === nameKey(firstName),
  );
  return isSame ? 'same' : 'near';
}

/** `smith jones` and `jones`. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').some((word) => words.has(word)) || a.replaceAll(' ', '') === b.replaceAll(' ', '');
}

/** Shorter than this, the beginning of a member number says nothing. */
const TELLING_LENGTH = 6;

function memberFit(said: readonly string[], ours: readonly string[]): Fit {
  const keys = said.map(memberKey).filter((key) => key !== '');
  if (keys.length === 0) return 'unknown';
  const own = ours.map(memberKey);
  if (keys.some((key) => own.includes(key))) return 'same';
  // A suffix of the person's place in the family comes and goes.
  const isBeginning = (a: string, b: string) => a.length >= TELLING_LENGTH && b.startsWith(a);
  const isNear = keys.some((key) => own.some((each) => isBeginning(key, each) || isBeginning(each, key)));
  return isNear ? 'near' : 'other';
}

function dateFit({ serviceDate }: ClaimReference, claim: ClaimIdentity, daysOff: number | undefined): Fit {
  if (serviceDate === undefined || daysOff === undefined) return 'unknown';
  if (daysOff === 0) return 'same';
  return claim.serviceDates.includes(serviceDate) || Math.abs(daysOff) <= NEAR_DAYS ? 'near' : 'other';
}

function payerFit(said: string, ours: readonly string[]): Fit {
  const name = nameKey(said);
  if (name === '') return 'unknown';
  const own = ours.map(nameKey);
  if (own.includes(name)) return 'same';
  return own.some((each) => each !== '' && (each.includes(name) || name.includes(each))) ? 'near' : 'other';
}
