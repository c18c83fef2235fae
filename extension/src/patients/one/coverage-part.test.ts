import type { KeptCoverage } from '@claimside/shared/api';
import { examplePractice } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { readPart } from '../../options/form/part.ts';
import { coveragePart } from './coverage-part.ts';

const CHILD: KeptCoverage = {
  rank: 'S',
  payerName: 'Aetna',
  payerId: '60054',
  claimFilingIndicator: 'CI',
  memberId: 'W1',
  groupNumber: 'G1',
  relationshipToSubscriber: '19',
  subscriber: {
    lastName: 'TESTER',
    firstName: 'ANNA',
    middleName: 'M',
    address: { line1: 'PO BOX 1', city: 'TESTVILLE', state: 'OR', postalCode: '97201' },
  },
  copay: 2_500,
  notes: 'Seen 2026.',
};
const again = (coverage: KeptCoverage, typed: Record<string, string> = {}) => {
  const part = coveragePart(examplePractice, coverage);
  return readPart(part, { ...part.begin(coverage, null), ...typed }, coverage, null);
};

test('a coverage comes out of its form as it went in', () => {
  expect(again(CHILD)).toEqual({ ok: true, value: CHILD });
  const employer: KeptCoverage = {
    ...CHILD,
    relationshipToSubscriber: '20',
    subscriber: { organizationName: 'TEST WORKS' },
  };
  expect(again(employer)).toEqual({ ok: true, value: employer });
});

test('a payer that the practice does not have stays, with its kind of insurance', () => {
  const foreign: KeptCoverage = {
    ...CHILD,
    payerName: 'OLD PLAN',
    payerId: 'OLD1',
    claimFilingIndicator: 'HM',
  };
  expect(again(foreign)).toEqual({ ok: true, value: foreign });
});

test('another payer brings its kind; who is the subscriber has no insured person', () => {
  expect(again(CHILD, { payer: '62308 cigna', relationship: '18', copay: '$30' })).toMatchObject({
    ok: true,
    value: { payerName: 'Cigna', payerId: '62308', copay: 3_000, relationshipToSubscriber: '18' },
  });
  const self = again(CHILD, { relationship: '18' });
  expect(self.ok && self.value.subscriber).toBeUndefined();
});

test('a begun address is to be whole, and what is wrong is said at its field', () => {
  const read = again(CHILD, { 'insured.city': '', memberId: 'W', copay: 'much' });
  expect(!read.ok && Object.keys(read.error)).toEqual(['memberId', 'copay', 'insured.city']);
});
