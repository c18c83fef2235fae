/** A claim that its payer sent on to the next insurance is with that one until it has decided. */
import { describe, expect, test } from 'vitest';
import { actionsFor, standingOf } from '../advice/index.ts';
import { exampleClaim } from '../examples/index.ts';
import { cents, type IsoDate } from '../values/index.ts';
import { worklistsOf } from '../worklists/index.ts';
import { type ClaimFact, foldClaim, patientBalance } from './index.ts';
import { adjust, CHARGE, events, patientPaid, payment, queued, refused, sent } from './testing.ts';

const by = (payerName: string, paymentDate: string, fact: ClaimFact): ClaimFact =>
  fact.type === 'payment'
    ? { type: 'payment', payment: { ...fact.payment, payerName, paymentDate: paymentDate as IsoDate } }
    : fact;
const first = by('FIRST', '2026-11-01', payment(8000, [adjust('PR', '2', 2000)], '19'));
const second = by(
  'SECOND',
  '2026-11-15',
  payment(1500, [adjust('OA', '23', 8000), adjust('PR', '3', 500)], '2'),
);
const late: ClaimFact = { type: 'silent', awaited: 'next-payer-decision' };

const serviceLines = exampleClaim.serviceLines.slice(0, 1).map((line) => ({ ...line, chargeAmount: CHARGE }));

function standing(own: readonly ClaimFact[], before: readonly ClaimFact[] = []) {
  const learnt = events(queued, sent, ...own);
  const state = foldClaim(CHARGE, learnt, events(...before));
  const claim = { ...exampleClaim, serviceLines };
  const worked = { patientControlNumber: 'C1', claim, events: learnt, state, isFollowed: false };
  const choices = actionsFor(
    standingOf({ ...state, claim, events: learnt, underpaidBy: cents(0), isFollowed: false }),
  );
  return {
    ...state,
    lists: worklistsOf(worked).map(({ list }) => list),
    offered: choices.flatMap(({ action, isOffered }) => (isOffered ? action : [])),
  };
}

describe('a share that the payer sent on', () => {
  test('is open at the next insurance, waited for, and billed to nobody', () => {
    const state = standing([first]);
    expect(state).toMatchObject({
      status: 'with-payer',
      awaits: 'next-payer-decision',
      silence: null,
      money: { paid: 8000, patientResponsibility: 0, open: 2000 },
      lists: [],
    });
    expect(state.offered).not.toContain('bill-patient');
  });

  test('is work once the next insurance is late, and no more once it has decided', () => {
    expect(standing([first, late])).toMatchObject({
      status: 'with-payer',
      awaits: null,
      silence: { awaited: 'next-payer-decision' },
      lists: ['needs-you', 'silent'],
    });
    expect(standing([first, late, second])).toMatchObject({
      status: 'partly-paid',
      silence: null,
      money: { paid: 9500, patientResponsibility: 500, open: 0 },
      lists: ['needs-you', 'patient-balance'],
    });
  });

  test('is the patient’s where the next insurance denies it, whether or not it says whose turn it is', () => {
    const denial = (lines: Parameters<typeof payment>[1]) =>
      by('SECOND', '2026-11-15', payment(0, lines, '4', 'denied'));
    for (const denied of [
      denial([adjust('OA', '23', 8000), adjust('PR', '204', 2000)]),
      denial([adjust('PR', '204', 10000)]),
    ])
      for (const order of [
        [first, denied],
        [denied, first],
      ]) {
        const { money } = standing(order);
        expect(patientBalance(money)).toBe(2000);
        expect(money.open).toBe(0);
      }
  });

  test('waits once more where the next one sends the rest on, and that is noticed by itself', () => {
    const again = by(
      'SECOND',
      '2026-11-15',
      payment(1500, [adjust('OA', '23', 8000), adjust('PR', '3', 500)], '20'),
    );
    expect(standing([first, late, again])).toMatchObject({
      status: 'with-payer',
      awaits: 'next-payer-decision',
      silence: null,
      money: { patientResponsibility: 0, open: 500 },
    });
    expect(standing([first, late, again, late]).silence).not.toBeNull();
  });

  test('is no refusal: what the payer refused beside it stays on the list of what was partly paid', () => {
    const partly = payment(6000, [adjust('CO', '97', 2000), adjust('PR', '2', 2000)], '19');
    expect(standing([partly])).toMatchObject({
      status: 'partly-paid',
      awaits: 'next-payer-decision',
      money: { patientResponsibility: 0, open: 4000 },
    });
  });

  test('is not waited for where nothing is left, it was taken back, or the next insurance is billed by hand', () => {
    expect(standing([payment(8000, [adjust('CO', '45', 2000)], '19')])).toMatchObject({
      status: 'paid',
      awaits: null,
    });
    const back = payment(-8000, [adjust('PR', '2', -2000)], '22');
    expect(standing([first, back])).toMatchObject({ status: 'reversed', awaits: null });
    const billed = { type: 'followed', how: 'next-payer', claimId: 'x', patientControlNumber: 'C2' } as const;
    expect(standing([first, billed]).awaits).toBeNull();
    expect(standing([], [first, billed])).toMatchObject({
      status: 'sent',
      money: { patientResponsibility: 0, open: 2000 },
    });
  });

  test('arrives after all: its decision says the share, though the next insurance was billed by hand', () => {
    const billed = { type: 'followed', how: 'next-payer', claimId: 'x', patientControlNumber: 'C2' } as const;
    expect(standing([], [first, billed, second]).money).toMatchObject({
      paid: 9500,
      patientResponsibility: 500,
      open: 0,
    });
  });

  test('what the patient paid for it before is kept, and a replacement that is refused leaves it with the next one', () => {
    expect(standing([first, patientPaid(500)])).toMatchObject({
      status: 'with-payer',
      money: { patientPaid: cents(500), open: 2000 },
    });
    const replaced = {
      type: 'followed',
      how: 'replacement',
      claimId: 'x',
      patientControlNumber: 'C2',
    } as const;
    expect(standing([refused('payer-rejected')], [first, replaced]).money).toMatchObject({
      patientResponsibility: 0,
      open: 2000,
    });
  });
});
