import { expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { type ClaimEvent, type ClaimFact, foldClaim, isSurelyOverpaid } from './index.ts';
import { adjust, CHARGE, events, payment, queued, sent } from './testing.ts';

const first = payment(8_000, [adjust('CO', '45', 1_000), adjust('PR', '2', 1_000)], '1', 'first');
const second = payment(8_000, [adjust('CO', '45', 1_000), adjust('PR', '2', 1_000)], '1', 'second');
const reversal = payment(-8_000, [adjust('CO', '45', -1_000), adjust('PR', '2', -1_000)], '22', 'back');
const more = payment(3_000, [adjust('CO', '45', 7_000)], '1', 'more');
const refunded = (amount: number, of?: ClaimFact, how: 'sent' | 'taken' = 'sent'): ClaimFact => ({
  type: 'refunded',
  how,
  amount: cents(amount),
  paidOn: '2026-12-02' as IsoDate,
  reference: '1001',
  ...(of?.type === 'payment' && {
    of: { paymentKey: of.payment.paymentKey, contentHash: of.payment.contentHash, checkNumber: 'CHK1' },
  }),
});

/** Whatever was learnt first. */
function stateOf(...facts: readonly ClaimFact[]) {
  const learnt = events(queued, sent, ...facts);
  const state = foldClaim(CHARGE, learnt);
  expect(foldClaim(CHARGE, learnt.toReversed())).toMatchObject({ status: state.status, money: state.money });
  const { status, money } = state;
  const { paid, contractual, patientResponsibility, open } = money;
  return { status, paid, contractual, patient: patientResponsibility, open };
}
const AS_IF_PAID_ONCE = { status: 'partly-paid', paid: 8_000, contractual: 1_000, patient: 1_000, open: 0 };

test('a payment that went back as a whole counts no more, nor does what it took off or left to the patient', () => {
  expect(stateOf(first, second)).toMatchObject({ status: 'unknown', paid: 16_000, open: -8_000 });
  expect(stateOf(first, second, refunded(8_000, second))).toEqual(AS_IF_PAID_ONCE);
  expect(stateOf(first, second, refunded(8_000, first, 'taken'))).toEqual(AS_IF_PAID_ONCE);
});

test.each([
  ['the one', second],
  ['the other', first],
])(
  'the payer’s own reversal that comes later takes nothing back twice, where %s was given back',
  (_what, of) => {
    expect(stateOf(first, second, refunded(8_000, of), reversal)).toEqual(AS_IF_PAID_ONCE);
  },
);

test('nor does a reversal of all with what is right in its place', () => {
  const both = [
    {
      ...reversal,
      payment: { ...(reversal as { payment: object }).payment, contentHash: 'again' },
    } as ClaimFact,
    reversal,
  ];
  const right = payment(9_000, [adjust('CO', '45', 1_000)], '1', 'right');
  expect(stateOf(first, second, refunded(8_000, second), ...both, right)).toMatchObject({
    status: 'paid',
    paid: 9_000,
    open: 0,
  });
});

test('a part that went back lessens what was paid too much, and no more than that', () => {
  const over = payment(9_000, [adjust('CO', '45', 2_000)], '1', 'over');
  expect(stateOf(over)).toMatchObject({ status: 'unknown', open: -1_000 });
  expect(stateOf(over, refunded(400))).toMatchObject({ status: 'unknown', paid: 8_600, open: -600 });
  expect(stateOf(over, refunded(1_000))).toMatchObject({ status: 'paid', paid: 8_000, open: 0 });
  const back = payment(-9_000, [adjust('CO', '45', -2_000)], '22', 'b');
  const right = payment(8_000, [adjust('CO', '45', 2_000)], '1', 'r');
  expect(stateOf(over, refunded(1_000), back, right)).toMatchObject({ status: 'paid', paid: 8_000, open: 0 });
});

test('taken back, in part too, the payment stands again', () => {
  expect(stateOf(first, second, refunded(8_000, second), refunded(-8_000, second))).toEqual(
    stateOf(first, second),
  );
  expect(stateOf(first, second, refunded(8_000, second), refunded(-3_000, second))).toMatchObject({
    status: 'unknown',
    paid: 11_000,
  });
});

test('that all of it is this claim’s holds until another payment is learnt, and not only told again', () => {
  const said: ClaimFact = { type: 'overpaid' };
  const isSure = (...facts: readonly ClaimFact[]) => isSurelyOverpaid(events(...facts) as ClaimEvent[]);
  expect(isSure(first, second)).toBe(false);
  expect(isSure(first, second, said)).toBe(true);
  expect(isSure(first, second, said, first)).toBe(true);
  expect(isSure(first, second, said, more)).toBe(false);
  expect(isSure(first, second, said, more, said)).toBe(true);
});
