import { expect, test } from 'vitest';
import { type ClaimFact, foldMoney, pendingAppeal } from '../lifecycle/index.ts';
import { adjust, CHARGE, events, payment, queued, sent } from '../lifecycle/testing.ts';
import { cents } from '../values/index.ts';
import { toLetGo } from './to-let-go.ts';

function proposed(...facts: readonly ClaimFact[]) {
  const learnt = events(queued, sent, ...facts);
  // As the fold has it: what was sent on is owed by no patient before it is decided.
  const isSentOn = facts.some((fact) => fact.type === 'payment' && fact.payment.claimStatusCode === '19');
  const money = foldMoney(CHARGE, learnt, isSentOn ? [] : learnt);
  return toLetGo({
    money,
    events: learnt,
    carried: [],
    totalCharge: CHARGE,
    isNoFurther: false,
    isNextToBill: false,
    leftAtNext: cents(0),
    appeal: pendingAppeal(learnt),
  });
}
const decided = (code: string) => payment(7_000, [adjust('PR', '2', 1_000), adjust('CO', '97', 2_000)], code);
const appealed: ClaimFact = { type: 'appealed', sentOn: '2026-12-01' as never };

test.each([
  ['of a decided claim what was refused, and what the patient owes', [decided('1')], 2_000, 1_000, []],
  [
    'of one that was sent on without what the next insurance decides',
    [decided('19')],
    2_000,
    0,
    [{ amount: 1_000, whom: 'next-payer' }],
  ],
  [
    'of an appealed one without what the payer decides again',
    [decided('1'), appealed],
    0,
    1_000,
    [{ amount: 2_000, whom: 'appeal' }],
  ],
  [
    'of one that is both, nothing',
    [decided('19'), appealed],
    0,
    0,
    [
      { amount: 1_000, whom: 'next-payer' },
      { amount: 2_000, whom: 'appeal' },
    ],
  ],
] as const)('proposed is %s', (_what, facts, payer, patient, waiting) => {
  expect(proposed(...facts)).toEqual({ payer, patient, waiting });
});

test('of a copy what was decided on the claim before counts, too', () => {
  const money = foldMoney(CHARGE, events(decided('19')), []);
  const copy = {
    money,
    events: events(queued, sent),
    totalCharge: CHARGE,
    isNoFurther: false,
    isNextToBill: false,
    leftAtNext: cents(0),
    appeal: null,
  };
  expect(toLetGo({ ...copy, carried: events(decided('19')) })).toMatchObject({
    payer: 2_000,
    waiting: [{ amount: 1_000, whom: 'next-payer' }],
  });
});
