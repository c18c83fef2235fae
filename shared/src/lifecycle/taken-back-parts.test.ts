/** One line of a payment is taken back and decided anew: the rest of it stands, and so does what is said of that line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { type Adjustment, type ClaimFact, type ClaimPaymentFact, decisionsIn, foldClaim } from './index.ts';
import { adjust, CHARGE, events, payment } from './testing.ts';

/** Of a line of $40.00, a week after the payment of the whole. */
const ofLine = (claimStatusCode: string, paid: number, adjustments: Adjustment[]): ClaimFact => {
  const fact = payment(paid, adjustments, claimStatusCode, `line ${claimStatusCode}`);
  if (fact.type !== 'payment') throw new Error('no payment');
  const charge = cents(claimStatusCode === '22' ? -4_000 : 4_000);
  return { ...fact, payment: { ...fact.payment, charge, paymentDate: '2026-12-07' as IsoDate } };
};
const whole = payment(7_000, [adjust('CO', '45', 2_000), adjust('PR', '3', 1_000)], '1', 'whole');
const back = ofLine('22', -3_000, [adjust('CO', '45', -1_000)]);
const denied = ofLine('4', 0, [adjust('CO', '50', 4_000)]);

const stateOf = (facts: readonly ClaimFact[]) => foldClaim(CHARGE, events(...facts));
const hashesOf = (decisions: readonly ClaimPaymentFact[]) =>
  decisions.map(({ contentHash }) => contentHash).sort();

test('a line that was taken back and denied is refused: neither lost beside the rest nor let go', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([whole, back, denied], { minLength: 3 }), (facts) => {
      const known = events(...facts);
      expect(hashesOf(decisionsIn(known, CHARGE))).toEqual(['line 4', 'whole']);
      expect(foldClaim(CHARGE, known)).toMatchObject({
        status: 'partly-paid',
        money: { paid: 4_000, contractual: 1_000, patientResponsibility: 1_000, open: 4_000 },
      });
    }),
  );
});

test.each([
  ['paid lower', ofLine('1', 1_500, [adjust('CO', '45', 2_500)]), 5_500, 3_500, 1_000],
  [
    'paid the same, with a share',
    ofLine('1', 3_000, [adjust('CO', '45', 800), adjust('PR', '3', 200)]),
    7_000,
    1_800,
    1_200,
  ],
  ['paid higher', ofLine('1', 3_800, [adjust('CO', '45', 200)]), 7_800, 1_200, 1_000],
  [
    'left to the patient',
    ofLine('1', 0, [adjust('CO', '45', 1_000), adjust('PR', '1', 3_000)]),
    4_000,
    2_000,
    4_000,
  ],
] as const)(
  'a line that was taken back and is %s takes the place of its part alone',
  (_how, anew, paid, contractual, share) => {
    for (const facts of [
      [whole, back, anew],
      [anew, back, whole],
    ])
      expect(stateOf(facts).money).toMatchObject({
        paid,
        contractual,
        patientResponsibility: share,
        open: 0,
      });
  },
);

test('a denial of a line that was not taken back still gives way to the payment of the whole', () => {
  expect(hashesOf(decisionsIn(events(whole, denied), CHARGE))).toEqual(['whole']);
});

test('the only line that was paid is taken back: what was left to the patient of the others stays', () => {
  const one = payment(3_000, [adjust('CO', '45', 2_000), adjust('PR', '1', 5_000)], '1', 'one');
  expect(stateOf([one, back]).money).toMatchObject({
    paid: 0,
    contractual: 1_000,
    patientResponsibility: 5_000,
    open: 4_000,
  });
  expect(stateOf([one, back, denied])).toMatchObject({
    status: 'partly-paid',
    money: { paid: 0, contractual: 1_000, patientResponsibility: 5_000, open: 4_000 },
  });
});
