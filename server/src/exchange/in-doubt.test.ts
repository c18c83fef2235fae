/** An answer that comes again and by now fits the claim of another account stays where it is, and a person looks at it. */
import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNews } from '../news.ts';
import { dismissAnswer, matchAnswer, reopenAnswer } from '../remittance/index.ts';
import { listEvents } from '../store/claim-events.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { listWaitingAnswers } from '../store/unmatched-answers.ts';
import { answerFile } from '../transactions/examples.ts';
import { type PostingPractice, postingPractice } from './testing-posting.ts';

let tests: TestStore;
let practice: PostingPractice;
let first: string;
let second: string;
const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'F' };
beforeEach(async () => {
  tests = openTestStore();
  practice = postingPractice(await tests.practice(), tests.store);
  first = await practice.bill();
  second = await practice.bill(cents(40_000));
  for (const claim of [first, second]) await practice.learn(claim, sent);
});
afterEach(() => tests.close());

/** Names no number of ours, but the payer's; `envelope` makes it another file. */
const statusFile = (envelope: string, stc = 'P3:317*20261122') =>
  answerFile(
    { group: 'HN', set: '277', version: '005010X212', setVersion: '005010X212' },
    `BHT*0010*08*${envelope}*20261122*1530*DG
     HL*1**20*1
     NM1*PR*2*${exampleClaim.coverage.payerName.toUpperCase()}*****PI*60054
     HL*2*1*21*1
     NM1*41*2*SAMPLE CLINIC*****46*123456789
     HL*3*2*19*1
     NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
     HL*4*3*22*0
     NM1*IL*1*${exampleClaim.patient.lastName}*${exampleClaim.patient.firstName}****MI*X900
     TRN*2*Q1
     STC*${stc}
     REF*1K*ICN1
     REF*EJ*FOREIGN-1`,
  );
async function deliver(envelope: string, stc?: string): Promise<void> {
  await practice.store(Buffer.from(statusFile(envelope, stc)), `${envelope}.277`);
  await practice.interpret();
}
const known = (claim: string): Promise<void> =>
  practice.learn(claim, { type: 'payer-accepted', payerClaimControlNumber: 'ICN1' });
const answersOn = async (claim: string) =>
  (await listEvents(practice.scope, claim)).filter(
    ({ fact, source }) => fact.type === 'payer-accepted' && source.kind === 'inbound-file',
  ).length;
const waiting = () => listWaitingAnswers(practice.scope, 10);
const person = () => ({
  store: tests.store,
  runtime: practice.runtime,
  news: createNews(),
  practiceId: practice.scope.practiceId,
  deviceId: 'biller-1',
});

/** It went to the first claim by the payer's number, which by now is the second one's alone. */
async function cameAgain(): Promise<string> {
  await practice.store(Buffer.from(statusFile('R1')), 'R1.277');
  await known(first);
  await practice.interpret();
  expect(await answersOn(first)).toBe(1);
  expect(await waiting()).toEqual([]);
  await practice.givePayerNumbersTo(second);
  await practice.learn(second, { type: 'payer-accepted', payerClaimControlNumber: 'ICN1' });
  await deliver('R2');
  return (await waiting())[0]?.id ?? '';
}

test('the same answer in another file: it is on one claim, and shown', async () => {
  await cameAgain();
  expect([await answersOn(first), await answersOn(second)]).toEqual([1, 0]);
  expect(await waiting()).toMatchObject([{ state: 'in-doubt', claimId: first, fileName: 'R1.277' }]);
  expect(await practice.filesThatWait()).toMatchObject([
    { name: 'R1.277', reason: expect.stringMatching(/^1 claim in it matches no claim here for certain/) },
  ]);
  await deliver('R3');
  expect(await waiting()).toHaveLength(1);
});

test('a person says that it stays, and it is not asked again', async () => {
  const id = await cameAgain();
  expect(await matchAnswer(person(), id, first)).toBe('matched');
  expect(await practice.filesThatWait()).toEqual([]);
  await deliver('R3');
  expect(await waiting()).toEqual([]);
  expect([await answersOn(first), await answersOn(second)]).toEqual([1, 0]);
});

test('a person gives it to the other claim: the first is as before, and says what was taken back', async () => {
  const id = await cameAgain();
  expect(await matchAnswer(person(), id, second)).toBe('matched');
  const facts = (await listEvents(practice.scope, first)).map(({ fact }) => fact.type);
  expect(facts.at(-1)).toBe('answer-taken-back');
  expect(await answersOn(second)).toBe(1);
  expect(await waiting()).toEqual([]);
});

test('a person sets it aside: no claim has it any more', async () => {
  const id = await cameAgain();
  expect(await dismissAnswer(person(), id, 'Of another system')).toBe('dismissed');
  const facts = (await listEvents(practice.scope, first)).map(({ fact }) => fact.type);
  expect(facts.at(-1)).toBe('answer-taken-back');
  expect(await reopenAnswer(person(), id)).toEqual({ answerIds: [id] });
});

test('a status that a person matched is taken back: the claim waits for its answer again', async () => {
  await deliver('R1');
  const [answer] = await waiting();
  await matchAnswer(person(), answer?.id ?? '', second);
  expect(await answersOn(second)).toBe(1);
  expect(await reopenAnswer(person(), answer?.id ?? '')).toMatchObject({ answerIds: [answer?.id] });
  expect((await listEvents(practice.scope, second)).at(-1)?.fact).toMatchObject({
    type: 'answer-taken-back',
    what: 'The payer has the claim',
  });
  await deliver('R2');
  expect((await waiting()).map(({ id }) => id)).toEqual([answer?.id]);
});
