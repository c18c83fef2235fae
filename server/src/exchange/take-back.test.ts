/** What was decided of an answer can be taken back: to the cent, and as if it had never been, but for what the timeline says. */
import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNews } from '../news.ts';
import { dismissAnswer, matchAnswer, releasePayment, reopenAnswer } from '../remittance/index.ts';
import { listAnsweredEvents } from '../store/answers-of-claim.ts';
import { listAuditEntries } from '../store/audit-log.ts';
import { listEvents } from '../store/claim-events.ts';
import { findClaimsByPayerNumber, findDecidedClaim } from '../store/claim-matching.ts';
import { findClaim } from '../store/claims.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { findUnmatchedByKey, listWaitingAnswers } from '../store/unmatched-answers.ts';
import type { ClaimPayment } from '../transactions/remittance-835/index.ts';
import { CHARGE, check, type PostingPractice, paying, postingPractice } from './testing-posting.ts';

const [LINE] = exampleClaim.serviceLines;
if (!LINE) throw new Error('the example has no line');
const { lastName, firstName } = exampleClaim.patient;
const NAME = { lastName, firstName };

let tests: TestStore;
let practice: PostingPractice;
let wrong: string;
let right: string;
beforeEach(async () => {
  tests = openTestStore();
  practice = postingPractice(await tests.practice(), tests.store);
  wrong = await practice.bill();
  right = await practice.bill();
});
afterEach(() => tests.close());

/** Under a number of another system, for the day of the example's visit. */
const strange = (paid: number, changes: Partial<ClaimPayment> = {}): ClaimPayment =>
  paying('FOREIGN-1', paid, {
    payerClaimControlNumber: 'ICN1',
    patient: { ...NAME, memberId: 'X900' },
    statementFrom: LINE.serviceDate as IsoDate,
    ...changes,
  });

const person = (deviceId = 'biller-1') => {
  const { runtime, scope } = practice;
  return { store: tests.store, runtime, news: createNews(), practiceId: scope.practiceId, deviceId };
};
const waiting = () => listWaitingAnswers(practice.scope, 100);
const waitingId = async () => (await waiting())[0]?.id ?? '';
const paid = async (claimId: string) => (await practice.money(claimId))?.paid;
const lastEvent = async (claimId: string) => (await listEvents(practice.scope, claimId)).at(-1);

async function matched(claimId: string, payment = strange(20_000)): Promise<string> {
  await practice.deliver(check('CHK1', [payment]));
  const id = await waitingId();
  expect(await matchAnswer(person(), id, claimId)).toBe('matched');
  return id;
}

test('matched with the wrong claim, taken back, matched with the right one: both are right to the cent', async () => {
  const before = await practice.accounts();
  const id = await matched(wrong);
  expect(await paid(wrong)).toBe(20_000);
  expect(await reopenAnswer(person('biller-2'), id)).toEqual({ answerIds: [id] });

  expect(await practice.money(wrong)).toMatchObject({ paid: 0, contractual: 0, open: CHARGE });
  expect(await practice.accounts()).toEqual({ ...before, remittance: 20_000, unmatched: -20_000 });
  expect(await lastEvent(wrong)).toMatchObject({
    source: { kind: 'person', deviceId: 'biller-2' },
    fact: { type: 'answer-taken-back', what: 'SAMPLE HEALTH PLAN paid $200.00' },
  });
  expect((await findClaim(practice.scope, wrong))?.summary.status).toBe('queued');
  expect(await waiting()).toMatchObject([{ id, reopenedFrom: wrong }]);
  expect(await practice.remittances()).toMatchObject([
    { state: 'needs-person', reason: expect.stringMatching(/^1 claim in it matches no claim/) },
  ]);
  expect(await practice.filesThatWait()).toHaveLength(1);

  expect(await matchAnswer(person(), id, right)).toBe('matched');
  expect([await paid(wrong), await paid(right)]).toEqual([0, 20_000]);
  expect(await practice.accounts()).toEqual({
    ...before,
    remittance: 20_000,
    'adjustment:contractual': CHARGE - 20_000,
    'receivable:payer': CHARGE,
  });
  expect(await practice.remittances()).toMatchObject([{ state: 'posted', reason: null }]);
  expect(await practice.filesThatWait()).toEqual([]);
});

