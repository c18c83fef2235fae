/** What the first payer refused is worked while the second one decides: on its lists, by the first one's days, and under its appeal. */
import { describe, expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import { type ClaimEvent, type ClaimFact, foldClaim } from '../lifecycle/index.ts';
import { adjust, CHARGE, payment, queued, refused, sent, withPayer } from '../lifecycle/testing.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { worklistsOf } from './worklists-of.ts';

const day = (on: string) => on as IsoDate;
function told(by: string, on: string, fact: ClaimFact): ClaimFact {
  if (fact.type !== 'payment') return fact;
  return {
    type: 'payment',
    payment: { ...fact.payment, payerName: by, paymentDate: day(on), contentHash: `${by}${on}` },
  };
}

const PARTS = [adjust('CO', '45', 2_000), adjust('CO', '50', 3_000), adjust('PR', '2', 1_000)];
const first = told('FIRST', '2026-06-01', payment(4_000, PARTS));
const follows = (how: 'next-payer' | 'replacement'): ClaimFact => ({
  type: 'followed',
  how,
  claimId: 'second',
  patientControlNumber: 'C2',
});
const second = told('SECOND', '2026-07-25', payment(1_000, [adjust('OA', '23', 9_000)], '2'));
const appealed = (on: string, turn?: number): ClaimFact => ({
  type: 'appealed',
  sentOn: day(on),
  ...(turn !== undefined && { turn }),
});
const late: ClaimFact = { type: 'silent', awaited: 'remittance' };

/** Facts learnt one after the other, a minute between them. */
function known(...claims: readonly (readonly ClaimFact[])[]): ClaimEvent[][] {
  let minute = 0;
  return claims.map((facts, place) =>
    facts.map((fact, at) => {
      minute += 1;
      return {
        id: `${place}-${at}`,
        at: `2026-07-01T10:${String(minute).padStart(2, '0')}:00.000Z` as UtcInstant,
        source: { kind: 'system' },
        fact,
      };
    }),
  );
}

const DAYS = {
  first: { timelyFilingDays: 90, appealDays: 60 },
  second: { timelyFilingDays: 120, appealDays: 180 },
  third: { timelyFilingDays: 30, appealDays: 10 },
};
const CLAIM = {
  ...exampleClaim,
  serviceLines: exampleClaim.serviceLines.map((line) => ({ ...line, serviceDate: day('2026-05-01') })),
};

function workOf(account: readonly ClaimEvent[][], frequency: '1' | '7' = '1') {
  const events = account.at(-1) ?? [];
  const state = foldClaim(CHARGE, events, ...account.slice(0, -1));
  const rank = account.length > 1 && frequency === '1' ? 'S' : 'P';
  const items = worklistsOf({
    patientControlNumber: 'C2',
    claim: { ...CLAIM, frequency, coverage: { ...CLAIM.coverage, rank } },
    events: [...state.carried, ...events],
    state,
    isFollowed: false,
    payer: [DAYS.first, DAYS.second, DAYS.third][rank === 'P' ? 0 : account.length - 1],
    ...(rank === 'S' && {
      first: { patientControlNumber: 'C1', claim: CLAIM, events: account[0] ?? [] },
      payersByTurn: new Map([
        [1, DAYS.first],
        [2, DAYS.second],
      ]),
    }),
  });
  const lists = items.map(({ list, amount, deadline }) => `${list} ${amount / 100} ${deadline}`);
  return { ...state, lists, whys: items.map(({ list, why }) => `${list}: ${why}`) };
}

const billed = [queued, sent, first, follows('next-payer')];

describe('a payer before decides anew while', () => {
  const anew = told(
    'FIRST',
    '2026-07-20',
    payment(4_500, [...PARTS.slice(0, 1), adjust('CO', '50', 2_500), PARTS[2] ?? adjust('PR', '2', 0)]),
  );
  const takenBack = told(
    'FIRST',
    '2026-07-19',
    payment(
      -4_000,
      PARTS.map((each) => ({ ...each, amount: cents(-each.amount) })),
      '22',
    ),
  );
  /** The first claim learns more after the second was sent. */
  const since = (own: readonly ClaimFact[], more: readonly ClaimFact[]) => {
    const account = known(billed, own);
    const [first = [], second = []] = account;
    const later = known(more)[0]?.map((event, at) => ({
      ...event,
      id: `more-${at}`,
      at: `2026-07-22T10:0${at}:00.000Z` as UtcInstant,
    }));
    return workOf([[...first, ...(later ?? [])], second]);
  };
  const own = [queued, sent, withPayer];

  test('the second one is asked, it is the first that is written to, and nobody is silent', () => {
    const work = since(own, [takenBack, anew]);
    expect(work).toMatchObject({ silence: null, awaits: 'remittance' });
    expect(work.whys).toEqual(['needs-you: refused-before', 'partly-paid: refused-before']);
  });

  test('the second one is silent, that one is asked why', () => {
    const work = since([...own, late], [takenBack, anew]);
    expect(work.silence).toMatchObject({ awaited: 'remittance' });
    expect(work.whys).toEqual([
      'needs-you: payer-silent',
      'silent: payer-silent',
      'partly-paid: refused-before',
    ]);
  });

  test('the second one is silent, though it pays all: only that one is asked', () => {
    const all = told('FIRST', '2026-07-20', payment(7_000, [...PARTS.slice(0, 1), ...PARTS.slice(2)]));
    expect(since([...own, late], [takenBack, all]).whys).toEqual([
      'needs-you: payer-silent',
      'silent: payer-silent',
    ]);
  });
});

describe('while the second insurance', () => {
  test.each([
    ['has it', [queued, sent, withPayer]],
    ['has not taken it yet', [queued, sent]],
  ] as const)('%s, what the first one refused needs somebody, by the days of the first', (_how, own) => {
    expect(workOf(known(billed, own)).lists).toEqual([
      'needs-you 30 2026-07-31',
      'partly-paid 30 2026-07-31',
    ]);
  });

  test('says nothing, or rejected it, that stands beside what the first one refused', () => {
    expect(workOf(known(billed, [queued, sent, withPayer, late])).lists).toEqual([
      'needs-you 40 2026-07-31',
      'silent 40 2026-07-31',
      'partly-paid 30 2026-07-31',
    ]);
    // What was rejected is filed by the second one's days, from the decision of the first.
    expect(workOf(known(billed, [queued, sent, refused('payer-rejected')])).lists).toEqual([
      'needs-you 40 2026-07-31',
      'rejected 40 2026-09-29',
      'partly-paid 30 2026-07-31',
    ]);
  });

  test('has nothing refused before it, nobody is asked', () => {
    const paid = told(
      'FIRST',
      '2026-06-01',
      payment(6_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)]),
    );
    expect(
      workOf(known([queued, sent, paid, follows('next-payer')], [queued, sent, withPayer])).lists,
    ).toEqual([]);
  });
});

