/** A terse 999 names a segment by its number alone: our own file leads from there to the claim, its line and its field. */
import { exampleClaim, secondaryClaim } from '@claimside/shared/examples';
import { describe, expect, test } from 'vitest';
import type {
  ElementError,
  SegmentError,
  TransactionSetAcknowledgement,
} from '../../transactions/ack-999/index.ts';
import { placesInFile, writeClaimFile } from '../../transactions/claim-837p/index.ts';
import { exampleClaimFileEnvelope, segmentLines } from '../../transactions/examples.ts';
import { describeSetErrors, segmentsNamed } from './set-errors.ts';

/** Three claims in one set; the second has a patient who is not the subscriber, and three lines. */
const [line] = exampleClaim.serviceLines;
const ofDependent = {
  ...secondaryClaim,
  relationshipToSubscriber: '19' as const,
  subscriber: {
    lastName: 'TESTER',
    firstName: 'CARL',
    birthDate: exampleClaim.patient.birthDate,
    sex: 'M' as const,
    address: exampleClaim.patient.address,
  },
  serviceLines: [line, line, { ...line, modifiers: ['25'] }] as typeof exampleClaim.serviceLines,
};
const { bytes, positions } = writeClaimFile(exampleClaimFileEnvelope, [
  { patientControlNumber: 'C000000001', claim: exampleClaim },
  { patientControlNumber: 'C000000002', claim: ofDependent },
  { patientControlNumber: 'C000000003', claim: exampleClaim },
]);
const position = (number: string) => {
  const found = positions.find(({ patientControlNumber }) => patientControlNumber === number);
  if (!found) throw new Error(`no claim ${number} in the file`);
  return found;
};
/** ST is 1. */
const lines = segmentLines(bytes).slice(2);

/** The number of the `nth` segment of the claim that begins like this. */
function ordinalOf(claim: string, start: string, nth = 1): number {
  const { firstOrdinal, lastOrdinal } = position(claim);
  const found = lines.flatMap((text, index) =>
    text.startsWith(start) && index + 1 >= firstOrdinal && index + 1 <= lastOrdinal ? [index + 1] : [],
  )[nth - 1];
  if (found === undefined) throw new Error(`no ${start} in ${claim}`);
  return found;
}

const setWith = (...segmentErrors: SegmentError[]): TransactionSetAcknowledgement => ({
  identifier: '837',
  controlNumber: '0001',
  segmentErrors,
  code: 'R',
  errorCodes: ['5'],
});

function error(ordinal: number, segmentId: string, more: Partial<SegmentError> = {}): SegmentError {
  return { segmentId, ordinal, loop: '', code: '8', contexts: [], elementErrors: [], ...more };
}
const at = (element: number, code: string, component?: number): ElementError => ({
  element,
  ...(component === undefined ? {} : { component }),
  code,
  value: 'PATIENT DATA',
});

const said = (number: string, ...errors: SegmentError[]) => {
  const set = setWith(...errors);
  return describeSetErrors(set, position(number), positions, placesInFile(bytes, segmentsNamed([set])));
};

