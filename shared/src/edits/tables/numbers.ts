/** The numbers of a claim that must arrive as they are, with their names. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { DraftCoverage, DraftLine } from '../walk.ts';

type OtherPayer = NonNullable<DraftCoverage['payer']>;

/** `isGiven`: somebody gives it, so that a filler such as NONE is wrong. */
interface NumberOf<Whole> {
  readonly field: string;
  readonly of: (whole: Whole) => string | undefined;
  readonly name: string;
  readonly isGiven?: true;
}

export const CLAIM_NUMBERS: readonly NumberOf<ClaimDraft>[] = [
  {
    field: 'priorAuthorizationNumber',
    of: (whole) => whole.priorAuthorizationNumber,
    name: 'The prior authorization number',
    isGiven: true,
  },
  {
    field: 'referralNumber',
    of: (whole) => whole.referralNumber,
    name: 'The referral number',
    isGiven: true,
  },
  {
    field: 'payerClaimControlNumber',
    of: (whole) => whole.payerClaimControlNumber,
    name: "The payer's claim number",
    isGiven: true,
  },
  {
    field: 'mammographyCertificationNumber',
    of: (whole) => whole.mammographyCertificationNumber,
    name: 'The mammography certification number',
  },
  {
    field: 'repricedClaimNumber',
    of: (whole) => whole.repricedClaimNumber,
    name: 'The number of the repriced claim',
  },
  {
    field: 'adjustedRepricedClaimNumber',
    of: (whole) => whole.adjustedRepricedClaimNumber,
    name: 'The adjusted number of the repriced claim',
  },
  {
    field: 'investigationalDeviceNumber',
    of: (whole) => whole.investigationalDeviceNumber,
    name: 'The number of the investigational device',
  },
  {
    field: 'clearinghouseTraceNumber',
    of: (whole) => whole.clearinghouseTraceNumber,
    name: "The clearinghouse's trace number",
  },
  {
    field: 'medicalRecordNumber',
    of: (whole) => whole.medicalRecordNumber,
    name: 'The medical record number',
  },
  {
    field: 'demonstrationProject',
    of: (whole) => whole.demonstrationProject,
    name: 'The number of the demonstration project',
  },
];

export const LINE_NUMBERS: readonly NumberOf<DraftLine>[] = [
  {
    field: 'lineItemControlNumber',
    of: (whole) => whole.lineItemControlNumber,
    name: 'The number of the line',
  },
  {
    field: 'repricedLineNumber',
    of: (whole) => whole.repricedLineNumber,
    name: 'The number of the repriced line',
  },
  {
    field: 'adjustedRepricedLineNumber',
    of: (whole) => whole.adjustedRepricedLineNumber,
    name: 'The adjusted number of the repriced line',
  },
  {
    field: 'mammographyCertificationNumber',
    of: (whole) => whole.mammographyCertificationNumber,
    name: 'The mammography certification number',
  },
  {
    field: 'immunizationBatchNumber',
    of: (whole) => whole.immunizationBatchNumber,
    name: 'The batch number of the vaccine',
  },
];

export const OTHER_PAYER_NUMBERS: readonly NumberOf<OtherPayer>[] = [
  {
    field: 'priorAuthorizationNumber',
    of: (whole) => whole.priorAuthorizationNumber,
    name: "The other payer's authorization number",
    isGiven: true,
  },
  {
    field: 'referralNumber',
    of: (whole) => whole.referralNumber,
    name: "The other payer's referral number",
    isGiven: true,
  },
  {
    field: 'payerClaimControlNumber',
    of: (whole) => whole.payerClaimControlNumber,
    name: "The other payer's claim number",
    isGiven: true,
  },
];