test('once the second one has decided, the days of the first still run from its own decision', () => {
  expect(workOf(known(billed, [queued, sent, second])).lists).toEqual([
    'needs-you 30 2026-07-31',
    'partly-paid 30 2026-07-31',
  ]);
  const sentOn = told('FIRST', '2026-06-01', payment(4_000, PARTS, '19'));
  expect(workOf(known([queued, sent, sentOn, second])).lists).toEqual([
    'needs-you 30 2026-07-31',
    'partly-paid 30 2026-07-31',
  ]);
});

test('of three payers each has its own days: what the second one refused is asked of it by those', () => {
  const paid = told(
    'FIRST',
    '2026-06-01',
    payment(4_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 4_000)]),
  );
  const refusing = told(
    'SECOND',
    '2026-07-25',
    payment(1_000, [adjust('OA', '23', 6_000), adjust('CO', '50', 2_000), adjust('PR', '2', 1_000)], '2'),
  );
  const account = known(
    [queued, sent, paid, follows('next-payer')],
    [queued, sent, refusing, follows('next-payer')],
    [queued, sent, withPayer],
  );
  expect(workOf(account).lists).toEqual(['needs-you 20 2027-01-21', 'partly-paid 20 2027-01-21']);
});

test('a replacement that was rejected is filed anew by the days from the decision that it corrects', () => {
  const { lists } = workOf(
    known([queued, sent, first, follows('replacement')], [queued, sent, refused('payer-rejected')]),
    '7',
  );
  expect(lists).toContain('rejected 30 2026-07-31');
});

