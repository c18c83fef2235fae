/** What was read from a page about one visit: every value with its raw text, its place and how sure we are. */

/** One value as read. Values are text, format already normalised (dates ISO, money `185.00`, phone 10 digits). */
export interface Captured {
  readonly value: string;
  /** The text as it stood in the page, at most 200 characters. */
  readonly raw: string;
  /** Names the place for highlighting; means nothing outside the page that made it. */
  readonly placeId: string;
  /** The place in words: `Fee sheet, row 2, Modifiers`. */
  readonly place: string;
  /** 0 to 1; from SURE on it is shown as certain. */
  readonly confidence: number;
  /** What the page says of the same thing at another place. */
  readonly rival?: string;
}

/** From here on a value is shown as certain and not asked again. */
export const SURE = 0.9;

/** Single fields a page may show. */
export const CAPTURE_FIELDS = [
  'patient.name', // only when a page gives the name in one piece that could not be split for certain
  'patient.lastName',
  'patient.firstName',
  'patient.middleName',
  'patient.birthDate',
  'patient.sex',
  'patient.address.line1',
  'patient.address.line2',
  'patient.address.city',
  'patient.address.state',
  'patient.address.postalCode',
  'patient.phone',
  'patient.chartNumber',
  'coverage.payerName',
  'coverage.payerId',
  'coverage.memberId',
  'coverage.groupNumber',
  'coverage.relationship', // SBR02 code
  'subscriber.lastName',
  'subscriber.firstName',
  'subscriber.middleName',
  'subscriber.birthDate',
  'subscriber.sex',
  'subscriber.address.line1',
  'subscriber.address.city',
  'subscriber.address.state',
  'subscriber.address.postalCode',
  'visit.serviceDate',
  'visit.onsetDate',
  'visit.renderingProviderName',
  'visit.renderingProviderNpi',
  'visit.referringProviderName',
  'visit.referringProviderNpi',
  'visit.facilityName',
  'visit.placeOfService',
  'visit.priorAuthorizationNumber',
  'visit.patientPaidAmount',
] as const;
export type CaptureField = (typeof CAPTURE_FIELDS)[number];

export interface CapturedDiagnosis {
  readonly code: Captured;
  readonly description?: Captured;
}

export interface CapturedLine {
  readonly procedureCode: Captured;
  readonly description?: Captured;
  /** In order, each two characters. */
  readonly modifiers: readonly Captured[];
  readonly units?: Captured;
  /** Price of one unit, or ... */
  readonly unitPrice?: Captured;
  /** ... the charge of the whole line; a page shows one of the two. */
  readonly chargeAmount?: Captured;
  /** Diagnosis codes this line points at, in order (letters and numbers already resolved to codes). */
  readonly diagnosisCodes: readonly Captured[];
  readonly serviceDate?: Captured;
  /** The last day, where the line is of several. */
  readonly serviceDateEnd?: Captured;
  readonly placeOfService?: Captured;
  readonly drug?: CapturedDrug;
}

/** What was given of a drug, by its NDC. */
export interface CapturedDrug {
  /** 11 digits. */
  readonly code: Captured;
  readonly quantity?: Captured;
  /** F2, GR, ME, ML, UN. */
  readonly unit?: Captured;
}

/** Something a person must know about the reading itself. */
export interface CaptureNote {
  readonly code:
    | 'no-visit' // no visit on this page
    | 'patient-mismatch' // banner and frame name different patients: nothing may be billed
    | 'unconfirmed-patient' // nothing tells whose the lines are: nothing may be billed until they are opened anew
    | 'row-left-out' // a row was skipped on purpose (deleted, billed already)
    | 'already-billed'
    | 'unknown-provider' // the practice has nobody of the name or NPI that the page says
    | 'codes-not-on-page'
    | 'page-changed' // a taught page looks different now
    | 'partial' // the page shows only part of a list
    | 'unresolved-pointer'
    | 'look-elsewhere'; // which page of the EHR holds what is missing
  /** One sentence for the person; never a patient's name or number. */
  readonly message: string;
  /** For `look-elsewhere`: the link in the page that leads there. */
  readonly placeId?: string;
  /** For `look-elsewhere`: what would be found there. */
  readonly fields?: readonly CaptureField[];
}

export interface Capture {
  /** Id of the recipe that read it; `generic` for none. */
  readonly ehr: string;
  readonly fields: Partial<Record<CaptureField, Captured>>;
  readonly diagnoses: readonly CapturedDiagnosis[];
  readonly lines: readonly CapturedLine[];
  readonly notes: readonly CaptureNote[];
  readonly binding: CaptureBinding;
}

/** What a capture is bound to; compared again before a claim is sent. */
export interface CaptureBinding {
  /** Random id of the page's document instance, new at each load. */
  readonly documentId: string;
  /** Identity of the patient shown: normalised name, birth date and chart number joined; compared, never shown. */
  readonly patient: string;
  /** Identity of the visit shown, `date|visit number` as far as the page tells; correcting a code does not change it. */
  readonly visit: string;
  /** Digest of every value read: changes when anything that would be billed changes. */
  readonly content: string;
}