test('the very claim can be chosen again, as often as a person changes their mind', async () => {
  const id = await matched(wrong);
  for (let round = 0; round < 3; round += 1) {
    await reopenAnswer(person(), id);
    expect(await paid(wrong)).toBe(0);
    await matchAnswer(person(), id, wrong);
    expect(await paid(wrong)).toBe(20_000);
  }
  expect((await practice.accounts()).remittance).toBe(20_000);
  expect(await practice.filesThatWait()).toEqual([]);
});

test('what was remembered is forgotten: neither the number nor the payer’s finds the wrong claim again', async () => {
  const id = await matched(wrong);
  expect(await findDecidedClaim(practice.scope, 'FOREIGN-1')).toBe(wrong);
  expect(await findClaimsByPayerNumber(practice.scope, 'ICN1')).toEqual([wrong]);
  await reopenAnswer(person(), id);
  expect(await findDecidedClaim(practice.scope, 'FOREIGN-1')).toBeUndefined();
  expect(await findClaimsByPayerNumber(practice.scope, 'ICN1')).toEqual([]);

  // The same file again, the same part in another file, the next one of the same number.
  await practice.deliver(check('CHK1', [strange(20_000)]));
  await practice.deliver(check('CHK2', [strange(5_000)]));
  expect([await paid(wrong), await paid(right)]).toEqual([0, 0]);
  expect((await waiting()).map(({ amount }) => amount)).toEqual([20_000, 5_000]);
});

test('what came to the wrong claim because of the match goes back with it', async () => {
  const id = await matched(wrong);
  await practice.deliver(check('CHK2', [strange(-20_000)]));
  await practice.deliver(check('CHK3', [strange(1_000, { patientControlNumber: '0' })]));
  expect(await waiting()).toEqual([]);
  expect(await paid(wrong)).toBe(1_000);
  const reopened = await reopenAnswer(person(), id);
  expect(reopened).toMatchObject({ answerIds: { length: 3 } });
  expect(await paid(wrong)).toBe(0);
  expect((await waiting()).map(({ amount }) => amount)).toEqual([20_000, -20_000, 1_000]);
  expect((await practice.accounts()).unmatched).toBe(-1_000);
});

test('a payer’s number that the claim has from elsewhere stays its number', async () => {
  await practice.deliver(check('CHK0', [paying('C000000001', 100, { payerClaimControlNumber: 'ICN1' })]));
  const id = await matched(
    wrong,
    strange(20_000, {
      patient: { lastName: 'STRANGER', firstName: 'BEN' },
      statementFrom: '2026-01-02' as IsoDate,
    }),
  );
  await reopenAnswer(person(), id);
  expect(await findClaimsByPayerNumber(practice.scope, 'ICN1')).toEqual([wrong]);
  expect(await paid(wrong)).toBe(100);
  // It is a person’s to decide, though the number names the claim now.
  await practice.deliver(check('CHK1', [strange(20_000)], [], { payer: { name: 'SAMPLE HEALTH PLAN' } }));
  expect(await waiting()).toMatchObject([{ id }]);
});

test('a setting aside is taken back as well, and its money waits as before', async () => {
  await practice.deliver(check('CHK1', [strange(20_000)]));
  const id = await waitingId();
  await dismissAnswer(person(), id, 'Billed in another system');
  expect(await practice.remittances()).toMatchObject([{ state: 'posted' }]);
  expect(await reopenAnswer(person(), id)).toEqual({ answerIds: [id] });
  expect(await waiting()).toMatchObject([{ id, reopenedFrom: null, reason: 'Billed in another system' }]);
  expect((await practice.accounts()).unmatched).toBe(-20_000);
  await matchAnswer(person(), id, right);
  expect(await paid(right)).toBe(20_000);
  const actions = (await listAuditEntries(practice.scope)).map(({ action }) => action);
  expect(actions.sort()).toEqual(['answer-dismissed', 'answer-matched', 'answer-reopened']);
});

