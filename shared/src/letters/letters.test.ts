import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import { type ClaimFact, foldMoney } from '../lifecycle/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { appealLetter, TO_FILL_IN } from './index.ts';

const today = '2026-12-01' as IsoDate;
const adjust = (group: string, reason: string, amount: number) => ({ group, reason, amount: cents(amount) });
const facts: ClaimFact[] = [
  {
    type: 'payment',
    payment: {
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
    },
  },
  { type: 'patient-paid', amount: cents(1_000), paidOn: today, method: 'card' },
];
const moneyOf = (given: readonly ClaimFact[]) =>
  foldMoney(
    cents(28_100),
    given.map((fact, index) => ({
      id: String(index),
      at: '2026-12-01T10:00:00.000Z' as UtcInstant,
      source: { kind: 'system' },
      fact,
    })),
  );
const money = moneyOf(facts);
const parts = { claim: exampleClaim, money, practice: null, today };

test('an appeal says which claim and decision it is about, the payer`s reasons, and leaves room for why', () => {
  const letter = appealLetter({
    ...parts,
    paid: cents(10_000),
    underpaidBy: cents(0),
    decision: { checkNumber: 'CHK1', paymentDate: '2026-11-30' as IsoDate },
    reasons: ['Prior authorization is missing (CO-197)'],
    payerClaimControlNumber: 'P1',
    patientControlNumber: 'C000000001',
  });
  for (const line of [
    'Aetna',
    'Patient: Marta Quintero, born 1978-04-12',
    'Member ID: W123456789',
    'Your claim number: P1',
    'Our claim number: C000000001',
    'Date of service: 2026-11-16',
    'Charged: $281.00, paid: $100.00, in dispute: $96.00',
    'Your decision: CHK1 of 2026-11-30',
    '- Prior authorization is missing (CO-197)',
    TO_FILL_IN,
  ])
    expect(letter.split('\n')).toContain(line);
});

test('of what was only allowed too low an appeal says how much, and by what', () => {
  const letter = appealLetter({
    ...parts,
    money: { ...money, open: cents(0) },
    paid: cents(10_000),
    underpaidBy: cents(520),
    decision: undefined,
    reasons: [],
    payerClaimControlNumber: 'P1',
    patientControlNumber: 'C000000001',
  });
  expect(letter).toContain('in dispute: $5.20');
  expect(letter).toContain('You allowed $5.20 less than our contract with you says.');
  expect(letter).not.toContain('none that we could read');
});
