/** A superbill adds up, whatever insurance and people did; and names of lines only what is certain. */
import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import {
  type ClaimFact,
  type ClaimPaymentFact,
  foldClaim,
  type LinePaymentFact,
} from '../lifecycle/index.ts';
import { cents, type IsoDate, parseMoney, type UtcInstant } from '../values/index.ts';
import type { PaperBlock } from './paper.ts';
import type { ClaimParts } from './parts.ts';
import { superbillOf } from './superbill.ts';
import { superbillPaper } from './superbill-paper.ts';

const today = '2026-12-01' as IsoDate;
const adjust = (group: string, reason: string, amount: number) => ({ group, reason, amount: cents(amount) });
const first: ClaimPaymentFact = {
  paymentKey: 'k',
  contentHash: 'h',
  checkNumber: 'CHK1',
  paymentDate: '2026-11-30' as IsoDate,
  payerName: 'Aetna',
  claimStatusCode: '1',
  payerClaimControlNumber: 'P1',
  charge: cents(28_100),
  paid: cents(10_000),
  adjustments: [
    adjust('CO', '45', 4_000),
    adjust('PR', '1', 2_000),
    adjust('PR', '3', 2_500),
    adjust('CO', '197', 9_600),
  ],
};
const payment = (more: Partial<ClaimPaymentFact> = {}): ClaimFact => ({
  type: 'payment',
  payment: { ...first, ...more },
});
const paid: ClaimFact = { type: 'patient-paid', amount: cents(1_000), paidOn: today, method: 'card' };
const letGo = (of: 'payer' | 'patient', amount: number): ClaimFact => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'courtesy',
});

function partsOf(...facts: readonly ClaimFact[]): ClaimParts {
  const events = [{ type: 'queued' } as const, ...facts].map((fact, index) => ({
    id: String(index),
    at: `2026-12-01T10:00:0${index}.000Z` as UtcInstant,
    source: { kind: 'system' } as const,
    fact,
  }));
  const { status, money, isClosed } = foldClaim(cents(28_100), events);
  return { claim: exampleClaim, patientControlNumber: 'C1', status, money, isClosed, events, earlier: [] };
}
const paperOf = (...facts: readonly ClaimFact[]) =>
  superbillPaper(superbillOf(partsOf(...facts), null), today).blocks;
const sumsOf = (blocks: readonly PaperBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'sums' ? [block.rows] : []));
const tableOf = (blocks: readonly PaperBlock[]) => blocks.find((block) => block.kind === 'table');

test('it says what was charged, what insurance did, the share by kind, what was paid of it, and what is left', () => {
  const rows = sumsOf(paperOf(payment(), paid)).map((part) =>
    part.map(({ name, amount }) => `${name} ${amount}`),
  );
  expect(rows).toEqual([
    [
      'Charged $281.00',
      'Insurance paid -$100.00',
      'Taken off by contract -$40.00',
      'Still with the insurance -$96.00',
      'Your share $45.00',
    ],
    ['Deductible $20.00', 'Copay $25.00', 'You have paid -$10.00', 'You owe $35.00'],
  ]);
});

test.each([
  ['nothing more', [], '$35.00'],
  ['a courtesy to the patient', [letGo('patient', 500)], '$30.00'],
  ['what the insurance did not pay let go', [letGo('payer', 9_600)], '$35.00'],
  ['both', [letGo('payer', 9_000), letGo('patient', 500)], '$30.00'],
  [
    'a second insurance',
    [
      payment({
        paymentKey: 'second',
        payerName: 'MEDIGAP',
        claimStatusCode: '2',
        paid: cents(3_000),
        adjustments: [adjust('OA', '23', 23_600), adjust('PR', '3', 1_500)],
      }),
    ],
    '$5.00',
  ],
] as const)('after %s its sums add up to what is owed', (_what, more, due) => {
  const sums = sumsOf(paperOf(payment(), paid, ...more));
  for (const rows of sums) {
    const amounts = rows.map(({ amount }) => parseMoney(amount) ?? Number.NaN);
    expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1));
  }
  expect(sums.at(-1)?.at(-1)).toMatchObject({ name: 'You owe', amount: due });
});

const line = (procedureCode: string, charge: number, more: Partial<LinePaymentFact>): LinePaymentFact => ({
  procedureCode,
  modifiers: [],
  charge: cents(charge),
  paid: cents(0),
  adjustments: [],
  remarkCodes: [],
  ...more,
});
const LINES = [
  line('99214', 18_500, {
    paid: cents(10_000),
    adjustments: [adjust('PR', '1', 2_000), adjust('CO', '45', 6_500)],
  }),
  line('97110', 9_600, {
    allowed: cents(2_500),
    adjustments: [adjust('PR', '3', 2_500), adjust('CO', '45', 7_100)],
  }),
];
const adjustments = LINES.flatMap((each) => each.adjustments);

test('what insurance did stands at the lines where each is answered and they add up, else in all alone', () => {
  const byLine = tableOf(paperOf(payment({ adjustments, lines: LINES })));
  expect(byLine?.rows.map((row) => row.slice(-4))).toEqual([
    ['$185.00', '$120.00', '$100.00', '$20.00'],
    ['$96.00', '$25.00', '$0.00', '$25.00'],
  ]);
  const unclear = tableOf(paperOf(payment({ adjustments, lines: [line('99999', 1, {})] })));
  const short = tableOf(paperOf(payment({ adjustments, lines: LINES.slice(0, 1) })));
  for (const table of [unclear, short]) expect(table?.columns.at(-1)?.name).toBe('Charge');
});