test('the second to take it back is refused, and what is not there is not found', async () => {
  const id = await matched(wrong);
  const both = await Promise.all([reopenAnswer(person(), id), reopenAnswer(person('biller-2'), id)]);
  expect(both).toEqual([{ answerIds: [id] }, 'answer-waits-already']);
  expect((await listEvents(practice.scope, wrong)).map(({ fact }) => fact.type)).toEqual([
    'queued',
    'payment',
    'answer-taken-back',
  ]);
  expect(await reopenAnswer(person(), 'none')).toBe('not-found');
  expect(await reopenAnswer({ ...person(), practiceId: 'practice-9' }, id)).toBe('not-found');
});

const letGo = (amount: number): ClaimFact => ({
  type: 'written-off',
  of: 'payer',
  amount: cents(amount),
  reason: 'small-balance',
});

test.each([
  ['written off', [letGo(500)], [letGo(-500)], /^\$5\.00 were written off after it came/],
  [
    'closed',
    [{ type: 'closed', reason: 'done' }],
    [{ type: 'reopened' }],
    /^The claim was closed after it came/,
  ],
] as [string, ClaimFact[], ClaimFact[], RegExp][])(
  'not while something rests on it: %s; undone, it can be',
  async (_, done, undone, words) => {
    const id = await matched(wrong);
    await practice.learn(wrong, ...done);
    expect(await reopenAnswer(person(), id)).toEqual({
      code: 'can-not-take-back',
      why: expect.stringMatching(words),
    });
    expect(await paid(wrong)).toBe(20_000);
    await practice.learn(wrong, ...undone);
    expect(await reopenAnswer(person(), id)).toEqual({ answerIds: [id] });
    expect(await paid(wrong)).toBe(0);
  },
);

test('what was let go stands at the claim that went on; that its former one was closed stands in nobody`s way', async () => {
  const id = await matched(wrong);
  await practice.learn(wrong, letGo(500), { type: 'closed', reason: 'done' });
  await practice.bill(CHARGE, { claimId: wrong, how: 'resend' });
  expect(await reopenAnswer(person(), id)).toMatchObject({
    why: expect.stringMatching(
      /Take the write-off back first, in the timeline of claim C000000003, then this/,
    ),
  });
  await practice.learn(wrong, letGo(-500));
  expect(await reopenAnswer(person(), id)).toEqual({ answerIds: [id] });
});

test('not while the next insurance was billed from it; that taken back, it can be', async () => {
  const id = await matched(wrong);
  const next = await practice.bill(CHARGE, { claimId: wrong, how: 'next-payer' });
  expect(await reopenAnswer(person(), id)).toMatchObject({
    why: expect.stringMatching(
      /^The next insurance was billed from it \(claim C000000003\)\. Take that claim back/,
    ),
  });
  await practice.takeBack(next, wrong);
  expect(await reopenAnswer(person(), id)).toEqual({ answerIds: [id] });
});

