/**
 * Where each box of the claim form of 02/12 is printed: a table in columns of 1/10 inch and lines of 1/6 inch, both from 1. The names are
 * our own; nothing of the form itself is drawn.
 */

export interface BoxPlace {
  readonly line: number;
  readonly column: number;
  /** Most characters. */
  readonly width: number;
}

export interface Box {
  /** As people call it: `24F`, `33a`. */
  readonly box: string;
  readonly name: string;
  /** Its parts, in reading order: a date has three, a choice one for each answer. */
  readonly parts: Readonly<Record<string, BoxPlace>>;
}

const at = (line: number, column: number, width: number): BoxPlace => ({ line, column, width });
const one = (box: string, name: string, line: number, column: number, width: number): Box => ({
  box,
  name,
  parts: { text: at(line, column, width) },
});
/** Answers to tick, by the column of each. */
const choice = (box: string, name: string, line: number, columns: Readonly<Record<string, number>>): Box => ({
  box,
  name,
  parts: Object.fromEntries(Object.entries(columns).map(([answer, column]) => [answer, at(line, column, 1)])),
});
/** Month, day, year of four digits, by the column of each. */
const date = (
  box: string,
  name: string,
  line: number,
  [month, day, year]: readonly [number, number, number],
): Box => ({
  box,
  name,
  parts: { month: at(line, month, 2), day: at(line, day, 2), year: at(line, year, 4) },
});
const address = (box: string, name: string, columns: { text: number; state: number; phone: number }) => ({
  street: one(box, `${name}, street`, 12, columns.text, 28),
  city: one(box, `${name}, city`, 14, columns.text, 20),
  state: one(box, `${name}, state`, 14, columns.state, 2),
  zip: one(box, `${name}, ZIP`, 16, columns.text, 10),
  phone: {
    box,
    name: `${name}, telephone`,
    parts: { area: at(16, columns.phone, 3), number: at(16, columns.phone + 4, 7) },
  },
});

export const ADDRESS_BOXES = {
  patient: address('5', 'Patient', { text: 1, state: 26, phone: 15 }),
  insured: address('7', 'Insured', { text: 50, state: 74, phone: 65 }),
};

