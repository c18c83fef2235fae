/** What the first payer left to the patient is the patient's once a person says that no other insurance pays it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionsFor, standingOf } from '../advice/index.ts';
import { exampleClaim } from '../examples/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { worklistsOf } from '../worklists/index.ts';
import { type ClaimEvent, type ClaimFact, type FollowUp, foldClaim, patientCredit } from './index.ts';
import { adjust, CHARGE, events, patientPaid, payment, queued, refused, sent, withPayer } from './testing.ts';

const by = (payerName: string, fact: ClaimFact): ClaimFact =>
  fact.type === 'payment' ? { type: 'payment', payment: { ...fact.payment, payerName } } : fact;
const on = (paymentDate: string, fact: ClaimFact): ClaimFact =>
  fact.type === 'payment'
    ? { type: 'payment', payment: { ...fact.payment, paymentDate: paymentDate as IsoDate } }
    : fact;
const none: ClaimFact = { type: 'no-further-insurance', reason: 'not-insured' };
const some: ClaimFact = { type: 'further-insurance' };
const silent: ClaimFact = { type: 'silent', awaited: 'remittance' };
const late: ClaimFact = { type: 'silent', awaited: 'next-payer-decision' };
const followed = (how: FollowUp): ClaimFact => ({
  type: 'followed',
  how,
  claimId: 'second',
  patientControlNumber: 'C2',
});

/** Paid 60, by contract 20, to the patient 20. */
const PARTS = [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)];
const first = by('FIRST', payment(6_000, PARTS, '1', 'first'));
const sentOn = by('FIRST', payment(6_000, PARTS, '19', 'first'));
const deductible = by(
  'FIRST',
  payment(0, [adjust('CO', '45', 3_000), adjust('PR', '1', 7_000)], '1', 'first'),
);
const bare = on('2026-12-05', by('SECOND', payment(0, [adjust('CO', '27', 10_000)], '4', 'bare')));
const counted = by(
  'SECOND',
  payment(0, [adjust('OA', '23', 8_000), adjust('CO', '31', 2_000)], '2', 'counted'),
);
const onlyPaid = by(
  'SECOND',
  payment(0, [adjust('OA', '23', 6_000), adjust('CO', '31', 4_000)], '4', 'only-paid'),
);
const pays = by('SECOND', payment(1_500, [adjust('OA', '23', 8_000), adjust('PR', '2', 500)], '2', 'pays'));
const paysAll = by('SECOND', payment(2_000, [adjust('OA', '23', 8_000)], '2', 'pays-all'));

/** Each claim's facts, learnt one after the other. */
function accountOf(...claims: readonly (readonly ClaimFact[])[]): ClaimEvent[][] {
  let minute = 0;
  return claims.map((facts, place) =>
    events(...facts).map((event) => {
      minute += 1;
      const at = `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z` as UtcInstant;
      return { ...event, id: `${place}-${event.id}`, at };
    }),
  );
}

function stateOf(...claims: readonly (readonly ClaimFact[])[]) {
  const account = accountOf(...claims);
  const own = account.at(-1) ?? [];
  const state = foldClaim(CHARGE, own, ...account.slice(0, -1));
  const claim = { ...exampleClaim, coverage: { ...exampleClaim.coverage, rank: 'P' as const } };
  const known = { ...state, claim, events: own, isFollowed: false };
  const offered = actionsFor(standingOf({ ...known, underpaidBy: cents(0) }));
  return {
    ...state,
    lists: worklistsOf({ ...known, patientControlNumber: 'C', state }).map(
      ({ list, amount }) => `${list} ${amount / 100}`,
    ),
    offered: offered.flatMap(({ action, isOffered }) => (isOffered ? action : [])),
  };
}

const billed = [queued, sent, first, followed('next-payer')];

