/** Boxes 10 and 14 to 23, what the visit was; and 25 to 33, who bills. */
import type { Claim } from '../../claim/index.ts';
import { sumCents } from '../../values/index.ts';
import { practiceHead, renderedBy } from '../parts.ts';
import { letterOf } from '../superbill.ts';
import { BOXES } from './boxes.ts';
import {
  amount,
  capitals,
  day,
  type Entry,
  fill,
  personName,
  telephone,
  text,
  tick,
  yesNo,
} from './entries.ts';
import type { Cms1500Parts } from './page.ts';
import { cityLine } from './people.ts';

/** What box 15 may tell, with its qualifiers (DTP01); the first that is known. */
const OTHER_DATES = [
  ['439', 'accidentDate'],
  ['454', 'initialTreatmentDate'],
  ['304', 'lastSeenDate'],
  ['453', 'acuteManifestationDate'],
  ['455', 'lastXRayDate'],
  ['471', 'hearingVisionPrescriptionDate'],
  ['090', 'careAssumedDate'],
  ['091', 'careRelinquishedDate'],
  ['444', 'firstContactDate'],
] as const;

export function visitEntries(claim: Claim): Entry[] {
  const { relatedCauses = [], diagnoses, serviceLines, frequency } = claim;
  const illness = claim.onsetDate ?? claim.lastMenstrualPeriodDate;
  const [kind, key] = OTHER_DATES.find(([, name]) => claim[name] !== undefined) ?? [];
  const outside = serviceLines.flatMap(({ purchasedService }) => purchasedService?.chargeAmount ?? []);
  return [
    ...fill(BOXES.employment, yesNo(relatedCauses.includes('EM'))),
    ...fill(BOXES.auto, yesNo(relatedCauses.includes('AA'))),
    ...fill(BOXES.autoState, text(claim.autoAccidentState)),
    ...fill(BOXES.otherAccident, yesNo(relatedCauses.includes('OA'))),
    ...fill(BOXES.claimCodes, text(claim.conditionCodes?.join(' '))),
    ...fill(BOXES.illness, day(illness)),
    ...(illness ? fill(BOXES.illnessKind, { text: claim.onsetDate ? '431' : '484' }) : []),
    ...fill(BOXES.otherDateKind, { text: kind }),
    ...fill(BOXES.otherDate, day(key && claim[key])),
    ...fill(BOXES.offWorkFrom, day(claim.disabilityStartDate)),
    ...fill(BOXES.offWorkTo, day(claim.disabilityEndDate)),
    ...referrerEntries(claim),
    ...fill(BOXES.hospitalFrom, day(claim.admissionDate)),
    ...fill(BOXES.hospitalTo, day(claim.dischargeDate)),
    ...fill(BOXES.note, text(claim.note?.text)),
    ...fill(BOXES.outsideLab, yesNo(outside.length > 0)),
    ...(outside.length > 0 ? fill(BOXES.outsideCharge, { text: amount(sumCents(outside), 8) }) : []),
    ...fill(BOXES.icd, { text: diagnoses[0]?.codeSet === 'ICD-9-CM' ? '9' : '0' }),
    ...fill(
      BOXES.diagnoses,
      Object.fromEntries(diagnoses.map(({ code }, place) => [letterOf(place), capitals(code)])),
    ),
    ...(frequency === '1'
      ? []
      : fill(BOXES.resubmission, { code: frequency, number: claim.payerClaimControlNumber })),
    ...fill(BOXES.authorization, text(numbersForBox23(claim)[0]?.[1])),
  ];
}

/** Each with its name, the most needed first. */
const numbersForBox23 = ({ priorAuthorizationNumber, referralNumber, cliaNumber }: Claim) =>
  (
    [
      ['prior authorization', priorAuthorizationNumber],
      ['referral number', referralNumber],
      ['CLIA number', cliaNumber],
    ] as const
  ).filter(([, number]) => number !== undefined);

/** What the claim says and the form has no room for, in sentences. */
export function withoutRoom(claim: Claim): string[] {
  const [printed, ...others] = numbersForBox23(claim);
  return others.map(
    ([name, number]) =>
      `Box 23 has room for one number, the ${printed?.[0]}: the ${name} ${number} is not printed. Ask the payer whether it wants a form for each.`,
  );
}

/** One has room: who referred, else who ordered (of a line), else who supervised. */
function referrerEntries({ referringProvider, serviceLines, supervisingProvider }: Claim): Entry[] {
  const ordering = serviceLines.find((line) => line.orderingProvider)?.orderingProvider;
  const [qualifier, who] = referringProvider
    ? ['DN', referringProvider]
    : ordering
      ? ['DK', ordering]
      : ['DQ', supervisingProvider];
  if (!who) return [];
  const [other] = who.secondaryIds ?? [];
  return [
    ...(other ? fill(BOXES.referrerId, { qualifier: other.qualifier, number: capitals(other.value) }) : []),
    ...fill(BOXES.referrer, { qualifier, name: personName(who) }),
    ...fill(BOXES.referrerNpi, { text: who.npi }),
  ];
}

export function billingEntries({ claim, patientControlNumber, today }: Cms1500Parts): Entry[] {
  const { billingProvider, serviceFacility, payToAddress } = claim;
  const { address, taxonomy, contactPhone: phone } = billingProvider;
  const facility = serviceFacility ?? {
    name: practiceHead(claim, null).name,
    npi: billingProvider.npi,
    address,
  };
  const street = payToAddress ?? address;
  return [
    ...fill(BOXES.taxId, { text: billingProvider.taxId }),
    ...fill(BOXES.taxIdKind, tick(billingProvider.taxIdKind === 'EI' ? 'EIN' : 'SSN')),
    ...fill(BOXES.account, text(patientControlNumber)),
    ...fill(BOXES.assignment, yesNo(claim.assignmentOfBenefits !== 'C')),
    ...fill(BOXES.phone, telephone(phone)),
    ...fill(BOXES.signature, {
      words: capitals(claim.providerSignatureOnFile ? 'SIGNATURE ON FILE' : renderedBy(claim, null).name),
      date: today.replace(/^\d\d(\d\d)-(\d\d)-(\d\d)$/, '$2 $3 $1'),
    }),
    ...fill(BOXES.facility, {
      name: capitals(facility.name),
      street: capitals([facility.address.line1, facility.address.line2].filter(Boolean).join(' ')),
      city: cityLine(facility.address),
    }),
    ...fill(BOXES.facilityNpi, { text: facility.npi }),
    ...fill(BOXES.billing, {
      name: capitals(practiceHead(claim, null).name),
      street: capitals([street.line1, street.line2].filter(Boolean).join(' ')),
      city: cityLine(street),
    }),
    ...fill(BOXES.billingNpi, { text: billingProvider.npi }),
    ...(taxonomy ? fill(BOXES.billingId, { text: `ZZ${taxonomy}` }) : []),
  ];
}
