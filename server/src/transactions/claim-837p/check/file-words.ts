/** How edits speak of a file: what the sidebar says to the person who fills a claim in makes no sense there. */
import { type ClaimDraft, valueAt } from '@claimside/shared/claim';
import { ADJUSTMENT_GROUP } from '@claimside/shared/codes';
import type { Edit } from '@claimside/shared/edits';

export interface FileWords {
  /** What the guide tells by itself, in the same or in other words. */
  readonly isOff?: true;
  readonly message?: string;
  readonly fix?: string;
  /** The exact place, where the edit names a whole list, or something that is absent. */
  readonly at?: (claim: ClaimDraft, path: string) => string;
  /** Elements (`SBR01`) or segments (`HI`) whose faults the guide told: nothing can be said of what they tell. */
  readonly basedOn?: readonly string[];
  /** Edits before it that say the same. */
  readonly yieldsTo?: readonly string[];
}

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
    basedOn: ['NM103', 'NM109'],
  },
  'member-id-shape': { basedOn: ['SBR09'], yieldsTo: ['payer'] },
  'medicare-number': { basedOn: ['SBR09', 'DTP02', 'DTP03'] },
  rank: { basedOn: ['SBR01'] },
  'rank-repeated': { basedOn: ['SBR01'] },
  'earlier-payer-missing': { basedOn: ['SBR01'] },
  'earlier-payer-undecided': { basedOn: ['SBR01'] },
  'later-payer-decided': { basedOn: ['SBR01'] },
  'insurance-type': { basedOn: ['SBR01', 'SBR09'] },
  'adjudication-payer': { basedOn: ['NM109', 'SVD01'] },
  'claim-balance': { basedOn: ['NM109', 'SVD01'], yieldsTo: ['adjudication-payer', 'line-balance'] },
  'paid-balance': { basedOn: ['NM109', 'SVD01'], yieldsTo: ['adjudication-payer'] },
  'adjustment-group': { at: firstWrongAdjustment },
  'work-comp': { yieldsTo: ['accident-cause'] },
  'auto-insurer': { yieldsTo: ['accident-cause'] },
  'attachment-number': { basedOn: ['PWK02'] },
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
  'diagnosis-pointers': { at: firstWrongPointer, basedOn: ['HI'] },
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
    basedOn: ['NM109', 'SVD01'],
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
