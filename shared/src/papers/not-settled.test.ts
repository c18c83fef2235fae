/** What a patient paid before insurance has settled the visit is promised back by no paper, and asked for by none. */
import { expect, test } from 'vitest';
import { adjust, patientPaid, payment } from '../lifecycle/testing.ts';
import type { IsoDate } from '../values/index.ts';
import type { ClaimParts } from './parts.ts';
import { receiptOf, receiptPaper } from './receipt.ts';
import { statementOf } from './statement.ts';
import { statementPaper } from './statement-paper.ts';
import { superbillOf } from './superbill.ts';
import { superbillPaper } from './superbill-paper.ts';
import { accountParts, followed, leavesShare } from './testing.ts';

const today = '2026-12-02' as IsoDate;
const papersOf = (parts: ClaimParts, paymentId: string) => {
  const receipt = receiptOf(parts, null, paymentId);
  const statement = statementOf([parts], null, today);
  return {
    receipt: JSON.stringify(receipt && receiptPaper(receipt, today)),
    superbill: JSON.stringify(superbillPaper(superbillOf(parts, null), today)),
    statement: JSON.stringify(statement && statementPaper(statement, today)),
  };
};

test.each([
  ['sent on by the payer', accountParts([leavesShare('19'), patientPaid(2_500)]), '0-3'],
  [
    'the next insurance was billed',
    accountParts([leavesShare(), followed('next-payer')], [patientPaid(2_500)]),
    '1-2',
  ],
  ['denied', accountParts([payment(0, [adjust('CO', '197', 10_000)], '4'), patientPaid(2_500)]), '0-3'],
  [
    'a replacement is under way',
    accountParts([leavesShare(), followed('replacement')], [patientPaid(2_500)]),
    '1-2',
  ],
])('%s: the papers say that it is not settled', (_what, parts, paymentId) => {
  const { receipt, superbill, statement } = papersOf(parts, paymentId);
  expect(receipt).toContain('was not settled with your insurance yet');
  expect(receipt).not.toContain('back');
  expect(superbill).toContain('not settled with your insurance yet');
  expect(superbill).toContain('"Paid before it is settled","amount":"$25.00"');
  expect(statement).toContain('You owe nothing now.');
});

test('the same once nothing is open at a payer: what was paid beyond the share comes back', () => {
  const { receipt, superbill, statement } = papersOf(
    accountParts([leavesShare(), patientPaid(2_500)]),
    '0-3',
  );
  expect(receipt).toContain('We will pay the difference back');
  expect(superbill).toContain('"Comes back to you","amount":"$5.00"');
  expect(superbill).not.toContain('not settled');
  expect(statement).toContain('$5.00 more than your share');
});

test('a share that is not asked for, as the insurance paid too much, is called due by no paper', () => {
  const twice = [leavesShare(), leavesShare('1', 'b'), patientPaid(500)];
  const { receipt, superbill } = papersOf(accountParts(twice), '0-4');
  expect(receipt).toContain('was not settled with your insurance yet');
  expect(superbill).toContain('"Not asked for yet","amount":"$15.00"');
  expect(superbill).toContain('"Insurance paid too much"');
});