describe.each([
  ['rejected', [billed, [queued, sent, refused('payer-rejected')]]],
  [
    'rejected, and billed on what the first left as a deductible',
    [
      [queued, sent, deductible, followed('next-payer')],
      [queued, sent, bare],
    ],
  ],
  ['denied as if nobody had paid', [billed, [queued, sent, bare]]],
  ['denied, with what was done before it', [billed, [queued, sent, counted]]],
  ['denied, with what was paid before it alone', [billed, [queued, sent, onlyPaid]]],
  ['silent', [billed, [queued, sent, withPayer, silent]]],
  ['sent on to one that denied as if nobody had paid', [[queued, sent, sentOn, bare]]],
  ['sent on to one that denied', [[queued, sent, sentOn, counted]]],
  ['sent on to one that says nothing', [[queued, sent, sentOn, late]]],
  ['sent on to one that has it not, as was told', [[queued, sent, sentOn]]],
] as const)('the next insurance: %s', (_how, claims) => {
  const with_ = (...more: readonly ClaimFact[]) =>
    stateOf(...claims.slice(0, -1), [...(claims.at(-1) ?? []), ...more]);
  const share = claims[0].some((fact) => fact === deductible) ? 7_000 : 2_000;
  const paid = share === 7_000 ? 0 : 6_000;

  test('what was left waits, is nobody’s to bill, and the way out is offered', () => {
    const state = with_();
    expect(state).toMatchObject({ leftAtNext: share, isNoFurther: false });
    expect(state.money).toMatchObject({ paid, patientResponsibility: 0 });
    // What the next insurance makes of the contract of the one before is its own matter.
    if (!claims.flat().includes(onlyPaid))
      expect(state.money).toMatchObject({ contractual: 10_000 - paid - share, open: share });
    expect(state.offered).toContain('no-further-insurance');
    expect(state.offered).not.toContain('bill-patient');
  });

  test('said so, it is the patient’s, on that list alone, and money is exact', () => {
    const state = with_(none);
    expect(state).toMatchObject({
      status: 'partly-paid',
      leftAtNext: 0,
      isNoFurther: true,
      silence: null,
      awaits: null,
      money: { paid, contractual: 10_000 - paid - share, patientResponsibility: share, open: 0 },
      lists: [`needs-you ${share / 100}`, `patient-balance ${share / 100}`],
    });
    expect(state.offered).toEqual(
      expect.arrayContaining(['bill-patient', 'take-payment', 'further-insurance']),
    );
    for (const action of ['resend', 'replace', 'void', 'bill-next', 'appeal', 'no-further-insurance'])
      expect(state.offered).not.toContain(action);
  });

  test('paid by the patient, it is done with', () => {
    expect(with_(none, patientPaid(share))).toMatchObject({ status: 'paid', lists: [] });
    expect(with_(none, { type: 'patient-billed', amount: cents(share) }).lists).toEqual([
      `patient-balance ${share / 100}`,
    ]);
  });

  test('taken back, it waits as before', () => {
    const { since: _since, ...before } = with_();
    expect(with_(none, some)).toMatchObject(before);
    expect(with_(none, some, none)).toMatchObject({ isNoFurther: true });
  });
});

