/** A claim of ours as an 837P carries it: folded to X12 characters, lines numbered, without what is not sent. */
import type { Address, Adjustment, Claim, Patient, ServiceLine, Subscriber } from '@claimside/shared/claim';
import { lineControlNumber } from '@claimside/shared/matching';
import { foldText } from '../../x12/index.ts';
import { isFields } from '../guide/fields.ts';
import type { Fields } from '../guide/rules.ts';
import { groupBy } from '../parts/group.ts';
import type { ClaimFileEnvelope, NumberedClaim } from './model.ts';

/**
 * What is read back must equal this. Left out, because the guide has no place for it or wants it only when it differs:
 * descriptions of diagnoses, phones of people, a rendering provider or facility equal to the billing provider, a rank that
 * says primary, a group name beside a group number, an end date or place of service equal to what holds anyway, an onset on
 * the day of service, and a contact that is the submitter's. `sharedProvider` is the billing provider as it is written, where
 * that is known. A line's description is sent: whoever makes the claim leaves out what only says again what the code means.
 * Adjustments stand group by group, as CAS wants.
 */
export function asWritten(
  { patientControlNumber, claim }: NumberedClaim,
  submitter: ClaimFileEnvelope['submitter'],
  sharedProvider?: Claim['billingProvider'],
): NumberedClaim {
  const folded = foldTexts(claim);
  const { renderingProvider, serviceFacility, subscriber, onsetDate, coverage, otherCoverages, ...rest } =
    folded;
  const isSelf = rest.relationshipToSubscriber === '18';
  const written: Claim = {
    ...rest,
    billingProvider: sharedProvider ?? withoutContactOf(submitter, rest.billingProvider),
    ...(renderingProvider && renderingProvider.npi !== rest.billingProvider.npi ? { renderingProvider } : {}),
    ...(serviceFacility && !isSameAddress(serviceFacility.address, rest.billingProvider.address)
      ? { serviceFacility }
      : {}),
    ...(onsetDate !== undefined && rest.serviceLines.some((line) => line.serviceDate !== onsetDate)
      ? { onsetDate }
      : {}),
    patient: patientAsWritten(folded.patient, isSelf),
    ...(subscriber && !isSelf ? { subscriber: withoutPhone(subscriber) } : {}),
    coverage: coverageAsWritten(coverage),
    ...(otherCoverages ? { otherCoverages: otherCoverages.map(groupByGroup) } : {}),
    diagnoses: folded.diagnoses.map(({ code, codeSet }) => ({
      ...(codeSet ? { codeSet } : {}),
      code: code.replaceAll('.', ''),
    })),
    serviceLines: folded.serviceLines.map((line, index) =>
      lineAsWritten(line, folded.placeOfService, lineControlNumber(patientControlNumber, index + 1)),
    ),
  };
  return { patientControlNumber, claim: written };
}

/** SBR01 P is what no rank means. */
function coverageAsWritten({ rank, groupName, ...rest }: Claim['coverage']): Claim['coverage'] {
  return {
    ...rest,
    ...(rank !== undefined && rank !== 'P' ? { rank } : {}),
    ...(groupName !== undefined && rest.groupNumber === undefined ? { groupName } : {}),
  };
}

function withoutContactOf(
  submitter: ClaimFileEnvelope['submitter'],
  provider: Claim['billingProvider'],
): Claim['billingProvider'] {
  const { contactName, contactPhone, ...rest } = provider;
  const hasMore = rest.contactPhoneExtension ?? rest.contactFax ?? rest.contactEmail;
  return hasMore === undefined &&
    contactName === foldText(submitter.contactName) &&
    contactPhone === submitter.contactPhone
    ? rest
    : provider;
}

/** The billing provider alone, as `asWritten` has it. */
export function billingProviderAsWritten(
  { billingProvider }: Claim,
  submitter: ClaimFileEnvelope['submitter'],
): Claim['billingProvider'] {
  return withoutContactOf(submitter, foldTexts(billingProvider));
}

/** 2010BA has no place for the member id of a patient who is not the subscriber. */
function patientAsWritten(patient: Patient, isSelf: boolean): Patient {
  const { phone: _, propertyCasualtyMemberId, ...rest } = patient;
  return isSelf || propertyCasualtyMemberId === undefined ? rest : { ...rest, propertyCasualtyMemberId };
}

function lineAsWritten(line: ServiceLine, claimPlaceOfService: string, number: string): ServiceLine {
  const { serviceDateEnd, placeOfService, adjudications, ...rest } = line;
  return {
    ...rest,
    ...(adjudications ? { adjudications: adjudications.map(groupByGroup) } : {}),
    ...(serviceDateEnd !== undefined && serviceDateEnd !== line.serviceDate ? { serviceDateEnd } : {}),
    ...(placeOfService !== undefined && placeOfService !== claimPlaceOfService ? { placeOfService } : {}),
    lineItemControlNumber: number,
  };
}

function isSameAddress(a: Address, b: Address): boolean {
  const key = ({ line1, line2 = '', city, state, postalCode }: Address) =>
    JSON.stringify([line1, line2, city, state, postalCode]);
  return key(a) === key(b);
}

function withoutPhone({ phone: _, ...subscriber }: Subscriber): Subscriber {
  return subscriber;
}

/** The same decision, its adjustments in the order of CAS: groups as each first appears. */
export function groupByGroup<Decision extends { readonly adjustments?: readonly Adjustment[] | undefined }>(
  decision: Decision,
): Decision {
  const { adjustments } = decision;
  if (!adjustments) return decision;
  return { ...decision, adjustments: [...groupBy(adjustments, ({ group }) => group).values()].flat() };
}

/**
 * The same value with every text at any depth folded; texts that fold to nothing and properties without a value are left
 * out. Parts in which nothing changes are the same objects.
 */
function foldTexts<T>(value: T): T {
  return fold(value) as T;
}

function fold(value: unknown): unknown {
  if (typeof value === 'string') return foldText(value);
  if (Array.isArray(value)) return foldList(value);
  if (!isFields(value)) return value;
  let folded = value;
  let isEmptied = false;
  for (const name in value) {
    const inner = value[name];
    const text = isOwnWord(name) ? inner : fold(inner);
    if (text === undefined || text === '') isEmptied = true;
    if (text === inner) continue;
    if (folded === value) folded = { ...value };
    folded[name] = text;
  }
  return isEmptied ? withoutEmpty(folded) : folded;
}

function withoutEmpty(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== ''));
}

function foldList(list: readonly unknown[]): readonly unknown[] {
  let folded: unknown[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const inner = fold(list[at]);
    if (inner === list[at]) continue;
    folded ??= [...list];
    folded[at] = inner;
  }
  return folded ?? list;
}

/** Words of the model that no file holds. */
function isOwnWord(name: string): boolean {
  return name === 'kind' || name === 'codeSet';
}
