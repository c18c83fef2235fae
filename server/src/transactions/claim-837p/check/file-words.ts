/** How edits speak of a file: what the sidebar says to the person who fills a claim in makes no sense there. */
import { type ClaimDraft, valueAt } from '@claimside/shared/claim';
import { ADJUSTMENT_GROUP } from '@claimside/shared/codes';
import type { Edit } from '@claimside/shared/edits';
import type { Basis } from './basis.ts';

export interface FileWords {
  /** What the guide tells by itself, in the same or in other words. */
  readonly isOff?: true;
  readonly message?: string;
  readonly fix?: string;
  /** The exact place, where the edit names a whole list, or something that is absent. */
  readonly at?: (claim: ClaimDraft, path: string) => string;
  /** What the guide must have found nothing wrong with. */
  readonly basedOn?: readonly Basis[];
  /** Edits before it that say the same. */
  readonly yieldsTo?: readonly string[];
}

/** A rank is held against those of all payers of the claim. */
const RANKS: readonly Basis[] = [{ segmentId: 'SBR', elements: [1] }];
const PAYER_KIND: Basis = { segmentId: 'SBR', loop: '2000B', elements: [9] };
const FIRST_SERVICE: Basis = { segmentId: 'DTP', loop: '2400', qualifier: /^472/ };

/** How many there are. */
const DIAGNOSES: Basis = { segmentId: 'HI', qualifier: /^(?!BG|BP)/, component: 1 };

const WHO_DECIDED: readonly Basis[] = [
  { segmentId: 'NM1', loop: '2330B', elements: [9] },
  { segmentId: 'SVD', elements: [1] },
];
/** An adjustment is read with its amount and quantity, or not at all. */
const LINE_AMOUNTS: readonly Basis[] = [
  { segmentId: 'SV1', elements: [2] },
  { segmentId: 'SVD', elements: [2] },
  { segmentId: 'CAS', elements: [3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19] },
];
const CLAIM_AMOUNTS: readonly Basis[] = [...LINE_AMOUNTS, { segmentId: 'AMT', loop: '2320', elements: [2] }];

const LEFT_OUT = 'Leave it out.';

