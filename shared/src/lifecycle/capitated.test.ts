/** What is open on a claim is a capitation's only where it was refused as that, and all of it. */
import { expect, test } from 'vitest';
import { cents } from '../values/index.ts';
import { type ClaimFact, foldClaim, isOpenCapitated } from './index.ts';
import { adjust, CHARGE, events, payment, queued, sent } from './testing.ts';

const isCapitated = (...payments: ReturnType<typeof payment>[]) => {
  const learnt = events(queued, sent, ...payments);
  return isOpenCapitated(learnt, foldClaim(CHARGE, learnt).money);
};

test.each([
  ['all of it', payment(0, [adjust('CO', '24', 10_000)]), true],
  [
    'all of it, beside what the contract takes off',
    payment(0, [adjust('CO', '24', 8_000), adjust('CO', '45', 2_000)]),
    true,
  ],
  [
    'one line of several, and the others are paid',
    payment(6_000, [adjust('CO', '24', 3_000), adjust('PR', '3', 1_000)]),
    true,
  ],
  [
    'a part, and another part for something else',
    payment(6_000, [adjust('CO', '24', 3_000), adjust('CO', '97', 1_000)]),
    false,
  ],
  ['nothing: it was denied for something else', payment(0, [adjust('CO', '50', 10_000)], '4'), false],
  ['nothing is open', payment(10_000, []), false],
])('refused as capitated is %s', (_what, paid, expected) => {
  expect(isCapitated(paid)).toBe(expected);
});

test('what is left of it once a part was let go is a capitation`s still', () => {
  const part: ClaimFact = { type: 'written-off', of: 'payer', amount: cents(1_000), reason: 'other' };
  const learnt = events(queued, sent, payment(0, [adjust('CO', '24', 10_000)]), part);
  const { money } = foldClaim(CHARGE, learnt);
  expect([money.open, isOpenCapitated(learnt, money)]).toEqual([9_000, true]);
});

test('nothing is a capitation`s before it is decided', () => {
  expect(isCapitated()).toBe(false);
});
