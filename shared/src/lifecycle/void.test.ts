import { expect, test } from 'vitest';
import { actionsFor, standingOf } from '../advice/index.ts';
import { exampleClaim } from '../examples/index.ts';
import { cents, type UtcInstant } from '../values/index.ts';
import { worklistsOf } from '../worklists/index.ts';
import { type ClaimEvent, type ClaimFact, foldClaim } from './index.ts';
import {
  adjust,
  CHARGE,
  events,
  paidInFull,
  patientPaid,
  payment,
  queued,
  refused,
  reversal,
  sent,
  withPayer,
  writtenOff,
} from './testing.ts';

const voided: ClaimFact = {
  type: 'followed',
  how: 'void',
  claimId: 'second',
  patientControlNumber: 'C2',
};
const sentAgain: ClaimFact = { ...voided, how: 'resend', claimId: 'third' };
const learntIn = (minute: string, facts: readonly ClaimFact[]): ClaimEvent[] =>
  events(...facts).map((event) => ({
    ...event,
    id: `${minute}-${event.id}`,
    at: event.at.replace('10:00', `10:${minute}`) as UtcInstant,
  }));

function stateOf(own: readonly ClaimFact[], ...before: readonly (readonly ClaimFact[])[]) {
  const last = learntIn('30', own);
  const earlier = before.map((facts, i) => learntIn(`1${i}`, facts));
  const state = foldClaim(CHARGE, last, ...earlier);
  const claim = { ...exampleClaim, frequency: '8' as const };
  const worked = { patientControlNumber: 'C2', claim, events: last, state, isFollowed: false };
  return { ...state, lists: worklistsOf(worked).map(({ list }) => list), claim, events: last };
}

const shared = payment(8_000, [adjust('CO', '45', 1_000), adjust('PR', '3', 1_000)]);
const sharedBack = payment(-8_000, [adjust('CO', '45', -1_000), adjust('PR', '3', -1_000)], '22');
const deductible = payment(0, [adjust('PR', '1', 10_000)]);
const deductibleBack = payment(0, [adjust('PR', '1', -10_000)], '22');
const denied = payment(0, [adjust('CO', '197', 10_000)], '4');

test.each([
  ['under its own number', [queued, sent, reversal], [paidInFull, voided]],
  ['under the number of the first', [queued, sent, withPayer], [paidInFull, voided, reversal]],
  [
    'though it was silent',
    [queued, sent, { type: 'silent', awaited: 'remittance' } as ClaimFact],
    [paidInFull, voided, reversal],
  ],
  ['with the patient’s share', [queued, sent, sharedBack], [shared, voided]],
  ['of which only the patient owed', [queued, sent, deductibleBack], [deductible, voided]],
  ['and says so of the void as well', [queued, sent, denied], [paidInFull, voided, reversal]],
  ['of which a part was let go', [queued, sent, reversal], [paidInFull, writtenOff('payer', 500), voided]],
])('a void that the payer carries out %s is cancelled, and nobody owes anything', (_what, own, first) => {
  const state = stateOf(own, first);
  expect(state).toMatchObject({ status: 'voided', silence: null, awaits: null, lists: [] });
  expect(state.money).toMatchObject({ charge: 0, paid: 0, patientResponsibility: 0, open: 0 });
  const offered = actionsFor(standingOf({ ...state, underpaidBy: cents(0), isFollowed: false })).flatMap(
    ({ action, isOffered }) => (isOffered ? action : []),
  );
  expect(offered).toEqual(['take-payment']);
});

test('sent again after a rejection, it is carried out like the first one', () => {
  const first = [paidInFull, voided, reversal];
  expect(stateOf([queued, sent], first, [queued, refused('payer-rejected'), sentAgain]).status).toBe(
    'voided',
  );
});

test('what the patient has paid for it is to be paid back', () => {
  const state = stateOf([queued, sent, sharedBack], [shared, patientPaid(1_000), voided]);
  expect(state).toMatchObject({ status: 'voided', lists: ['needs-you'], money: { patientPaid: 1_000 } });
});

test.each([
  ['nothing is taken back', 'with-payer', [queued, sent, withPayer], [paidInFull, voided]],
  ['it was taken back before', 'sent', [queued, sent], [paidInFull, reversal, voided]],
  ['it refuses the void', 'denied', [queued, sent, denied], [paidInFull, voided]],
  [
    'another payment stands',
    'sent',
    [queued, sent],
    [paidInFull, voided, reversal, payment(9_000, [adjust('CO', '45', 1_000)])],
  ],
])('a void is not carried out where %s', (_what, status, own, first) => {
  expect(stateOf(own, first).status).toBe(status);
});

const double = payment(8_000, [adjust('CO', '45', 1_000), adjust('PR', '3', 1_000)], '1', 'double');
const doubleBack = payment(
  -8_000,
  [adjust('CO', '45', -1_000), adjust('PR', '3', -1_000)],
  '22',
  'double-back',
);

test.each([
  ['under its own number', [queued, sent, doubleBack], [[shared, double, voided]]],
  ['under the number of the first', [queued, sent, withPayer], [[shared, double, voided, doubleBack]]],
  [
    'of a copy that was paid, too',
    [queued, sent, withPayer],
    [
      [shared, sentAgain],
      [queued, double, voided, doubleBack],
    ],
  ],
] as const)(
  'cancelled because it was paid twice, and one taken back %s, the other payment stands',
  (_what, own, before) => {
    const state = stateOf(own, ...before);
    expect(state).toMatchObject({
      status: 'partly-paid',
      silence: null,
      awaits: null,
      payerClaimControlNumber: 'P1',
      money: { charge: CHARGE, paid: 8_000, patientResponsibility: 1_000, open: 0 },
      lists: ['needs-you', 'patient-balance'],
    });
    expect(stateOf([...own, sharedBack], ...before).status).toBe('voided');
  },
);

test('until the double payment is taken back, the cancellation waits', () => {
  expect(stateOf([queued, sent, withPayer], [shared, double, voided]).status).toBe('with-payer');
});

test.each([
  ['is on its way', [queued, sent], 0, 2_000],
  ['is rejected', [queued, sent, refused('payer-rejected')], 1_000, 1_000],
  ['is refused by the payer', [queued, sent, denied], 1_000, 1_000],
])(
  'while a void %s, the patient owes what is left of the first decision, or nothing',
  (_what, own, share, open) => {
    const first = payment(7_000, [
      adjust('CO', '97', 1_000),
      adjust('CO', '45', 1_000),
      adjust('PR', '3', 1_000),
    ]);
    const { money, lists } = stateOf(own, [first, voided]);
    expect(money).toMatchObject({ patientResponsibility: share, open });
    expect(lists.includes('patient-balance')).toBe(share > 0);
  },
);
