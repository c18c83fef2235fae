/** What a column of a patient list may be: of the patient, of one of the coverages, or the order of the row's coverage. */
import { COVERAGE_RANKS, type CoverageRank } from './ranks.ts';

/** Of the patient. */
export const PERSON_COLUMNS = {
  name: 'Name (Last, First)',
  lastName: 'Last name',
  firstName: 'First name',
  middleName: 'Middle name',
  suffix: 'Suffix',
  birthDate: 'Date of birth',
  sex: 'Sex',
  line1: 'Address',
  line2: 'Address, second line',
  city: 'City',
  state: 'State',
  postalCode: 'ZIP',
  phone: 'Phone',
} as const;
export type PersonColumn = keyof typeof PERSON_COLUMNS;

/** Of a coverage; those of the insured person begin with `insured`. */
export const COVERAGE_COLUMNS = {
  payerName: 'Payer',
  payerId: 'Payer ID',
  memberId: 'Member ID',
  groupNumber: 'Group number',
  groupName: 'Group name',
  planName: 'Plan name',
  claimFilingIndicator: 'Kind of insurance',
  relationship: 'Patient’s relationship to the insured',
  copay: 'Copay',
  payerPhone: 'Payer’s phone',
  validFrom: 'Valid from',
  validTo: 'Valid to',
  notes: 'Notes',
  insuredName: 'Insured’s name (Last, First)',
  insuredLastName: 'Insured’s last name',
  insuredFirstName: 'Insured’s first name',
  insuredBirthDate: 'Insured’s date of birth',
  insuredSex: 'Insured’s sex',
  insuredLine1: 'Insured’s address',
  insuredLine2: 'Insured’s address, second line',
  insuredCity: 'Insured’s city',
  insuredState: 'Insured’s state',
  insuredPostalCode: 'Insured’s ZIP',
} as const;
export type CoverageColumn = keyof typeof COVERAGE_COLUMNS;

export type PatientColumn = PersonColumn | 'rank' | `${CoverageRank}.${CoverageColumn}`;

const coverageColumns = Object.keys(COVERAGE_COLUMNS) as CoverageColumn[];

/** What each column of a list is, in its order; empty: left out. */
export type SaidColumns = readonly (PatientColumn | '')[];

export const PATIENT_COLUMNS: readonly [PatientColumn, ...PatientColumn[]] = [
  'rank',
  ...(Object.keys(PERSON_COLUMNS) as PersonColumn[]),
  ...COVERAGE_RANKS.flatMap((rank) => coverageColumns.map((part) => `${rank}.${part}` as const)),
];

export const RANK_WORDS: Readonly<Record<CoverageRank, string>> = {
  P: 'Primary',
  S: 'Secondary',
  T: 'Tertiary',
};

/** As a person chooses it: `Primary: Member ID`. */
export function columnWords(column: PatientColumn): string {
  if (column === 'rank') return 'Order of the row’s coverage';
  const [rank, part] = column.split('.') as [CoverageRank, CoverageColumn | undefined];
  return part === undefined
    ? PERSON_COLUMNS[column as PersonColumn]
    : `${RANK_WORDS[rank]}: ${COVERAGE_COLUMNS[part]}`;
}
