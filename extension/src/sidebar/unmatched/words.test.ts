import type { AnswerShown } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { whoPaid } from './words.ts';

const ANSWER: AnswerShown = {
  id: '1',
  title: 'The payer rejected the claim',
  detail: '',
  receivedAt: '2026-11-24T08:00:00Z',
  file: { id: 'f', name: 'ERA.835' },
  says: {
    patientControlNumber: 'FOREIGN-1',
    payerClaimControlNumber: null,
    patientName: 'TESTER, ANNA',
    memberId: null,
    serviceDate: null,
    charge: null,
    paid: null,
    payerName: 'SAMPLE HEALTH PLAN',
    checkNumber: null,
    paymentDate: null,
  },
};
const paying = (paid: number): AnswerShown => ({
  ...ANSWER,
  says: { ...ANSWER.says, paid, checkNumber: 'CHK1', paymentDate: '2026-11-24' },
});

test('it says who paid or took back how much, for whom; of an answer without money, what it is', () => {
  expect(whoPaid(paying(15_000))).toBe('SAMPLE HEALTH PLAN paid $150.00 for TESTER, ANNA');
  expect(whoPaid(paying(-15_000))).toBe('SAMPLE HEALTH PLAN takes $150.00 back for TESTER, ANNA');
  expect(whoPaid(ANSWER)).toBe('The payer rejected the claim for TESTER, ANNA');
  expect(whoPaid({ ...ANSWER, says: { ...paying(cents(0)).says, patientName: null, payerName: null } })).toBe(
    'A payer paid $0.00',
  );
});
