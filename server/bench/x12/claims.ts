/** Claims for files of any size: the same every time, obviously invented, mixed as a practice bills, without a finding. */
import type { Claim, ServiceLine } from '@claimside/shared/claim';
import {
  anesthesiaClaim,
  chiropracticClaim,
  dependentClaim,
  drugClaim,
  equipmentClaim,
  exampleClaim,
  laboratoryClaim,
  medicareClaim,
  secondaryClaim,
  workCompClaim,
} from '@claimside/shared/examples';
import { cents, type IsoDate, isIsoDate } from '@claimside/shared/values';
import type { ClaimFileEnvelope, NumberedClaim } from '../../src/transactions/claim-837p/index.ts';

/** The day on which all edits are run: no claim is of a later day, or too old. */
export const TODAY = day('2026-11-22');

export const ENVELOPE: ClaimFileEnvelope = {
  interchangeSender: { qualifier: 'ZZ', id: '123456789' },
  interchangeReceiver: { qualifier: 'ZZ', id: '330897513' },
  applicationSender: '123456789',
  applicationReceiver: '330897513',
  usageIndicator: 'T',
  acknowledgementRequested: '0',
  interchangeControlNumber: 101,
  groupControlNumber: 101,
  transactionSetControlNumber: 1,
  date: TODAY,
  time: '1530',
  batchReference: 'B000000101',
  submitter: {
    name: 'Sample Clinic',
    id: '123456789',
    contactName: 'Billing Office',
    contactPhone: '2175550100',
  },
  receiver: { name: 'OFFICE ALLY', id: '330897513' },
};

/** The first `count` claims; a longer list begins with the same ones. */
export function benchClaims(count: number): NumberedClaim[] {
  return Array.from({ length: count }, (_, index) => ({
    patientControlNumber: `C${String(index + 1).padStart(9, '0')}`,
    claim: claimAt(index),
  }));
}

/** One turn of twenty claims: mostly office visits of one to six lines. */
const TURN: readonly (Claim | 'office-visit')[] = [
  ...Array.from({ length: 5 }, () => 'office-visit' as const),
  medicareClaim,
  dependentClaim,
  'office-visit',
  chiropracticClaim,
  'office-visit',
  secondaryClaim,
  'office-visit',
  dependentClaim,
  laboratoryClaim,
  'office-visit',
  drugClaim,
  'office-visit',
  'office-visit',
  workCompClaim,
];
const RARE = [anesthesiaClaim, equipmentClaim];

function claimAt(index: number): Claim {
  const turn = Math.floor(index / (TURN.length + 1));
  const kind = TURN[index % (TURN.length + 1)] ?? pick(RARE, turn);
  return forPerson(kind === 'office-visit' ? officeVisit(index) : kind, index);
}

const FIRST_NAMES = ['Aria', 'Bram', 'Cleo', 'Dov', 'Esme', 'Finn', 'Greta', 'Hugo', 'Ilse', 'Jory', 'Kiki'];
const LAST_NAMES = ['Madeup', 'Invented', 'Sample', 'Nobody', 'Example', "O'Fiction", 'Test-Case'];
const STREETS = ['Invented Lane', 'Made Up Road', 'Example Street', 'Fiction Court'];

/** Of somebody else: other names, address and numbers. */
function forPerson(claim: Claim, index: number): Claim {
  const { patient, subscriber, coverage } = claim;
  const lastName = pick(LAST_NAMES, index);
  const address = { ...patient.address, line1: `${1 + (index % 9_000)} ${pick(STREETS, index)}` };
  const isPerson = subscriber?.lastName !== undefined;
  return {
    ...claim,
    patient: { ...patient, lastName, firstName: pick(FIRST_NAMES, Math.floor(index / 7)), address },
    ...(isPerson ? { subscriber: { ...subscriber, lastName } } : {}),
    coverage:
      coverage.payerId === '60054' ? { ...coverage, memberId: `W${String(100_000_000 + index)}` } : coverage,
  };
}

const DIAGNOSES = ['M54.50', 'I10', 'E11.9', 'J06.9', 'M25.561', 'R51.9', 'F41.1', 'Z00.00', 'L40.0'];
const SERVICES: readonly (readonly [code: string, modifiers: readonly string[], charge: number])[] = [
  ['99213', ['25'], 14_500],
  ['97110', ['GP'], 4_800],
  ['97140', ['GP', '59'], 5_250],
  ['20610', ['RT'], 15_075],
  ['93000', [], 3_999],
  ['96372', [], 2_550],
];

function officeVisit(index: number): Claim {
  const serviceDate = day(`2026-11-${String(2 + (index % 18)).padStart(2, '0')}`);
  const diagnosisCount = 1 + (index % 4);
  return {
    ...exampleClaim,
    diagnoses: Array.from({ length: diagnosisCount }, (_, at) => ({ code: pick(DIAGNOSES, index + at) })),
    serviceLines: SERVICES.slice(0, 1 + (index % SERVICES.length)).map(
      ([procedureCode, modifiers, charge], at): ServiceLine => ({
        procedureCode,
        modifiers: [...modifiers],
        chargeAmount: cents(charge),
        units: 1,
        diagnosisPointers: Array.from({ length: Math.min(diagnosisCount, 1 + (at % 2)) }, (_, n) => n + 1),
        serviceDate,
      }),
    ),
    ...(index % 10 === 0 ? { patientPaidAmount: cents(2_500) } : {}),
    ...(index % 14 === 0 ? { priorAuthorizationNumber: `PA${index}` } : {}),
  };
}

function pick<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError('not a calendar date');
  return text;
}
