import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import { cents, type IsoDate } from '../values/index.ts';
import { type ClaimReference, compareWithClaim, contradicts, identityOf } from './compare.ts';

const CLAIM = {
  ...exampleClaim,
  patient: { ...exampleClaim.patient, lastName: 'Smith-Tester', firstName: 'Anna' },
  coverage: { ...exampleClaim.coverage, memberId: 'W 12345-6789', payerName: 'Sample Health Plan' },
};
const identity = identityOf(CLAIM);
const [day = '2026-11-16' as IsoDate] = identity.serviceDates;

const compare = (said: Partial<ClaimReference>) =>
  compareWithClaim({ patientControlNumber: '', ...said }, identity);

test.each([
  ['patient', { lastName: 'SMITH TESTER', firstName: 'ANNA' }, 'same'],
  ['patient', { lastName: 'TESTER', firstName: 'ANNA' }, 'near'],
  ['patient', { lastName: 'SMITH-TESTER', firstName: 'BEN' }, 'near'],
  ['patient', { lastName: 'SAMPLE', firstName: 'ANNA' }, 'other'],
  ['patient', {}, 'unknown'],
  ['memberId', { memberIds: ['w123456789'] }, 'same'],
  ['memberId', { memberIds: ['W12345678901'] }, 'near'],
  ['memberId', { memberIds: ['W12'] }, 'other'],
  ['memberId', { memberIds: ['X999', 'W123456789'] }, 'same'],
  ['memberId', { memberIds: [' '] }, 'unknown'],
  ['serviceDate', { serviceDate: day }, 'same'],
  ['serviceDate', { serviceDate: '1999-01-01' as IsoDate }, 'other'],
  ['charge', { charge: identity.charge }, 'same'],
  ['charge', { charge: cents(1) }, 'other'],
  ['payer', { payerName: 'SAMPLE HEALTH PLAN OF OREGON' }, 'near'],
  ['payer', { payerName: 'OTHER PLAN' }, 'other'],
] as const)('%s of %j is %s', (part, said, fit) => {
  expect(compare(said)[part]).toBe(fit);
});

test('a date that is off by days says by how many', () => {
  const next = new Date(Date.parse(day) + 2 * 86_400_000).toISOString().slice(0, 10) as IsoDate;
  expect(compare({ serviceDate: next })).toMatchObject({ serviceDate: 'near', daysOff: 2 });
});

test('name, member and charge contradict together, or not at all', () => {
  const other = { lastName: 'SAMPLE', memberIds: ['X1'], charge: cents(1) };
  expect(contradicts(compare(other))).toBe(true);
  for (const agreeing of [
    { lastName: 'TESTER' },
    { memberIds: ['W123456789'] },
    { charge: identity.charge },
    { charge: undefined },
  ])
    expect(contradicts(compare({ ...other, ...agreeing }))).toBe(false);
});
