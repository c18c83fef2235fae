/** What can be taught, in the order in which a person teaches it. */
import type { CaptureField } from '@claimside/shared/capture';
import type { PointedAt } from '@claimside/shared/recipe';
import { lower } from '../visit/claim-fields/words.ts';

/** A field, or one of the two lists. */
export type RowId = CaptureField | 'diagnoses' | 'lines';

export interface TeachRow {
  readonly id: RowId;
  readonly label: string;
  /** Said while pointing: "Click the patient's birth date". */
  readonly words: string;
  /** No claim can be sent without it. */
  readonly isNeeded?: true;
  /** Charts often show it on another page than the codes. */
  readonly mayBeElsewhere?: true;
}

export interface TeachGroup {
  readonly title: string;
  /** Said above its rows. */
  readonly hint?: string;
  readonly rows: readonly TeachRow[];
  /** Folded until a person asks for it. */
  readonly isMore?: true;
}

const NEEDED = 'needed';
const ELSEWHERE = 'needed, here or on another page';

const row = (id: RowId, label: string, words: string, need?: typeof NEEDED | typeof ELSEWHERE): TeachRow => ({
  id,
  label,
  words,
  ...(need && { isNeeded: true }),
  ...(need === ELSEWHERE && { mayBeElsewhere: true }),
});

export const TEACH_GROUPS: readonly TeachGroup[] = [
  {
    title: 'Patient',
    hint: 'The name: in one piece, or last and first name, as the page shows it. Not both.',
    rows: [
      row('patient.name', 'Name in one piece', "the patient's whole name"),
      row('patient.lastName', 'Last name', "the patient's last name", NEEDED),
      row('patient.firstName', 'First name', "the patient's first name", NEEDED),
      row('patient.birthDate', 'Birth date', "the patient's birth date", NEEDED),
      row('patient.sex', 'Sex', "the patient's sex", NEEDED),
      row('patient.chartNumber', 'Chart no.', "the patient's chart number"),
    ],
  },
  {
    title: 'Visit',
    rows: [
      row('visit.serviceDate', 'Date of service', 'the date of service', NEEDED),
      row('visit.renderingProviderName', 'Provider', "the treating provider's name"),
      row('visit.placeOfService', 'Place of service', 'the place of service'),
    ],
  },
  {
    title: 'Codes',
    rows: [
      row('diagnoses', 'Diagnoses', 'the diagnoses of this visit', NEEDED),
      row('lines', 'Services', 'the list of services', NEEDED),
    ],
  },
  {
    title: 'Insurance',
    rows: [
      row('coverage.payerName', 'Payer', "the payer's name", NEEDED),
      row('coverage.memberId', 'Member ID', 'the member ID', NEEDED),
      row('coverage.groupNumber', 'Group no.', 'the group number'),
      row('coverage.relationship', 'Relationship', "the patient's relationship to the insured", ELSEWHERE),
    ],
  },
  {
    title: 'Address',
    rows: [
      row('patient.address.line1', 'Street', "the patient's street", ELSEWHERE),
      row('patient.address.city', 'City', "the patient's city", ELSEWHERE),
      row('patient.address.state', 'State', "the patient's state", ELSEWHERE),
      row('patient.address.postalCode', 'ZIP', "the patient's ZIP code", ELSEWHERE),
    ],
  },
  {
    title: 'More',
    isMore: true,
    rows: [
      row('patient.phone', 'Phone', "the patient's phone number"),
      row('subscriber.lastName', 'Insured, last name', "the insured person's last name"),
      row('subscriber.firstName', 'Insured, first name', "the insured person's first name"),
      row('subscriber.birthDate', 'Insured, birth date', "the insured person's birth date"),
      row('subscriber.sex', 'Insured, sex', "the insured person's sex"),
      row('visit.onsetDate', 'Onset', 'the date of onset'),
      row('visit.priorAuthorizationNumber', 'Authorization no.', 'the authorization number'),
      row('visit.patientPaidAmount', 'Patient paid', 'what the patient paid'),
    ],
  },
];

const ROWS = TEACH_GROUPS.flatMap(({ rows }) => rows);

export const rowOf = (id: RowId): TeachRow | undefined => ROWS.find((each) => each.id === id);

export const pointedAtOf = (id: RowId): PointedAt => (id === 'diagnoses' || id === 'lines' ? id : 'value');

/** The needed row after this one that is not read yet, from the last on to the first. */
export function nextRow(after: RowId, isRead: (id: RowId) => boolean): RowId | undefined {
  const at = ROWS.findIndex(({ id }) => id === after);
  const inTurn = [...ROWS.slice(at + 1), ...ROWS.slice(0, at)];
  return inTurn.find(({ id, isNeeded }) => isNeeded && !isRead(id))?.id;
}

/** As it stands within a sentence: `member ID`. */
export const inSentence = ({ label }: TeachRow): string => lower(label);
