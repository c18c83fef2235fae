/** What the payer leaves to the patient is nobody's to ask for while another insurance on the claim was not billed for it. */
import { describe, expect, test } from 'vitest';
import { actionsFor, firstAction, standingOf } from '../advice/index.ts';
import type { Claim } from '../claim/index.ts';
import { exampleClaim } from '../examples/index.ts';
import { cents } from '../values/index.ts';
import { worklistsOf } from '../worklists/index.ts';
import { billedOf, type ClaimFact, foldClaim, patientDue } from './index.ts';
import {
  adjust,
  CHARGE,
  events,
  patientPaid,
  payment,
  queued,
  refused,
  sent,
  writtenOff,
} from './testing.ts';

type Rank = NonNullable<Claim['coverage']['rank']>;
function claimOf(rank: Rank, ...behind: Rank[]): Claim {
  const { coverage } = exampleClaim;
  const otherCoverages = behind.map((each) => ({
    ...coverage,
    rank: each,
    relationshipToSubscriber: 'self' as const,
  }));
  return { ...exampleClaim, coverage: { ...coverage, rank }, otherCoverages } as unknown as Claim;
}

function stateOf(claim: Claim, own: readonly ClaimFact[], ...before: readonly (readonly ClaimFact[])[]) {
  const learnt = events(...own);
  const state = foldClaim(billedOf(CHARGE, claim), learnt, ...before.map((facts) => events(...facts)));
  const known = { ...state, claim, events: learnt, isFollowed: false };
  const standing = standingOf({ ...known, underpaidBy: cents(0) });
  return {
    ...state,
    due: patientDue(state.status, state.money),
    lists: worklistsOf({ ...known, patientControlNumber: 'C', state }).map(
      ({ list, amount }) => `${list} ${amount / 100}`,
    ),
    offered: actionsFor(standing).flatMap(({ action, isOffered }) => (isOffered ? action : [])),
    first: firstAction(['bill-patient'], standing),
  };
}

const two = claimOf('P', 'S');
const first = [queued, sent, payment(6_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)])];
const none: ClaimFact = { type: 'no-further-insurance', reason: 'not-insured' };
const toSecond: ClaimFact = {
  type: 'followed',
  how: 'next-payer',
  claimId: 'second',
  patientControlNumber: 'C2',
};

test('a share with another insurance on the claim is billed to that one first, and to no patient', () => {
  const state = stateOf(two, first);
  expect(state).toMatchObject({
    status: 'partly-paid',
    isNextToBill: true,
    leftAtNext: 2_000,
    due: 0,
    money: { paid: 6_000, contractual: 2_000, patientResponsibility: 0, open: 2_000 },
    lists: ['needs-you 20'],
    first: 'bill-next',
  });
  expect(state.offered).toContain('no-further-insurance');
  for (const action of ['bill-patient', 'appeal']) expect(state.offered).not.toContain(action);
});

test('what the payer denied to the patient as well', () => {
  const denied = payment(0, [adjust('PR', '27', 10_000)], '4');
  expect(stateOf(two, [queued, sent, denied])).toMatchObject({
    status: 'denied',
    due: 0,
    first: 'bill-instead',
  });
});

test('what it refused beside it is appealed, and is what is partly paid', () => {
  const parts = [adjust('CO', '45', 1_000), adjust('CO', '50', 3_000), adjust('PR', '2', 2_000)];
  const state = stateOf(two, [queued, sent, payment(4_000, parts)]);
  expect(state.lists).toEqual(['needs-you 50', 'partly-paid 30']);
  expect(state.offered).toContain('appeal');
});

describe('it is the patient`s', () => {
  test.each([
    ['once a person said that no other insurance pays', two, [...first, none]],
    ['where no insurance is behind', claimOf('P'), first],
    ['where those on the claim come before', claimOf('S', 'P'), first],
  ] as const)('%s', (_when, claim, own) => {
    expect(stateOf(claim, own)).toMatchObject({ isNextToBill: false, due: 2_000, first: 'bill-patient' });
  });

  test('once the last insurance has decided, billed from here or sent on to', () => {
    const second = payment(1_500, [adjust('OA', '23', 8_000), adjust('PR', '2', 500)], '2');
    expect(stateOf(claimOf('S', 'P'), [queued, second], [...first, toSecond])).toMatchObject({ due: 500 });
    const sentOn = payment(6_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)], '19');
    expect(stateOf(two, [queued, sentOn, second])).toMatchObject({ isNextToBill: false, due: 500 });
    // A third one comes behind.
    expect(stateOf(claimOf('P', 'S', 'T'), [queued, sentOn, second])).toMatchObject({
      isNextToBill: true,
      due: 0,
      leftAtNext: 500,
    });
  });
});

test('where the patient has paid it, or a person let it go, nothing is asked of another insurance by itself', () => {
  for (const done of [patientPaid(2_000), writtenOff('patient', 2_000)])
    expect(stateOf(two, [...first, done])).toMatchObject({ isNextToBill: false, status: 'paid', lists: [] });
  expect(stateOf(two, [...first, patientPaid(500)])).toMatchObject({ isNextToBill: true, due: 0 });
});

test('a claim that was rejected, or is not decided yet, says nothing of it', () => {
  for (const own of [
    [queued, sent],
    [queued, sent, refused('payer-rejected')],
  ])
    expect(stateOf(two, own).isNextToBill).toBe(false);
});
