/** A claim sent again while nobody knew of the first: what is decided on either is the account's, and one of them alone offers ways on. */
import { expect, test } from 'vitest';
import { actionsFor, standingOf } from '../advice/index.ts';
import { exampleClaim } from '../examples/index.ts';
import { cents, type UtcInstant } from '../values/index.ts';
import { worklistsOf } from '../worklists/index.ts';
import { type ClaimEvent, type ClaimFact, foldClaim } from './index.ts';
import { adjust, CHARGE, events, payment, queued, refused, sent, withPayer } from './testing.ts';

const silent: ClaimFact = { type: 'silent', awaited: 'remittance' };
const again = (claimId: string): ClaimFact => ({
  type: 'followed',
  how: 'resend',
  claimId,
  patientControlNumber: claimId,
  told: 'invented',
});
const numbered = (fact: ClaimFact, number: string, paymentDate = '2026-11-30'): ClaimFact =>
  fact.type === 'payment'
    ? {
        type: 'payment',
        payment: {
          ...fact.payment,
          payerClaimControlNumber: number,
          paymentDate: paymentDate as typeof fact.payment.paymentDate,
        },
      }
    : fact;

const denied = numbered(payment(0, [adjust('CO', '197', 10_000)], '4', 'denied'), 'FIRST');
const paid = numbered(payment(8_000, [adjust('PR', '2', 2_000)], '1', 'paid'), 'FIRST');
const duplicate = numbered(payment(0, [adjust('OA', '18', 10_000)], '4', 'duplicate'), 'COPY', '2026-12-02');
const earlierDuplicate = numbered(duplicate, 'COPY', '2026-11-20');

function accountOf(...claims: readonly (readonly ClaimFact[])[]): ClaimEvent[][] {
  return claims.map((facts, place) =>
    events(...facts).map((event) => ({
      ...event,
      id: `${place}-${event.id}`,
      at: event.at.replace('10:00', `1${place}:00`) as UtcInstant,
    })),
  );
}

/** Of the last claim, which stands for the account. */
function stateOf(...claims: readonly (readonly ClaimFact[])[]) {
  const account = accountOf(...claims);
  const own = account.at(-1) ?? [];
  const state = foldClaim(CHARGE, own, ...account.slice(0, -1));
  const known = { ...state, claim: exampleClaim, events: own, isFollowed: false };
  const listed = [...state.carried, ...own];
  return {
    ...state,
    lists: worklistsOf({ ...known, events: listed, patientControlNumber: 'C', state }).map(
      ({ list, amount }) => `${list} ${amount / 100}`,
    ),
    offered: actionsFor(standingOf({ ...known, underpaidBy: cents(0) })).flatMap(({ action, isOffered }) =>
      isOffered ? action : [],
    ),
  };
}
const first = (fact: ClaimFact) => [queued, sent, silent, again('C2'), fact];
const paidBefore = numbered(
  payment(0, [adjust('CO', '45', 2_000), adjust('OA', 'B13', 8_000)], '4', 'paid-before'),
  'COPY',
  '2026-12-02',
);
const besideContract = numbered(
  payment(0, [adjust('CO', '45', 2_000), adjust('CO', '18', 8_000)], '4', 'beside-contract'),
  'COPY',
  '2026-12-02',
);
const refusals = [
  ['denied as paid before', [paidBefore]],
  ['denied as a duplicate beside the contract', [besideContract]],
  ['denied as a duplicate', [duplicate]],
  ['denied as a duplicate before', [earlierDuplicate]],
  ['rejected', [refused('payer-rejected')]],
  ['silent', [withPayer, silent]],
] as const;

test.each(refusals)(
  'the first is denied, the second %s: replaced or appealed under the first one’s number',
  (_how, own) => {
    expect(stateOf(first(denied), [queued, sent, ...own])).toMatchObject({
      status: 'denied',
      payerClaimControlNumber: 'FIRST',
      silence: null,
      awaits: null,
      money: { open: 10_000 },
      lists: ['needs-you 100', 'denied 100'],
      offered: [
        'replace',
        'void',
        'bill-instead',
        'bill-next',
        'appeal',
        'take-payment',
        'write-off',
        'close',
      ],
    });
  },
);

test.each([...refusals, ['not answered', [withPayer]]] as const)(
  'the first is paid, the second %s: its share is the patient’s',
  (_how, own) => {
    const state = stateOf(first(paid), [queued, sent, ...own]);
    expect(state).toMatchObject({
      status: 'partly-paid',
      payerClaimControlNumber: 'FIRST',
      money: { paid: 8_000, patientResponsibility: 2_000, open: 0 },
      lists: ['needs-you 20', 'patient-balance 20'],
    });
    expect(state.offered).toContain('bill-patient');
    expect(state.offered).not.toContain('resend');
  },
);

test('the first is denied while the second, which may have been corrected, is on its way: its answer is waited for', () => {
  expect(stateOf(first(denied), [queued, sent, withPayer])).toMatchObject({
    status: 'with-payer',
    carried: [],
  });
  expect(stateOf(first(denied), [queued, sent, paid])).toMatchObject({ status: 'partly-paid' });
});

test('the second is denied for a reason of its own, later: that decision counts', () => {
  const own = numbered(payment(0, [adjust('CO', '16', 10_000)], '4', 'own'), 'SECOND', '2026-12-03');
  expect(stateOf(first(denied), [queued, sent, own])).toMatchObject({
    status: 'denied',
    payerClaimControlNumber: 'SECOND',
  });
});

test('both are paid: too much was paid, and no way on is offered as if it were not', () => {
  const second = numbered(payment(8_000, [adjust('PR', '2', 2_000)], '1', 'second'), 'SECOND', '2026-12-03');
  expect(stateOf(first(paid), [queued, sent, second])).toMatchObject({
    status: 'unknown',
    money: { paid: 16_000, open: -8_000 },
    lists: ['needs-you 80'],
  });
});

test('of three copies the one that was decided on counts, and of claims before them none', () => {
  expect(
    stateOf(first(denied), [queued, sent, refused('payer-rejected'), again('C3')], [queued, sent, duplicate]),
  ).toMatchObject({ status: 'denied', payerClaimControlNumber: 'FIRST' });
  const replaced: ClaimFact = {
    type: 'followed',
    how: 'replacement',
    claimId: 'C2',
    patientControlNumber: 'C2',
  };
  expect(
    stateOf(
      [queued, sent, denied, replaced],
      [queued, sent, silent, again('C3')],
      [queued, sent, refused('payer-rejected')],
    ),
  ).toMatchObject({ status: 'rejected-by-payer', carried: [] });
});

test('taken back before it was sent, the second stands for nothing', () => {
  expect(stateOf(first(denied), [queued, { type: 'cancelled' }])).toMatchObject({
    status: 'closed',
    carried: [],
  });
});

test('what was decided on the first and taken back from it is not carried', () => {
  const takenBack: ClaimFact = { type: 'answer-taken-back', eventId: '0-4', what: 'invented' };
  expect(stateOf([...first(denied), takenBack], [queued, sent, refused('payer-rejected')])).toMatchObject({
    status: 'rejected-by-payer',
  });
});

test('one claim number, denied and then refused as a duplicate: the denial counts', () => {
  expect(stateOf([queued, sent, denied, duplicate])).toMatchObject({
    status: 'denied',
    payerClaimControlNumber: 'FIRST',
  });
});