test('of a payment and its reversal, both given by hand, the reversal goes first', async () => {
  const id = await matched(wrong);
  await practice.deliver(
    check('CHK2', [strange(-20_000, { patientControlNumber: 'FOREIGN-2', payerClaimControlNumber: 'ICN2' })]),
  );
  const reversal = await waitingId();
  await matchAnswer(person(), reversal, wrong);
  expect(await reopenAnswer(person(), id)).toMatchObject({
    why: expect.stringMatching(/^The payer has taken this payment back on the claim \(check CHK2/),
  });
  await reopenAnswer(person(), reversal);
  expect(await reopenAnswer(person(), id)).toEqual({ answerIds: [id] });
  expect(await paid(wrong)).toBe(0);
});

test('a match by the answer’s own words, without a person, can be taken back too, and waits for one then', async () => {
  const { memberId } = exampleClaim.coverage;
  const lone = postingPractice(await tests.practice(), tests.store);
  const claim = await lone.bill();
  await lone.learn(claim, { type: 'sent', outboundFileId: 'f', fileName: 'F' });
  const payment = strange(20_000, { patient: { ...NAME, memberId } });
  await lone.deliver(check('CHK1', [payment]));
  expect((await lone.money(claim))?.paid).toBe(20_000);
  const key = (await listEvents(lone.scope, claim)).length;
  expect(key).toBe(3);
  practice = lone;
  const [row] = await Promise.all([findAnswerOf(claim)]);
  expect(await reopenAnswer(person(), row)).toEqual({ answerIds: [row] });
  await practice.deliver(check('CHK1', [payment]));
  expect([await paid(claim), (await waiting()).length]).toEqual([0, 1]);
});

async function findAnswerOf(claimId: string): Promise<string> {
  const [part] = (await listEvents(practice.scope, claimId)).flatMap(({ fact }) =>
    fact.type === 'payment' ? `payment:${fact.payment.paymentKey}:${fact.payment.contentHash}` : [],
  );
  return (await findUnmatchedByKey(practice.scope, part ?? ''))?.id ?? '';
}

const payments = async (claimId: string) =>
  (await listEvents(practice.scope, claimId)).filter(({ fact }) => fact.type === 'payment');
/** Of the first claim, by its number. */
const NUMBER = 'C000000001';
const release = async (place = 0, claimId = wrong) =>
  releasePayment(person(), claimId, (await payments(claimId))[place]?.id ?? '', 'Another patient');

test('a payment that names a claim`s number is taken off it by a person, and given to the right one: to the cent, whatever comes again', async () => {
  const remittance = check('CHK1', [paying(NUMBER, 20_000)], [['L6', -100]]);
  await practice.deliver(remittance);
  expect(await paid(wrong)).toBe(20_000);
  expect(await release()).toEqual({ answerIds: [expect.any(String)] });
  expect(await practice.money(wrong)).toMatchObject({ paid: 0, contractual: 0, open: CHARGE });
  expect(await practice.accounts()).toMatchObject({ remittance: 20_100, unmatched: -20_000 });
  expect(await waiting()).toMatchObject([{ reopenedFrom: wrong, reason: 'Another patient' }]);
  expect(await practice.remittances()).toMatchObject([{ state: 'needs-person' }]);
  expect(await listAuditEntries(practice.scope)).toContainEqual(
    expect.objectContaining({ action: 'answer-reopened', deviceId: 'biller-1' }),
  );

  await practice.deliver({ ...remittance, productionDate: remittance.paymentDate });
  expect(await paid(wrong)).toBe(0);
  expect(await matchAnswer(person(), await waitingId(), right)).toBe('matched');
  await practice.deliver({ ...remittance, claims: [...remittance.claims].reverse(), payer: { name: 'SHP' } });
  expect([await paid(wrong), await paid(right)]).toEqual([0, 20_000]);
  expect((await practice.accounts()).unmatched).toBeUndefined();
});

test('taken off by mistake it is given back to its claim', async () => {
  await practice.deliver(check('CHK1', [paying(NUMBER, 20_000)]));
  await release();
  expect(await matchAnswer(person(), await waitingId(), wrong)).toBe('matched');
  expect(await paid(wrong)).toBe(20_000);
  expect(await waiting()).toEqual([]);
});

test('what the payer took back already is taken off only after the reversal; refused, nothing was made of it', async () => {
  await practice.deliver(check('CHK1', [paying(NUMBER, 20_000)]));
  await practice.deliver(check('CHK2', [paying(NUMBER, -20_000)]));
  expect(await release(0)).toMatchObject({ code: 'can-not-take-back', why: expect.stringContaining('CHK2') });
  expect(await listAnsweredEvents(practice.scope, wrong)).toEqual([]);
  expect(await release(1)).toHaveProperty('answerIds');
  expect(await release(0)).toHaveProperty('answerIds');
  expect(await paid(wrong)).toBe(0);
  expect(await waiting()).toHaveLength(2);
});

test('what is no payment by a file is not taken off a claim', async () => {
  const [queued] = await listEvents(practice.scope, wrong);
  expect(await releasePayment(person(), wrong, queued?.id ?? '', 'Another patient')).toBe('not-found');
  expect(await releasePayment(person(), wrong, 'none', 'Another patient')).toBe('not-found');
});