/** By id of the edit. */
const WORDS: Readonly<Record<string, FileWords>> = {
  'line-count': { isOff: true },
  'diagnosis-count': { isOff: true },
  payer: {
    message: 'The kind of insurance (SBR09) is missing.',
    fix: 'Write the claim filing indicator code.',
    at: () => 'coverage.claimFilingIndicator',
    // The name and id of the payer are required by the guide.
    basedOn: [{ segmentId: 'NM1', loop: '2010BB', elements: [3, 9] }],
  },
  'member-id-shape': { basedOn: [PAYER_KIND], yieldsTo: ['payer'] },
  'medicare-number': { basedOn: [PAYER_KIND, FIRST_SERVICE] },
  rank: { basedOn: RANKS },
  'rank-repeated': { basedOn: RANKS },
  'earlier-payer-missing': { basedOn: RANKS },
  'earlier-payer-undecided': { basedOn: RANKS },
  'later-payer-decided': { basedOn: RANKS },
  'insurance-type': { basedOn: [...RANKS, PAYER_KIND] },
  'adjudication-payer': { basedOn: WHO_DECIDED },
  'line-balance': { basedOn: LINE_AMOUNTS.map((each) => ({ ...each, isOfLine: true })) },
  'claim-balance': {
    basedOn: [...WHO_DECIDED, ...CLAIM_AMOUNTS],
    yieldsTo: ['adjudication-payer', 'line-balance'],
  },
  'paid-balance': { basedOn: [...WHO_DECIDED, ...CLAIM_AMOUNTS], yieldsTo: ['adjudication-payer'] },
  'adjustment-group': { at: firstWrongAdjustment },
  'work-comp': { yieldsTo: ['accident-cause'] },
  'auto-insurer': { yieldsTo: ['accident-cause'] },
  'attachment-number': { basedOn: [{ segmentId: 'PWK', elements: [2] }] },
  'group-name-beside-number': {
    message: 'A group name stands beside the group number, and is sent only in its place.',
    fix: LEFT_OUT,
  },
  'rendering-is-billing': {
    message: 'The rendering provider is the billing provider, and is not named a second time.',
    fix: LEFT_OUT,
  },
  'facility-is-billing': {
    message: 'The facility is at the billing address, and is not named a second time.',
    fix: LEFT_OUT,
  },
  'line-rendering-is-claims': {
    message: "The line's rendering provider is the claim's, and is not named a second time.",
    fix: LEFT_OUT,
  },
  'onset-is-service': {
    message: 'The onset is the day of service, and is sent only when it is another day.',
    fix: LEFT_OUT,
  },
  'line-place-is-claims': {
    message: "The line's place of service is the claim's, and is sent only when it is another one.",
    fix: LEFT_OUT,
  },
  'diagnosis-pointers': { at: firstWrongPointer, basedOn: [DIAGNOSES] },
  'external-cause-pointer': { at: (_, path) => `${path}.0` },
  'accident-date-needed': { at: ({ relatedCauses }) => `relatedCauses.${accidentIn(relatedCauses)}` },
  'frequency-needs-payer-number': { at: () => 'frequency' },
  'admission-needed': { at: () => 'placeOfService' },
  'ambulance-transport': { at: () => 'placeOfService' },
  'ambulance-places': { at: () => 'placeOfService' },
  'spinal-acute-date': { at: () => 'spinalManipulation.natureOfCondition' },
  'referral-without-referring': { at: () => 'referralNumber' },
  'adjudication-date-missing': {
    at: (_, path) => path.replace('payer.adjudicationDate', 'paidAmount'),
    basedOn: WHO_DECIDED,
    yieldsTo: ['adjudication-payer'],
  },
  'equipment-recertification': {
    at: (_, path) => path.replace('certificationRevisionDate', 'equipmentCertification.type'),
  },
  'purchased-service-provider': {
    at: (_, path) => path.replace('purchasedServiceProvider', 'purchasedService.providerId'),
  },
  'clia-needed': { at: procedureOfLine },
  'clia-referring': { at: procedureOfLine },
  'mammography-certificate': { at: procedureOfLine },
  'ndc-needed': { at: procedureOfLine },
  'medicare-order': { at: procedureOfLine },
};

const NONE: FileWords = {};

export function fileWords({ id }: Pick<Edit, 'id'>): FileWords {
  return WORDS[id] ?? NONE;
}

const CORRECT = 'Correct it where the file was made.';

/** Advice that names the chart or the practice's settings is for those who fill the claim in. */
const OF_THE_SIDEBAR = /\b(chart|admin|practice's list|the visit)\b|sent with|Nothing to do/;

export function fixInFile(fix: string): string {
  return OF_THE_SIDEBAR.test(fix) ? CORRECT : fix;
}

function firstWrongPointer({ diagnoses, serviceLines }: ClaimDraft, path: string): string {
  const pointers = serviceLines?.[Number(path.split('.')[1])]?.diagnosisPointers ?? [];
  const count = diagnoses?.length ?? 0;
  const wrong = pointers.findIndex(
    (pointer, index) => pointer < 1 || pointer > count || pointers.indexOf(pointer) < index,
  );
  return `${path}.${Math.max(wrong, 0)}`;
}

/** The first of an unknown group; the whole list where a group has too many. */
function firstWrongAdjustment(claim: ClaimDraft, path: string): string {
  const adjustments = valueAt(claim, path);
  const wrong = Array.isArray(adjustments)
    ? adjustments.findIndex(({ group }) => !(group in ADJUSTMENT_GROUP.codes))
    : -1;
  return wrong < 0 ? path : `${path}.${wrong}.group`;
}

function accidentIn(causes: readonly string[] = []): number {
  return Math.max(
    causes.findIndex((cause) => cause === 'AA' || cause === 'OA'),
    0,
  );
}

function procedureOfLine(_: ClaimDraft, path: string): string {
  return path.replace(/^(serviceLines\.\d+)\..*/, '$1.procedureCode');
}