describe('an error is said with its line and field, in the claim in which it stands', () => {
  test.each([
    [
      'a procedure of the third line',
      'C000000002',
      'SV1*',
      3,
      at(1, '7', 2),
      'Line 3, procedure code: is not a valid code (SV101-2).',
    ],
    [
      'a modifier of it',
      'C000000002',
      'SV1*',
      3,
      at(1, '7', 3),
      'Line 3, modifier 1: is not a valid code (SV101-3).',
    ],
    [
      'a composite without its part',
      'C000000001',
      'SV1*',
      1,
      at(1, '1'),
      'Line 1, procedure code: is missing (SV101).',
    ],
    [
      'a charge',
      'C000000001',
      'SV1*',
      2,
      at(2, '6'),
      'Line 2, charge amount: has a character that is not allowed (SV102).',
    ],
    [
      'a service date',
      'C000000003',
      'DTP*472',
      2,
      at(3, '8'),
      'Line 2, service date: is not a valid date (DTP03).',
    ],
    ['a diagnosis', 'C000000001', 'HI*', 1, at(2, '7', 2), 'Diagnosis 2: is not a valid code (HI02-2).'],
    ['the member id', 'C000000001', 'NM1*IL', 1, at(9, '5'), 'Coverage, member ID: is too long (NM109).'],
    [
      'the name of a patient who is the subscriber',
      'C000000001',
      'NM1*IL',
      1,
      at(3, '1'),
      'Patient, last name: is missing (NM103).',
    ],
    [
      'the name of a subscriber who is not the patient',
      'C000000002',
      'NM1*IL',
      1,
      at(4, '1'),
      'Subscriber, first name: is missing (NM104).',
    ],
    [
      'the birth date of a dependent',
      'C000000002',
      'NM1*QC',
      1,
      at(3, '6'),
      'Patient, last name: has a character that is not allowed (NM103).',
    ],
    ['the payer', 'C000000003', 'NM1*PR', 1, at(9, '7'), 'Coverage, payer ID: is not a valid code (NM109).'],
    [
      'the total, which is no field',
      'C000000001',
      'CLM*',
      1,
      at(2, '6'),
      'CLM02: has a character that is not allowed.',
    ],
  ] as const)('%s', (_, claim, start, nth, elementError, words) => {
    const [segmentId = ''] = start.split('*');
    const found = said(
      claim,
      error(ordinalOf(claim, start, nth), segmentId, { elementErrors: [elementError] }),
    );
    expect(found).toMatchObject({ concerned: true, message: `In this claim: ${words}` });
  });

  test('the other claims of the set are told that it is not theirs', () => {
    const errors = [error(ordinalOf('C000000002', 'SV1*', 3), 'SV1', { elementErrors: [at(1, '7', 2)] })];
    for (const other of ['C000000001', 'C000000003'])
      expect(said(other, ...errors)).toEqual({
        concerned: false,
        codes: ['5'],
        message: 'Nothing is wrong with this claim: another claim in the same file was in error.',
      });
  });
});

test('a segment that is missing is said with the line in which it was missed', () => {
  const after = ordinalOf('C000000002', 'SV1*', 2);
  expect(said('C000000002', error(after, 'DTP', { loop: '2400', code: '3' })).message).toBe(
    `In this claim: Line 2: Segment DTP (number ${after}) in loop 2400 is missing.`,
  );
});

test('several errors of a claim are all said, and no value of the patient', () => {
  const { codes, message } = said(
    'C000000001',
    error(ordinalOf('C000000001', 'SV1*', 1), 'SV1', { elementErrors: [at(1, '7', 2), at(2, '1')] }),
    error(ordinalOf('C000000001', 'HI*'), 'HI', { elementErrors: [at(1, '7', 2)] }),
  );
  expect(codes).toEqual(['5', 'IK3:SV1:8', 'IK3:HI:8']);
  expect(message).toBe(
    'In this claim: Line 1, procedure code: is not a valid code (SV101-2). Line 1, charge amount: is missing (SV102). Diagnosis 1: is not a valid code (HI01-2).',
  );
});

test('numbers that went astray name no field: what stands there is another segment', () => {
  const ordinal = ordinalOf('C000000001', 'SV1*', 1);
  expect(
    said('C000000001', error(ordinal, 'NM1', { loop: '2310', elementErrors: [at(9, '7')] })).message,
  ).toBe(
    `In this claim: Line 1: Segment NM1 (number ${ordinal}) in loop 2310 has values in error. NM109 is not a valid code.`,
  );
});

test('by business key: CLM01 counts more than a number', () => {
  const there = error(ordinalOf('C000000003', 'HI*'), 'HI', { contexts: ['CLM01:C000000001'] });
  expect(said('C000000001', there).message).toMatch(/^In this claim/);
});

test('an error outside every claim concerns them all', () => {
  for (const { patientControlNumber } of positions)
    expect(said(patientControlNumber, error(3, 'NM1', { elementErrors: [at(9, '7')] }))).toMatchObject({
      concerned: true,
      message: expect.stringMatching(/^In the file: /),
    });
});

test('the same number in another transaction set is another place', () => {
  const [first] = positions;
  const elsewhere = { ...position('C000000001'), transactionSetControlNumber: '0002' };
  const set = setWith(error(first?.firstOrdinal ?? 0, 'HL'));
  expect(describeSetErrors(set, elsewhere, [elsewhere], () => undefined).concerned).toBe(true);
  expect(
    describeSetErrors(set, position('C000000002'), [elsewhere, position('C000000002')], () => undefined)
      .message,
  ).toMatch(/^In the file/);
});
