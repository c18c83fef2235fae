/** One claim for people, in the order in which a biller reads it out: who, whom, which insurance, what happened, what was done. */
import { addressWords, type ClaimDraft } from '@claimside/shared/claim';
import { type Cents, formatMoney } from '@claimside/shared/values';
import { adjustmentsIn } from './adjudications.ts';
import { diagnosisLines } from './diagnoses.ts';
import { NAMES, nameOf, party } from './people.ts';
import { serviceLine } from './service-lines.ts';
import { below, isSaid, label, meaning, rest, row, spoken } from './words.ts';

type Field = keyof ClaimDraft;

/** What is told in words of its own, in order; all other fields follow between insurance and diagnoses. */
const FIRST: readonly (readonly [Field, string])[] = [
  ['billingProvider', 'Billing'],
  ['payToAddress', 'Pay to'],
  ['payToPlan', 'Pay-to plan'],
  ['renderingProvider', 'Rendering'],
  ['referringProvider', 'Referring'],
  ['primaryCareProvider', 'Primary care'],
  ['supervisingProvider', 'Supervising'],
  ['serviceFacility', 'Facility'],
  ['ambulancePickUp', 'Picked up at'],
  ['ambulanceDropOff', 'Brought to'],
];

const TOLD: readonly string[] = [
  ...FIRST.map(([field]) => field),
  'placeOfService',
  'frequency',
  'patient',
  'relationshipToSubscriber',
  'subscriber',
  'coverage',
  'otherCoverages',
  'diagnoses',
  'serviceLines',
];

export function explainClaim(number: string, claim: ClaimDraft, charge: Cents): string[] {
  const { placeOfService, frequency, diagnoses = [], serviceLines = [] } = claim;
  return [
    `Claim ${number || 'without a number'}: ${formatMoney(charge)}, ${meaning('frequency', frequency)}`,
    ...FIRST.flatMap(([field, what]) => {
      const value = claim[field];
      if (value === undefined && field !== 'billingProvider') return [];
      return rows(what, sayParty(field, typeof value === 'object' ? value : {}));
    }),
    row('Place', meaning('placeOfService', placeOfService)),
    ...patientRows(claim),
    ...payerRows(claim),
    ...otherPayerRows(claim),
    ...Object.entries(claim)
      .filter(([name, value]) => isSaid(value) && !TOLD.includes(name))
      .flatMap(([name, value]) => factRows(name, value)),
    ...rows('Diagnoses', diagnosisLines(diagnoses)),
    ...serviceLines.flatMap((line, at) => serviceLine(line, at, claim)),
  ];
}

/** The first beside what it is, the others below. */
function rows(what: string, texts: readonly string[]): string[] {
  return texts.map((text, at) => (at === 0 ? row(what, text) : below(text)));
}

function sayParty(field: Field, value: object): string[] {
  return field === 'payToAddress' || field === 'ambulancePickUp'
    ? [addressWords(value)]
    : party(field, value);
}

function patientRows({ patient, relationshipToSubscriber, subscriber }: ClaimDraft): string[] {
  const { birthDate, sex, address, ...others } = patient ?? {};
  const said = [
    nameOf(patient) || '?',
    `born ${birthDate ?? '?'}`,
    meaning('sex', sex),
    ...rest('patient', others, ...NAMES),
  ];
  const isSelf = relationshipToSubscriber === '18';
  const relation = isSelf
    ? 'is the insured'
    : `${meaning('relationshipToSubscriber', relationshipToSubscriber)} of the insured`;
  return [
    ...rows('Patient', [said.join(', '), ...(address ? [addressWords(address)] : []), relation]),
    ...(subscriber === undefined ? [] : rows('Insured', party('subscriber', subscriber))),
  ];
}

function payerRows({ coverage = {} }: ClaimDraft): string[] {
  const { payerName, payerId, rank, memberId, payerAddress } = coverage;
  const said = [
    `${payerName ?? '?'} (${payerId ?? '?'})`,
    meaning('rank', rank ?? 'P'),
    `member id ${memberId ?? '?'}`,
  ];
  const facts = rest('coverage', coverage, 'payerName', 'payerId', 'rank', 'memberId', 'payerAddress');
  return rows('Payer', [
    said.join(', '),
    ...(facts.length > 0 ? [facts.join(', ')] : []),
    ...(payerAddress ? [addressWords(payerAddress)] : []),
  ]);
}

/** Each insurance with its member, what it paid and took off, and what else it is known by. */
function otherPayerRows({ otherCoverages = [] }: ClaimDraft): string[] {
  return otherCoverages.flatMap((other) => {
    const { payer, subscriber, rank, relationshipToSubscriber, paidAmount, adjustments, ...others } = other;
    const { name, id, address, ...ofPayer } = payer ?? {};
    const paid = paidAmount === undefined ? [] : [`paid ${formatMoney(paidAmount)}`];
    const { memberId, ...member } = subscriber ?? {};
    const said = [
      `${name ?? '?'} (${id ?? '?'})`,
      meaning('rank', rank),
      `member id ${memberId ?? '?'}`,
      ...paid,
    ];
    const facts = [...rest('otherCoverage', others), ...rest('payer', ofPayer)];
    const [insured = '', ...where] = party('subscriber', member);
    return rows('Other payer', [
      said.join(', '),
      ...(address ? [addressWords(address)] : []),
      `insured ${insured}; the patient is ${meaning('relationshipToSubscriber', relationshipToSubscriber)}`,
      ...where,
      ...(facts.length > 0 ? [facts.join(', ')] : []),
      ...(adjustments ? [`adjusted: ${adjustmentsIn(adjustments)}`] : []),
    ]);
  });
}

/** A date, a number, a condition: by the name of its field. */
function factRows(name: string, value: unknown): string[] {
  const what = label(name);
  const head = what.charAt(0).toUpperCase() + what.slice(1);
  if (Array.isArray(value) && typeof value[0] === 'object')
    return value.map((each, at) => `  ${head} ${at + 1}: ${spoken(name, each)}`);
  return [`  ${head}: ${spoken(name, value)}`];
}
