/** The dates of a claim besides the service, with their names and what may be said of each. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { DraftLine } from '../walk.ts';

export interface ClaimDate {
  readonly name: string;
  /** May lie in the future. */
  readonly mayBePlanned?: true;
  /** Can't be after the service. */
  readonly isBeforeService?: true;
}

interface DateOf<Whole> extends ClaimDate {
  readonly field: string;
  readonly of: (whole: Whole) => string | undefined;
}

export const CLAIM_DATES: readonly DateOf<ClaimDraft>[] = [
  { field: 'onsetDate', of: (whole) => whole.onsetDate, name: 'The onset date' },
  {
    field: 'initialTreatmentDate',
    of: (whole) => whole.initialTreatmentDate,
    name: 'The date of the first treatment',
    isBeforeService: true,
  },
  {
    field: 'lastSeenDate',
    of: (whole) => whole.lastSeenDate,
    name: 'The date of the last visit',
    isBeforeService: true,
  },
  {
    field: 'acuteManifestationDate',
    of: (whole) => whole.acuteManifestationDate,
    name: 'The date of the acute manifestation',
    isBeforeService: true,
  },
  {
    field: 'lastXRayDate',
    of: (whole) => whole.lastXRayDate,
    name: 'The date of the last X-ray',
    isBeforeService: true,
  },
  {
    field: 'accidentDate',
    of: (whole) => whole.accidentDate,
    name: 'The accident date',
    isBeforeService: true,
  },
  {
    field: 'lastMenstrualPeriodDate',
    of: (whole) => whole.lastMenstrualPeriodDate,
    name: 'The date of the last period',
    isBeforeService: true,
  },
  {
    field: 'hearingVisionPrescriptionDate',
    of: (whole) => whole.hearingVisionPrescriptionDate,
    name: 'The date of the hearing or vision prescription',
    isBeforeService: true,
  },
  {
    field: 'disabilityStartDate',
    of: (whole) => whole.disabilityStartDate,
    name: 'The start of the disability',
  },
  {
    field: 'disabilityEndDate',
    of: (whole) => whole.disabilityEndDate,
    name: 'The end of the disability',
    mayBePlanned: true,
  },
  { field: 'lastWorkedDate', of: (whole) => whole.lastWorkedDate, name: 'The last day of work' },
  {
    field: 'returnToWorkDate',
    of: (whole) => whole.returnToWorkDate,
    name: 'The return to work',
    mayBePlanned: true,
  },
  { field: 'admissionDate', of: (whole) => whole.admissionDate, name: 'The admission date' },
  { field: 'dischargeDate', of: (whole) => whole.dischargeDate, name: 'The discharge date' },
  {
    field: 'careAssumedDate',
    of: (whole) => whole.careAssumedDate,
    name: 'The date on which care was assumed',
    mayBePlanned: true,
  },
  {
    field: 'careRelinquishedDate',
    of: (whole) => whole.careRelinquishedDate,
    name: 'The date on which care was relinquished',
    mayBePlanned: true,
  },
  {
    field: 'firstContactDate',
    of: (whole) => whole.firstContactDate,
    name: 'The date of the first contact',
    isBeforeService: true,
  },
  {
    field: 'repricerReceivedDate',
    of: (whole) => whole.repricerReceivedDate,
    name: 'The date on which the repricer received the claim',
  },
];

export const LINE_DATES: readonly DateOf<DraftLine>[] = [
  { field: 'prescriptionDate', of: (whole) => whole.prescriptionDate, name: 'The date of the prescription' },
  {
    field: 'certificationRevisionDate',
    of: (whole) => whole.certificationRevisionDate,
    name: 'The date of the new certification',
  },
  {
    field: 'therapyStartDate',
    of: (whole) => whole.therapyStartDate,
    name: 'The start of the therapy',
    isBeforeService: true,
  },
  {
    field: 'lastCertificationDate',
    of: (whole) => whole.lastCertificationDate,
    name: 'The date of the last certification',
  },
  {
    field: 'lastSeenDate',
    of: (whole) => whole.lastSeenDate,
    name: 'The date of the last visit',
    isBeforeService: true,
  },
  {
    field: 'hemoglobinTestDate',
    of: (whole) => whole.hemoglobinTestDate,
    name: 'The date of the hemoglobin test',
    isBeforeService: true,
  },
  {
    field: 'serumCreatinineTestDate',
    of: (whole) => whole.serumCreatinineTestDate,
    name: 'The date of the creatinine test',
    isBeforeService: true,
  },
  { field: 'shippedDate', of: (whole) => whole.shippedDate, name: 'The date of shipping' },
  {
    field: 'lastXRayDate',
    of: (whole) => whole.lastXRayDate,
    name: 'The date of the last X-ray',
    isBeforeService: true,
  },
  {
    field: 'initialTreatmentDate',
    of: (whole) => whole.initialTreatmentDate,
    name: 'The date of the first treatment',
    isBeforeService: true,
  },
];

/** What can't end before it began. */
export const PAIRS: readonly {
  readonly from: (claim: ClaimDraft) => string | undefined;
  readonly to: (claim: ClaimDraft) => string | undefined;
  /** Of the later one. */
  readonly path: string;
  readonly message: string;
}[] = [
  {
    from: (claim) => claim.disabilityStartDate,
    to: (claim) => claim.disabilityEndDate,
    path: 'disabilityEndDate',
    message: 'The disability ends before it starts.',
  },
  {
    from: (claim) => claim.lastWorkedDate,
    to: (claim) => claim.returnToWorkDate,
    path: 'returnToWorkDate',
    message: 'The return to work is before the last day of work.',
  },
  {
    from: (claim) => claim.admissionDate,
    to: (claim) => claim.dischargeDate,
    path: 'dischargeDate',
    message: 'The discharge is before the admission.',
  },
  {
    from: (claim) => claim.careAssumedDate,
    to: (claim) => claim.careRelinquishedDate,
    path: 'careRelinquishedDate',
    message: 'Care was relinquished before it was assumed.',
  },
];