describe('what the next insurance decides after all takes its place', () => {
  const before = [queued, sent, bare];
  test('a part of it stays the patient’s', () => {
    expect(stateOf(billed, [...before, none, pays])).toMatchObject({
      status: 'partly-paid',
      isNoFurther: false,
      money: { paid: 7_500, contractual: 2_000, patientResponsibility: 500, open: 0 },
    });
  });

  test('what the patient has paid by then is paid back', () => {
    for (const claims of [
      [billed, [...before, none, patientPaid(2_000), paysAll]],
      [[queued, sent, sentOn, bare, none, patientPaid(2_000), paysAll]],
    ]) {
      const state = stateOf(...claims);
      expect(state.money).toMatchObject({ paid: 8_000, patientResponsibility: 0, open: 0 });
      expect(patientCredit(state.status, state.money)).toBe(2_000);
      expect(state.lists).toEqual(['needs-you 20']);
    }
  });

  test('that it refuses once more changes nothing, nor that an old answer comes again', () => {
    for (const again of [counted, bare, refused('payer-rejected')])
      expect(stateOf(billed, [...before, none, again])).toMatchObject({
        isNoFurther: true,
        money: { patientResponsibility: 2_000, open: 0 },
      });
    const second = [queued, sent, pays];
    expect(stateOf(billed, [...second, none, pays]).money).toMatchObject({ patientResponsibility: 500 });
  });

  test('what the first one decides anew is the new share', () => {
    const back = by(
      'FIRST',
      payment(-6_000, [adjust('CO', '45', -2_000), adjust('PR', '2', -2_000)], '22', 'back'),
    );
    const anew = on(
      '2026-12-08',
      by('FIRST', payment(7_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 1_000)], '1', 'anew')),
    );
    expect(stateOf([...billed, on('2026-12-08', back), anew], [...before, none]).money).toMatchObject({
      paid: 7_000,
      patientResponsibility: 1_000,
      open: 0,
    });
    expect(stateOf([queued, sent, sentOn, bare, none, on('2026-12-08', back), anew])).toMatchObject({
      isNoFurther: true,
      money: { paid: 7_000, patientResponsibility: 1_000, open: 0 },
    });
  });

  test('where the first one takes its share back by denying it, nothing is left', () => {
    const denied = on('2026-12-01', by('FIRST', payment(0, [adjust('CO', '197', 10_000)], '4', 'later')));
    const learnt = [queued, sent, deductible, denied, followed('next-payer')];
    expect(stateOf(learnt, before)).toMatchObject({ leftAtNext: 0, money: { open: 10_000 } });
  });

  test('another claim to an insurance has it wait again', () => {
    expect(stateOf(billed, [...before, none, followed('next-payer')], [queued, sent])).toMatchObject({
      isNoFurther: false,
      leftAtNext: 2_000,
      money: { patientResponsibility: 0, open: 2_000 },
    });
  });

  test('in any order and repetition', () => {
    const story = accountOf(billed, [...before, none, patientPaid(2_000), pays]);
    const own = story[1] ?? [];
    const { since: _since, ...expected } = foldClaim(CHARGE, own, story[0] ?? []);
    fc.assert(
      fc.property(fc.shuffledSubarray([...own, ...own], { minLength: own.length * 2 }), (shuffled) => {
        expect(foldClaim(CHARGE, shuffled, story[0] ?? [])).toMatchObject(expected);
      }),
    );
  });
});

test('while the next insurance has it in its time, or has decided otherwise, it is not offered', () => {
  for (const claims of [
    [billed, [queued, sent, withPayer]],
    [billed, [queued, sent, pays]],
    [[queued, sent, first]],
    [[queued, sent, by('FIRST', payment(0, [adjust('CO', '27', 10_000)], '4'))]],
    [
      [queued, sent, first, followed('replacement')],
      [queued, sent, silent],
    ],
  ])
    expect(stateOf(...claims).offered).not.toContain('no-further-insurance');
});

test('of three payers the last that decided says what is left', () => {
  const second = by(
    'SECOND',
    payment(1_000, [adjust('OA', '23', 8_000), adjust('PR', '2', 1_000)], '2', 's'),
  );
  expect(
    stateOf(billed, [queued, sent, second, followed('next-payer')], [queued, sent, bare, none]).money,
  ).toMatchObject({ paid: 7_000, patientResponsibility: 1_000, open: 0 });
});

test('that no other insurance pays says nothing of what became of a void that was sent since', () => {
  expect(
    stateOf([queued, sent, sentOn, none, followed('void')], [queued, sent, refused('payer-rejected')]),
  ).toMatchObject({ status: 'rejected-by-payer', isNoFurther: true });
});
