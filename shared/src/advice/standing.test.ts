/** What of a claim decides on its actions, from its facts. */
import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import { type ClaimFact, foldClaim } from '../lifecycle/index.ts';
import { adjust, CHARGE, events, payment, queued, sent, unclear } from '../lifecycle/testing.ts';
import { cents } from '../values/index.ts';
import { actionsFor, standingOf } from './index.ts';

const claim = {
  ...exampleClaim,
  serviceLines: exampleClaim.serviceLines.slice(0, 1).map((line) => ({ ...line, chargeAmount: CHARGE })),
};

function standing(...facts: readonly ClaimFact[]) {
  const learnt = events(queued, sent, ...facts);
  const state = foldClaim(CHARGE, learnt);
  return standingOf({ ...state, claim, events: learnt, isFollowed: false, underpaidBy: cents(0) });
}
const isOffered = (action: string, ...facts: readonly ClaimFact[]) =>
  actionsFor(standing(...facts)).find((each) => each.action === action)?.isOffered;

test.each([
  ['not to be understood', [unclear], 'unclear', null],
  ['in want of more information', [{ ...unclear, theyHaveIt: 'asks' as const }], null, 'asks'],
  ['finished without payment', [{ ...unclear, theyHaveIt: 'unpaid' as const }], null, 'unpaid'],
  [
    'asked about, and not found after that',
    [{ ...unclear, theyHaveIt: 'asks' as const }, unclear],
    'unclear',
    null,
  ],
] as const)('an answer that is %s', (_what, facts, doubt, theyHaveIt) => {
  expect(standing(...facts)).toMatchObject({ doubt, theyHaveIt });
  expect(isOffered('resend', ...facts)).toBe(doubt !== null);
});

const named = (fact: ClaimFact, payerName: string): ClaimFact =>
  fact.type === 'payment' ? { ...fact, payment: { ...fact.payment, payerName } } : fact;
const SENT_ON = payment(8_000, [adjust('PR', '2', 2_000)], '19', 'first');

test.each([
  ['pays', payment(500, [adjust('OA', '23', 8_000), adjust('CO', '45', 1_500)], '2', 'next'), true],
  [
    'denies, and counts what was paid',
    payment(0, [adjust('OA', '23', 8_000), adjust('CO', '31', 2_000)], '4', 'next'),
    false,
  ],
  [
    'denies as if nobody had paid',
    named(payment(0, [adjust('CO', '31', 10_000)], '4', 'next'), 'Old Plan'),
    false,
  ],
] as const)('sent on, and the one it was sent to %s', (_what, next, isForwarded) => {
  expect(standing(SENT_ON, next).isForwarded).toBe(isForwarded);
});

test('what a later payer decided, without the word of the one that sent it on, was sent on', () => {
  const later = payment(500, [adjust('OA', '23', 8_000), adjust('CO', '45', 1_500)], '2', 'next');
  expect(standing(payment(8_000, [adjust('PR', '2', 2_000)]), later).isForwarded).toBe(true);
  expect(standing(payment(8_000, [adjust('PR', '2', 2_000)])).isForwarded).toBe(false);
});

test('after the one that it was sent on to has decided, an insurance behind both can be billed, and no one else', () => {
  const next = payment(1_500, [adjust('OA', '23', 8_000), adjust('PR', '2', 500)], '2', 'next');
  expect(standing(SENT_ON, next)).toMatchObject({ isNextDecided: true, lastDecided: 1 });
  expect(isOffered('bill-next', SENT_ON, next)).toBe(true);
  const all = payment(2_000, [adjust('OA', '23', 8_000)], '2', 'next');
  expect(isOffered('bill-next', SENT_ON, all)).toBe(false);
});

test('refused as another insurance’s, it is not where the one that comes first has decided', () => {
  const refusing = named(payment(0, [adjust('CO', '22', 10_000)], '4', 'next'), 'Second Plan');
  expect(standing(refusing).isAnothers).toBe(true);
  expect(standing(SENT_ON, refusing).isAnothers).toBe(false);
  const wrong = named(payment(0, [adjust('CO', '109', 10_000)], '4', 'next'), 'Second Plan');
  expect(standing(SENT_ON, wrong).isAnothers).toBe(true);
});

const lineOf = (procedureCode: string, [reason = '', ...remarkCodes]: readonly string[]) => ({
  procedureCode,
  modifiers: [],
  charge: cents(5_000),
  paid: cents(0),
  adjustments: [adjust('CO', reason, 5_000)],
  remarkCodes,
});
/** Denied, each line for what is said of it. */
const deniedBy = (
  remarkCodes: readonly string[],
  ...lines: readonly ReturnType<typeof lineOf>[]
): ClaimFact => {
  const fact = payment(
    0,
    lines.flatMap((line) => line.adjustments),
    '4',
  );
  return fact.type === 'payment' ? { ...fact, payment: { ...fact.payment, remarkCodes, lines } } : fact;
};

// MA64: another insurance comes before.
test.each([
  ['by a remark on one line alone', [], ['16', 'MA64'], ['197'], false],
  ['by a remark on one line, by its reason on the other', [], ['16', 'MA64'], ['22'], true],
  ['by a remark on each line', [], ['16', 'MA64'], ['16', 'MA64'], true],
  ['by a remark of the claim', ['MA64'], ['16'], ['16'], true],
  ['by a remark of the claim, a line having one of its own', ['MA64'], ['16'], ['16', 'M76'], false],
  ['by its reason on one line alone', [], ['22'], ['16', 'M76'], false],
] as const)('refused as another insurance’s %s', (_what, remarkCodes, first, second, isAnothers) => {
  const [one, other] = [lineOf('99213', first), lineOf('87880', second)];
  expect(standing(deniedBy(remarkCodes, one, other)).isAnothers).toBe(isAnothers);
});

test('without a reason a remark of the claim says whose it is', () => {
  expect(standing(deniedBy(['MA64'])).isAnothers).toBe(true);
});
