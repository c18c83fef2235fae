/** A terse 999 names a segment by its number alone: the positions of our file lead from there to the claim. */
import { expect, test } from 'vitest';
import type { SegmentError, TransactionSetAcknowledgement } from '../../transactions/ack-999/index.ts';
import type { ClaimPosition } from '../../transactions/claim-837p/model.ts';
import { describeSetErrors } from './set-errors.ts';

const position = (
  patientControlNumber: string,
  firstOrdinal: number,
  lastOrdinal: number,
): ClaimPosition => ({
  patientControlNumber,
  transactionSetControlNumber: '0001',
  firstOrdinal,
  lastOrdinal,
});
const first = position('C000000001', 20, 29);
const second = position('C000000002', 30, 39);

const setWith = (...segmentErrors: SegmentError[]): TransactionSetAcknowledgement => ({
  identifier: '837',
  controlNumber: '0001',
  segmentErrors,
  code: 'R',
  errorCodes: ['5'],
});
const error = (ordinal: number, contexts: string[] = []): SegmentError => ({
  segmentId: 'HI',
  ordinal,
  loop: '2300',
  code: '8',
  contexts,
  elementErrors: [{ element: 1, component: 2, code: '7', value: 'PATIENT DATA' }],
});

test('by number: the claim in whose range the segment stands is told what is wrong, without the value', () => {
  const set = setWith(error(33));
  expect(describeSetErrors(set, second, [first, second])).toEqual({
    concerned: true,
    codes: ['5', 'IK3:HI:8'],
    message: 'In this claim: Segment HI (number 33) in loop 2300 has elements in error. Element 1-2: code 7.',
  });
  expect(describeSetErrors(set, first, [first, second])).toEqual({
    concerned: false,
    codes: ['5'],
    message: 'Nothing is wrong with this claim: another claim in the same file was in error.',
  });
});

test('by business key: CLM01 counts more than a number', () => {
  const set = setWith(error(33, ['CLM01:C000000001']));
  expect(describeSetErrors(set, first, [first, second]).message).toMatch(/^In this claim/);
});

test('an error outside every claim concerns them all', () => {
  const set = setWith(error(3));
  for (const claim of [first, second])
    expect(describeSetErrors(set, claim, [first, second])).toMatchObject({
      concerned: true,
      message: expect.stringMatching(/^In the file/),
    });
});

test('the same number in another transaction set is another place', () => {
  const elsewhere = { ...first, transactionSetControlNumber: '0002' };
  expect(describeSetErrors(setWith(error(25)), elsewhere, [first, elsewhere]).concerned).toBe(true);
  expect(describeSetErrors(setWith(error(25)), second, [elsewhere, second]).message).toMatch(/^In the file/);
});
