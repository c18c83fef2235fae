/** A replacement or void that leads nowhere is given up, and what the payer had decided before stands with all that it allows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionsFor, standingOf } from '../advice/index.ts';
import { exampleClaim } from '../examples/index.ts';
import { cents, type UtcInstant } from '../values/index.ts';
import { type ClaimEvent, type ClaimFact, type FollowUp, foldClaim } from './index.ts';
import { adjust, CHARGE, events, payment, queued, refused, sent, withPayer } from './testing.ts';

const followed = (how: FollowUp): ClaimFact => ({
  type: 'followed',
  how,
  claimId: how,
  patientControlNumber: 'C2',
});
const given: ClaimFact = { type: 'correction-given-up', told: 'Ms Invented, 2026-11-27' };
const silent: ClaimFact = { type: 'silent', awaited: 'remittance' };
const denied = payment(0, [adjust('CO', '50', 10_000)], '4', 'denied');
const shared = payment(6_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)], '1', 'shared');
const duplicate = payment(0, [adjust('CO', '18', 10_000)], '4', 'duplicate');
const rejected = refused('payer-rejected');

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
function stateOf(rank: 'P' | 'S', ...claims: readonly (readonly ClaimFact[])[]) {
  const account = accountOf(...claims);
  const own = account.at(-1) ?? [];
  const state = foldClaim(CHARGE, own, ...account.slice(0, -1));
  const claim = { ...exampleClaim, coverage: { ...exampleClaim.coverage, rank } };
  const known = {
    ...state,
    events: own,
    claim,
    underpaidBy: cents(0),
    isFollowed: false,
  };
  const choices = actionsFor(standingOf(known));
  return {
    ...state,
    offered: choices.flatMap(({ action, isOffered }) => (isOffered ? action : [])),
    words: (which: string) => choices.find(({ action }) => action === which)?.words,
  };
}

const WAYS: readonly [string, readonly ClaimFact[]][] = [
  ['rejected', [queued, sent, rejected]],
  ['silent', [queued, sent, withPayer, silent]],
  ['refused as a duplicate', [queued, sent, duplicate]],
];

test.each(WAYS)(
  'a replacement that was %s can be given up: the denial can be appealed and billed on',
  (_how, own) => {
    const first = [denied, followed('replacement')];
    const asked = stateOf('P', first, own);
    expect(asked).toMatchObject({ correction: 'asked' });
    expect(asked.offered).toContain('keep-decision');
    const kept = stateOf('P', first, [...own, given]);
    expect(kept).toMatchObject({ status: 'denied', correction: 'given-up', silence: null, awaits: null });
    expect(kept.money.open).toBe(10_000);
    expect(kept.offered).toEqual(
      expect.arrayContaining(['replace', 'void', 'bill-next', 'appeal', 'write-off']),
    );
    expect(kept.offered).not.toContain('resend');
  },
);

test.each([...WAYS])(
  'a void that was %s can be given up: the patient`s share is billed, or the next insurance',
  (_how, own) => {
    const kept = stateOf('P', [shared, followed('void')], [...own, given]);
    expect(kept).toMatchObject({
      status: 'partly-paid',
      money: { paid: 6_000, contractual: 2_000, patientResponsibility: 2_000, open: 0 },
    });
    expect(kept.offered).toEqual(expect.arrayContaining(['replace', 'void', 'bill-next', 'bill-patient']));
  },
);

test('given up by mistake, it is taken back: the correction waits for its payer again', () => {
  const first = [denied, followed('replacement')];
  const own = [queued, sent, rejected, given];
  const back: ClaimFact = { type: 'act-taken-back', eventId: `1-${events(...own).at(-1)?.id}`, what: '' };
  const asked = stateOf('P', first, [...own, back]);
  expect(asked).toMatchObject({ status: 'rejected-by-payer', correction: 'asked' });
  expect(asked.offered).toContain('keep-decision');
  expect(stateOf('P', first, [...own, back, given])).toMatchObject({ correction: 'given-up' });
});

test('before that, nobody is told that no payer has taken the claim', () => {
  const asked = stateOf('P', [denied, followed('replacement')], [queued, sent, rejected]);
  for (const action of ['appeal', 'bill-next', 'replace'])
    expect(asked.words(action)).toContain('what the payer had decided before stands');
});

test('a replacement that is denied anew is decided: there is nothing better to fall back on', () => {
  const anew = payment(0, [adjust('CO', '197', 10_000)], '4', 'anew');
  const state = stateOf('P', [denied, followed('replacement')], [queued, sent, anew]);
  expect(state).toMatchObject({ status: 'denied', correction: null });
  expect(state.offered).not.toContain('keep-decision');
  expect(stateOf('P', [shared, followed('replacement')], [queued, sent, anew]).offered).toContain(
    'keep-decision',
  );
});

const late = payment(8_000, [adjust('CO', '45', 2_000)], '1', 'late');

test.each([
  ['paid after a denial', [denied, followed('replacement'), late], 'paid', 0],
  [
    'taken back and paid anew',
    [
      shared,
      followed('replacement'),
      payment(-6_000, [adjust('CO', '45', -2_000), adjust('PR', '2', -2_000)], '22', 'back'),
      late,
    ],
    'paid',
    0,
  ],
  [
    'decided anew, with a share',
    [
      denied,
      followed('replacement'),
      payment(0, [adjust('CO', '45', 2_000), adjust('PR', '1', 8_000)], '1', 'late'),
    ],
    'partly-paid',
    8_000,
  ],
] as const)(
  'what was %s under the first number counts where the replacement is refused as a duplicate of it',
  (_what, first, status, patientResponsibility) => {
    const state = stateOf('P', first, [queued, sent, duplicate]);
    expect(state).toMatchObject({ status, correction: null, money: { open: 0, patientResponsibility } });
    expect(state.offered).not.toContain('keep-decision');
  },
);

test('a replacement that is a duplicate of what was paid before it was sent changes nothing: that is to be asked about', () => {
  expect(stateOf('P', [late, followed('replacement')], [queued, sent, duplicate])).toMatchObject({
    status: 'denied',
    correction: 'asked',
  });
});

test('what was not asked for, or is under way, is not given up', () => {
  expect(stateOf('P', [rejected, followed('resend')], [queued, sent, rejected]).offered).not.toContain(
    'keep-decision',
  );
  expect(stateOf('P', [denied, followed('replacement')], [queued, sent, withPayer]).offered).not.toContain(
    'keep-decision',
  );
  expect(stateOf('P', [denied]).offered).not.toContain('keep-decision');
});

test('sent again after a rejection, it is given up all the same', () => {
  const kept = stateOf(
    'P',
    [denied, followed('replacement')],
    [queued, rejected, followed('resend')],
    [queued, rejected, given],
  );
  expect(kept).toMatchObject({ status: 'denied', correction: 'given-up' });
});

test.each([
  ['pays on it', payment(9_000, [adjust('CO', '45', 1_000)], '1', 'late'), 'paid', null],
  ['takes it after all', withPayer, 'with-payer', 'asked'],
])('where the payer %s after that, that counts', (_what, answer, status, correction) => {
  const state = stateOf('P', [denied, followed('replacement')], [queued, sent, silent, given, answer]);
  expect(state).toMatchObject({ status, correction });
});

test('a void that is carried out after that is', () => {
  const back = payment(-6_000, [adjust('CO', '45', -2_000), adjust('PR', '2', -2_000)], '22', 'back');
  const own = [queued, sent, withPayer, silent, given];
  expect(stateOf('P', [shared, followed('void')], [...own, back]).status).toBe('voided');
});

test('a refusal once more, or the same answer again, changes nothing of it', () => {
  const own = [queued, sent, withPayer, silent, given];
  expect(stateOf('P', [denied, followed('replacement')], [...own, rejected]).status).toBe('denied');
  expect(stateOf('P', [denied, followed('replacement')], [...own, withPayer]).status).toBe('denied');
});

test('the next insurance is billed after it, and the share is with that one', () => {
  const state = stateOf(
    'S',
    [shared, followed('replacement')],
    [queued, sent, rejected, given, followed('next-payer')],
    [queued, sent, withPayer],
  );
  expect(state).toMatchObject({ status: 'with-payer', correction: null });
  expect(state.money).toMatchObject({ paid: 6_000, patientResponsibility: 0, open: 2_000 });
});

test('the same for any order and repetition', () => {
  const account = accountOf([shared, followed('void')], [queued, sent, rejected, given, withPayer]);
  const [first = [], own = []] = account;
  const expected = foldClaim(CHARGE, own, first);
  fc.assert(
    fc.property(fc.shuffledSubarray([...own, ...own], { minLength: own.length * 2 }), (shuffled) => {
      expect(foldClaim(CHARGE, shuffled, first)).toMatchObject({
        status: expected.status,
        money: expected.money,
        correction: expected.correction,
      });
    }),
  );
});

const second = payment(1_500, [adjust('OA', '23', 8_000), adjust('PR', '2', 500)], '2', 'second');
const secondBack = payment(
  -1_500,
  [adjust('OA', '23', -8_000), adjust('PR', '2', -500)],
  '22',
  'second-back',
);

test.each([
  ['the number of the second claim', [second, followed('void'), secondBack], [queued, sent, withPayer]],
  ['its own', [second, followed('void')], [queued, sent, secondBack]],
] as const)(
  'a void of the second insurance`s claim under %s is carried out: what the first decided stands',
  (_under, next, own) => {
    const state = stateOf('S', [shared, followed('next-payer')], next, own);
    expect(state).toMatchObject({
      status: 'partly-paid',
      isNextCancelled: true,
      silence: null,
      awaits: null,
    });
    expect(state.money).toMatchObject({
      paid: 6_000,
      contractual: 2_000,
      patientResponsibility: 2_000,
      open: 0,
    });
    expect(state.offered).toEqual(expect.arrayContaining(['bill-instead', 'bill-patient']));
    expect(state.offered).not.toContain('replace');
  },
);

test('after that another second insurance is billed instead: the share is with it, and then what it leaves is the patient`s', () => {
  const before = [
    [shared, followed('next-payer')],
    [second, followed('void'), secondBack],
    [queued, sent, withPayer, followed('instead')],
  ] as const;
  const asked = stateOf('S', ...before, [queued, sent, withPayer]);
  expect(asked).toMatchObject({ status: 'with-payer', isNextCancelled: false, correction: null });
  expect(asked.money).toMatchObject({
    paid: 6_000,
    contractual: 2_000,
    patientResponsibility: 0,
    open: 2_000,
  });
  const pays = payment(1_800, [adjust('OA', '23', 8_000), adjust('PR', '2', 200)], '2', 'pays');
  expect(stateOf('S', ...before, [queued, sent, withPayer, pays]).money).toMatchObject({
    paid: 7_800,
    patientResponsibility: 200,
    open: 0,
  });
});