/** Of the page, but for addresses and service lines. */
export const BOXES = {
  payer: {
    box: 'Top',
    name: 'Payer and its address',
    parts: { name: at(2, 41, 31), street: at(3, 41, 31), more: at(4, 41, 31), city: at(5, 41, 31) },
  },
  kind: choice('1', 'Kind of insurance', 8, {
    medicare: 1,
    medicaid: 8,
    tricare: 15,
    champva: 24,
    group: 31,
    feca: 39,
    other: 45,
  }),
  memberId: one('1a', 'Member ID', 8, 50, 29),
  patientName: one('2', 'Patient', 10, 1, 28),
  patientBirth: date('3', 'Birth date of the patient', 10, [31, 34, 37]),
  patientSex: choice('3', 'Sex of the patient', 10, { M: 42, F: 47 }),
  insuredName: one('4', 'Insured', 10, 50, 28),
  relationship: choice('6', 'Patient is to the insured', 12, { self: 33, spouse: 38, child: 42, other: 47 }),
  otherInsured: one('9', 'Insured by another insurance', 18, 1, 28),
  otherPolicy: one('9a', 'Other insurance, policy or group', 20, 1, 28),
  otherPlan: one('9d', 'Other insurance, plan', 26, 1, 28),
  employment: choice('10a', 'Because of work', 20, { yes: 35, no: 41 }),
  auto: choice('10b', 'Because of a car accident', 22, { yes: 35, no: 41 }),
  autoState: one('10b', 'State of the accident', 22, 45, 2),
  otherAccident: choice('10c', 'Because of another accident', 24, { yes: 35, no: 41 }),
  claimCodes: one('10d', 'Claim codes', 26, 30, 19),
  group: one('11', 'Group number', 18, 50, 29),
  insuredBirth: date('11a', 'Birth date of the insured', 20, [53, 56, 59]),
  insuredSex: choice('11a', 'Sex of the insured', 20, { M: 68, F: 75 }),
  otherClaimId: {
    box: '11b',
    name: 'Other claim number',
    parts: { qualifier: at(22, 50, 2), number: at(22, 53, 26) },
  },
  plan: one('11c', 'Plan', 24, 50, 29),
  otherPlanToo: choice('11d', 'Another health plan', 26, { yes: 52, no: 57 }),
  patientSignature: one('12', 'Signature of the patient', 29, 7, 24),
  insuredSignature: one('13', 'Signature of the insured', 29, 55, 24),
  illness: date('14', 'Date of illness, injury or pregnancy', 32, [2, 5, 8]),
  illnessKind: one('14', 'What that date is', 32, 16, 3),
  otherDateKind: one('15', 'What the other date is', 32, 31, 3),
  otherDate: date('15', 'Other date', 32, [37, 40, 43]),
  offWorkFrom: date('16', 'Unable to work from', 32, [54, 57, 60]),
  offWorkTo: date('16', 'Unable to work to', 32, [68, 71, 74]),
  referrerId: {
    box: '17a',
    name: 'Other number of the referrer',
    parts: { qualifier: at(33, 30, 2), number: at(33, 33, 15) },
  },
  referrer: {
    box: '17',
    name: 'Who referred, ordered or supervised',
    parts: { qualifier: at(34, 1, 2), name: at(34, 4, 24) },
  },
  referrerNpi: one('17b', 'NPI of the referrer', 34, 33, 10),
  hospitalFrom: date('18', 'In hospital from', 34, [54, 57, 60]),
  hospitalTo: date('18', 'In hospital to', 34, [68, 71, 74]),
  note: one('19', 'Additional information', 36, 1, 48),
  outsideLab: choice('20', 'Outside laboratory', 36, { yes: 52, no: 57 }),
  outsideCharge: one('20', 'Its charges', 36, 62, 8),
  icd: one('21', 'Edition of ICD', 37, 42, 1),
  diagnoses: {
    box: '21',
    name: 'Diagnoses',
    parts: Object.fromEntries(
      Array.from('ABCDEFGHIJKL', (letter, place) => [
        letter,
        at(38 + Math.floor(place / 4), 3 + 13 * (place % 4), 8),
      ]),
    ),
  },
  resubmission: {
    box: '22',
    name: 'Resubmission code and original number',
    parts: { code: at(38, 50, 11), number: at(38, 62, 17) },
  },
  authorization: one('23', 'Authorization, referral or CLIA number', 40, 50, 28),
  taxId: one('25', 'Tax ID', 56, 1, 15),
  taxIdKind: choice('25', 'Kind of tax ID', 56, { SSN: 17, EIN: 19 }),
  account: one('26', 'Our claim number', 56, 23, 14),
  assignment: choice('27', 'Accepts assignment', 56, { yes: 38, no: 43 }),
  total: one('28', 'Total charge', 56, 52, 9),
  paid: one('29', 'Amount paid', 56, 62, 8),
  phone: {
    box: '33',
    name: 'Billing provider, telephone',
    parts: { area: at(57, 66, 3), number: at(57, 70, 8) },
  },
  signature: {
    box: '31',
    name: 'Signature of the provider',
    parts: { words: at(60, 1, 20), date: at(61, 6, 10) },
  },
  facility: {
    box: '32',
    name: 'Service facility',
    parts: { name: at(58, 23, 26), street: at(59, 23, 26), city: at(60, 23, 26) },
  },
  facilityNpi: one('32a', 'NPI of the facility', 61, 23, 10),
  facilityId: one('32b', 'Other number of the facility', 61, 36, 13),
  billing: {
    box: '33',
    name: 'Billing provider',
    parts: { name: at(58, 50, 29), street: at(59, 50, 29), city: at(60, 50, 29) },
  },
  billingNpi: one('33a', 'NPI of the billing provider', 61, 50, 10),
  billingId: one('33b', 'Other number of the billing provider', 61, 63, 16),
} as const satisfies Readonly<Record<string, Box>>;

export type BoxName = keyof typeof BOXES;

/** Service lines of a page. */
export const LINES_A_PAGE = 6;

/** Of one service line: `line` is counted from that of its shaded half, the other half is the next one. */
export const LINE_BOXES = {
  supplement: one('24', 'Supplement', 0, 1, 60),
  from: { box: '24A', name: 'From', parts: { month: at(1, 1, 2), day: at(1, 4, 2), year: at(1, 7, 2) } },
  to: { box: '24A', name: 'To', parts: { month: at(1, 10, 2), day: at(1, 13, 2), year: at(1, 16, 2) } },
  place: one('24B', 'Place', 1, 19, 2),
  emergency: one('24C', 'Emergency', 1, 22, 1),
  procedure: one('24D', 'Procedure', 1, 25, 6),
  modifiers: one('24D', 'Modifiers', 1, 33, 11),
  pointers: one('24E', 'Diagnoses', 1, 45, 4),
  charge: one('24F', 'Charge', 1, 50, 8),
  units: one('24G', 'Units', 1, 59, 3),
  epsdt: one('24H', 'EPSDT', 1, 63, 1),
  renderingQualifier: one('24I', 'Its kind', 0, 65, 2),
  renderingId: one('24J', 'Number of who treated', 0, 68, 11),
  renderingNpi: one('24J', 'NPI of who treated', 1, 68, 10),
} as const satisfies Readonly<Record<string, Box>>;

export type LineBoxName = keyof typeof LINE_BOXES;

/** The shaded half of a service line, from 0. */
export const shadedLine = (place: number): number => 43 + 2 * place;