describe('an appeal', () => {
  const own = [queued, sent, withPayer];
  const wait = { sentOn: '2026-06-20', grantedOn: null };

  test.each([
    [
      'before the second one was billed',
      [queued, sent, first, appealed('2026-06-20'), follows('next-payer')],
      own,
    ],
    ['while that one decides', billed, [...own, appealed('2026-06-20', 1)]],
  ] as const)('written to the first payer %s waits for that one alone', (_when, before, after) => {
    const pending = workOf(known(before, after));
    expect(pending.appeal).toMatchObject(wait);
    expect(pending.awaits).toBe('remittance');
    expect(pending.lists.map((each) => each.split(' ')[0])).toEqual(['partly-paid']);
    const decided = workOf(known(before, [...after, second]));
    expect(decided).toMatchObject({ appeal: wait, awaits: 'appeal-decision' });
    const said: ClaimFact = { type: 'appeal-answered', outcome: 'refused', answeredOn: day('2026-08-01') };
    expect(workOf(known(before, [...after, said])).appeal).toBeNull();
    // What the first one then decides comes under its own number.
    const more = told('FIRST', '2026-08-01', payment(3_000, [adjust('OA', 'B13', 7_000)]));
    const [toFirst = [], toSecond = []] = known(before, after);
    const learnt = {
      id: 'more',
      at: '2026-08-02T10:00:00.000Z' as UtcInstant,
      source: { kind: 'system' } as const,
    };
    expect(workOf([[...toFirst, { ...learnt, fact: more }], toSecond]).appeal).toBeNull();
  });

  test('leaves the troubles of the second one`s claim where they are', () => {
    const rejected = workOf(
      known(billed, [queued, sent, appealed('2026-06-20', 1), refused('payer-rejected')]),
    );
    expect(rejected.appeal).toMatchObject(wait);
    const listed = (lists: readonly string[]) => lists.map((each) => each.split(' ').slice(0, 2).join(' '));
    expect(listed(rejected.lists)).toEqual(['needs-you 40', 'rejected 40', 'partly-paid 30']);
    const silent = workOf(known(billed, [queued, sent, withPayer, appealed('2026-06-20', 1), late]));
    expect(listed(silent.lists)).toEqual(['needs-you 40', 'silent 40', 'partly-paid 30']);
  });

  test('is over once nothing that this payer refused is open', () => {
    const all = told('SECOND', '2026-07-25', payment(6_000, [adjust('CO', '45', 4_000)], '2'));
    const before = [queued, sent, first, appealed('2026-06-20'), follows('next-payer')];
    expect(workOf(known(before, [queued, sent, all])).appeal).toBeNull();
  });

  test('is not answered by the insurance that the payer had sent the claim on to', () => {
    const sentOn = told('FIRST', '2026-06-01', payment(4_000, PARTS, '19'));
    expect(workOf(known([queued, sent, sentOn, appealed('2026-06-20'), second])).appeal).toMatchObject(wait);
  });
});

describe('where the first payer takes its payment back after the second one has paid', () => {
  const paid = told(
    'FIRST',
    '2026-06-01',
    payment(6_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)]),
  );
  const rest = told('SECOND', '2026-07-25', payment(2_000, [adjust('OA', '23', 8_000)], '2'));
  const back = told(
    'FIRST',
    '2026-08-10',
    payment(-6_000, [adjust('CO', '45', -2_000), adjust('PR', '2', -2_000)], '22'),
  );

  test('it is said whose money went when, and its days run from then', () => {
    const state = workOf(known([queued, sent, paid, follows('next-payer'), back], [queued, sent, rest]));
    expect(state).toMatchObject({
      status: 'partly-paid',
      money: { paid: 2_000, open: 8_000 },
      payersBefore: [{ turn: 1, isTakenBack: true, refused: 8_000, decidedOn: '2026-08-10' }],
      lists: ['needs-you 80 2026-10-09', 'partly-paid 80 2026-10-09'],
    });
  });

  test('what it decides anew stands in its place', () => {
    const anew = told(
      'FIRST',
      '2026-08-11',
      payment(7_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 1_000)]),
    );
    const state = workOf(
      known([queued, sent, paid, follows('next-payer'), back, anew], [queued, sent, rest]),
    );
    expect(state.payersBefore).toMatchObject([{ isTakenBack: false, refused: 0 }]);
  });
});
