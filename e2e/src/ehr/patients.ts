/** The invented people and visits that the look-alike pages show. */

export interface LookAlikePatient {
  readonly pid: number;
  readonly title: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly age: number;
  readonly sex: 'Female' | 'Male';
  readonly chartNumber: string;
  readonly street: string;
  readonly city: string;
  readonly state: readonly [code: string, name: string];
  readonly postalCode: string;
  readonly phone: string;
  /** Shown by the pages and never to be captured. */
  readonly socialSecurity: string;
  readonly payer: { readonly name: string; readonly address: string };
  readonly memberId: string;
  readonly groupNumber: string;
  readonly planName: string;
  readonly visit: LookAlikeVisit;
}

export interface LookAlikeVisit {
  readonly number: number;
  readonly date: string;
  readonly onsetDate: string;
  readonly provider: string;
  readonly facility: string;
  readonly reason: string;
  readonly diagnoses: readonly (readonly [code: string, description: string])[];
  readonly lines: readonly LookAlikeLine[];
}

export interface LookAlikeLine {
  readonly type: 'CPT4' | 'HCPCS';
  readonly code: string;
  readonly description: string;
  readonly modifiers: string;
  /** Of one unit, as OpenEMR prints it: without padding. */
  readonly price: string;
  readonly units: string;
  readonly justify: string;
  readonly ndc?: string;
}

export const MARTA: LookAlikePatient = {
  pid: 1,
  title: 'Ms.',
  firstName: 'Marta',
  middleName: 'L',
  lastName: 'Quintero',
  birthDate: '1978-04-12',
  age: 48,
  sex: 'Female',
  chartNumber: 'MRN-00417',
  street: '12 Example Lane',
  city: 'Springfield',
  state: ['IL', 'Illinois'],
  postalCode: '62704',
  phone: '217-555-0188',
  socialSecurity: '900-12-3456',
  payer: { name: 'Aetna', address: 'PO Box 14079, Lexington, KY 40512' },
  memberId: 'W123456789',
  groupNumber: '86044-011',
  planName: 'Choice POS II',
  visit: {
    number: 4711,
    date: '2026-11-16',
    onsetDate: '2026-11-02',
    provider: 'Halvorsen, Ingrid',
    facility: 'Testville Family Practice',
    reason: 'Low back pain, knee injection, blood pressure check',
    diagnoses: [
      ['M54.50', 'Low back pain, unspecified'],
      ['I10', 'Essential (primary) hypertension'],
      ['E11.9', 'Type 2 diabetes mellitus without complications'],
    ],
    lines: [
      {
        type: 'CPT4',
        code: '99214',
        description: 'Office visit, established, moderate',
        modifiers: '25',
        price: '185',
        units: '1',
        justify: 'ICD10|I10,ICD10|E11.9',
      },
      {
        type: 'CPT4',
        code: '97110',
        description: 'Therapeutic exercises, 15 min',
        modifiers: 'GP',
        price: '48',
        units: '2',
        justify: 'ICD10|M54.50',
      },
      {
        type: 'CPT4',
        code: '20610',
        description: 'Injection, major joint',
        modifiers: 'RT:59',
        price: '140',
        units: '1',
        justify: 'ICD10|M54.50',
      },
    ],
  },
};

/** The drug of the knee injection; shown when the page is asked for it, with its NDC on an extra row. */
export const DRUG_LINE: LookAlikeLine = {
  type: 'HCPCS',
  code: 'J1030',
  description: 'Methylprednisolone, 40 mg',
  modifiers: '',
  price: '12.5',
  units: '1',
  justify: 'ICD10|M54.50',
  ndc: '00009-3073-01',
};

export const TOBIAS: LookAlikePatient = {
  pid: 2,
  title: 'Mr.',
  firstName: 'Tobias',
  middleName: '',
  lastName: 'Examplesson',
  birthDate: '1990-02-03',
  age: 36,
  sex: 'Male',
  chartNumber: 'MRN-00552',
  street: '7 Sample Court',
  city: 'Springfield',
  state: ['IL', 'Illinois'],
  postalCode: '62701',
  phone: '217-555-0143',
  socialSecurity: '900-65-4321',
  payer: { name: 'Blue Cross Blue Shield of Illinois', address: 'PO Box 805107, Chicago, IL 60680' },
  memberId: 'XOF900111222',
  groupNumber: 'P40021',
  planName: 'PPO',
  visit: {
    number: 4720,
    date: '2026-11-18',
    onsetDate: '2026-11-18',
    provider: 'Halvorsen, Ingrid',
    facility: 'Testville Family Practice',
    reason: 'Annual check',
    diagnoses: [['Z00.00', 'General adult examination without abnormal findings']],
    lines: [
      {
        type: 'CPT4',
        code: '99395',
        description: 'Preventive visit, established, 18-39',
        modifiers: '',
        price: '160',
        units: '1',
        justify: 'ICD10|Z00.00',
      },
    ],
  },
};

export const PATIENTS: readonly LookAlikePatient[] = [MARTA, TOBIAS];

/** The patient of a `set_pid`, with another member id when the address asks for one; Marta when there is none. */
export function patientOf(query: {
  pid?: string | undefined;
  member?: string | undefined;
}): LookAlikePatient {
  const patient = PATIENTS.find(({ pid }) => String(pid) === query.pid) ?? MARTA;
  return query.member ? { ...patient, memberId: query.member } : patient;
}
