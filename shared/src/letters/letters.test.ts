import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import { type ClaimFact, foldMoney } from '../lifecycle/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { appealLetter, patientStatement, TO_FILL_IN } from './index.ts';

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

test('a statement adds up: charge, what the insurance did, the share by kind, what was paid of it, what is left', () => {
  const statement = patientStatement(parts);
  const amounts = Object.fromEntries(
    statement.split('\n').flatMap((line) => {
      const found = /^(.*?) +(-?\$[\d.,]+)$/.exec(line);
      return found ? [[found[1], found[2]]] : [];
    }),
  );
  expect(amounts).toEqual({
    Charged: '$281.00',
    'Paid by insurance': '$100.00',
    'Taken off by contract': '$40.00',
    'Still with the insurance': '$96.00',
    Deductible: '$20.00',
    Copay: '$25.00',
    'You have paid': '$10.00',
    'Please pay': '$35.00',
  });
  expect(statement).toContain('12 Invented Lane\nSpringfield, IL 62704');
});

const letGo = (of: 'payer' | 'patient', amount: number): ClaimFact => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'courtesy',
});
const [first] = facts.flatMap((fact) => (fact.type === 'payment' ? fact.payment : []));
/** Pays $30.00 of what the first left, and leaves $15.00 of copay. */
const ofSecondary = [adjust('OA', '23', 23_600), adjust('PR', '3', 1_500)];

test.each([
  ['nothing more', [], 3_500],
  ['a courtesy to the patient', [letGo('patient', 500)], 3_000],
  ['what the insurance did not pay let go', [letGo('payer', 9_600)], 3_500],
  ['both', [letGo('payer', 9_000), letGo('patient', 500)], 3_000],
  [
    'a second insurance',
    [
      {
        type: 'payment',
        payment: {
          ...first,
          paymentKey: 'second',
          payerName: 'MEDIGAP',
          claimStatusCode: '2',
          paid: cents(3_000),
          adjustments: ofSecondary,
        },
      } as ClaimFact,
    ],
    500,
  ],
] as const)(
  'after %s the rows of a statement add up to the charge and to what is to be paid',
  (_what, more, due) => {
    const rows = patientStatement({ ...parts, money: moneyOf([...facts, ...more]) })
      .split('\n')
      .flatMap((line) => {
        const [, words, sign, dollars] = /^(.*?)(?: +(-?)\$([\d.,]+))?$/.exec(line) ?? [];
        const amount =
          dollars === undefined ? 0 : Math.round(Number(`${sign}${dollars.replace(',', '')}`) * 100);
        return [{ words, amount }];
      });
    const total = (of: typeof rows) => of.reduce((sum, { amount }) => sum + amount, 0);
    const at = (words: string) => rows.findIndex((row) => row.words === words);
    const start = at('Your share, as the insurance says:');
    const isOwed = ({ words = '' }: (typeof rows)[number]) =>
      /^(Deductible|Coinsurance|Copay|Not covered)$/.test(words);
    const share = total(rows.filter(isOwed));
    expect(rows[at('Charged')]?.amount).toBe(total(rows.slice(at('Charged') + 1, start)) + share);
    const lessened = rows.slice(start, at('Please pay')).filter((row) => !isOwed(row));
    expect(rows[at('Please pay')]?.amount).toBe(share - total(lessened));
    expect(rows[at('Please pay')]?.amount).toBe(due);
  },
);
