import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { exactly, filedOf, type Submission } from './filed.ts';

const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: '837P_1.txt' };
const fileAccepted: ClaimFact = { type: 'file-accepted', withErrors: false };
const accepted: ClaimFact = { type: 'clearinghouse-accepted' };
const received = (by: 'clearinghouse' | 'payer'): ClaimFact => ({ type: `${by}-received` });
const withPayer: ClaimFact = { type: 'payer-accepted' };

function submission(facts: readonly ClaimFact[], mode: 'live' | 'test' = 'live'): Submission {
  return {
    createdAt: '2026-11-20T12:00:00.000Z',
    file: { mode, sentAt: '2026-11-20T12:01:00.000Z' },
    events: facts.map((fact, index) => ({
      id: String(index),
      at: `2026-11-2${index + 1}T12:00:00.000Z`,
      source: { kind: 'system' },
      fact,
    })),
  } as unknown as Submission;
}

test.each([
  [[sent, fileAccepted, accepted, withPayer], 'The payer accepted the claim', '2026-11-24', true],
  [[sent, accepted, received('payer')], 'The clearinghouse accepted the claim', '2026-11-22', true],
  [
    [sent, fileAccepted, received('payer')],
    'The payer received the claim; that it accepts it was not said yet',
    '2026-11-23',
    false,
  ],
  [
    [sent, fileAccepted, received('clearinghouse')],
    'The clearinghouse received the claim; that it accepts it was not said yet',
    '2026-11-23',
    false,
  ],
  [[sent, fileAccepted, accepted], 'The clearinghouse accepted the claim', '2026-11-23', true],
  [
    [sent, fileAccepted],
    'The clearinghouse could read the file; of the claim nothing was said yet',
    '2026-11-22',
    false,
  ],
  [[sent], 'Sent; nothing was said of it yet', '2026-11-21', false],
] as const)('of %j the proof is: %s', (facts, words, day, isProof) => {
  const filed = filedOf(submission(facts));
  expect(filed).toMatchObject({ words, isProof });
  expect(filed.at?.slice(0, 10)).toBe(day);
});

const decision = (claimStatusCode: string) =>
  ({ type: 'payment', payment: { claimStatusCode, paymentDate: '2026-11-24' } }) as ClaimFact;
const rejection = (by: 'file' | 'clearinghouse' | 'payer'): ClaimFact => ({
  type: `${by}-rejected`,
  codes: [],
  message: 'invented',
});

test.each([
  [
    [sent, fileAccepted, accepted, rejection('payer')],
    'The clearinghouse accepted the claim on 2026-11-23 12:00:00 UTC. The payer rejected the claim',
    '2026-11-24',
  ],
  [[sent, fileAccepted, rejection('clearinghouse')], 'The clearinghouse rejected the claim', '2026-11-23'],
  [[sent, rejection('file')], 'The file was rejected', '2026-11-22'],
] as const)('of %j no proof is left: it was rejected', (facts, words, day) => {
  const filed = filedOf(submission(facts));
  expect(filed).toMatchObject({ words, isProof: false });
  expect(filed.at?.slice(0, 10)).toBe(day);
});

test('a claim that was rejected is filed from the day on which its rejecter accepted it', () => {
  const said = (fact: ClaimFact, saidOn: string) => ({ ...fact, saidOn }) as ClaimFact;
  const facts = [
    sent,
    said(accepted, '2026-11-20'),
    said(rejection('clearinghouse'), '2026-11-21'),
    said(accepted, '2026-11-22'),
  ];
  const filed = filedOf(submission(facts));
  expect(filed).toMatchObject({ words: 'The clearinghouse accepted the claim', isProof: true });
  expect(filed.at?.slice(0, 10)).toBe('2026-11-24');
});

test('a payer that rejected a claim and decided on it all the same had it', () => {
  expect(filedOf(submission([sent, accepted, rejection('payer'), decision('1')]))).toMatchObject({
    isProof: true,
  });
});

test.each(['23', '25'])('what comes as %s in a remittance is no decision, and proves nothing', (code) => {
  expect(filedOf(submission([sent, fileAccepted, decision(code)]))).toMatchObject({ isProof: false });
  expect(filedOf(submission([sent, rejection('payer'), decision(code)]))).toMatchObject({
    words: 'The payer rejected the claim',
    isProof: false,
  });
});

test('what was said earlier than it was learnt is dated by who said it, and the earliest such word counts', () => {
  const said = { ...withPayer, saidOn: '2026-11-02' as IsoDate } as ClaimFact;
  const later = { ...withPayer, saidOn: '2026-11-05' as IsoDate } as ClaimFact;
  expect(filedOf(submission([sent, later, said]))).toEqual({
    words: 'The payer accepted the claim',
    at: '2026-11-23T12:00:00.000Z',
    saidOn: '2026-11-02',
    isProof: true,
  });
});

test('a day that is still to come where it is read is no day on which it was said', () => {
  const said = { ...withPayer, saidOn: '2026-12-22' as IsoDate } as ClaimFact;
  expect(filedOf(submission([sent, said]))).toEqual({
    words: 'The payer accepted the claim',
    at: '2026-11-22T12:00:00.000Z',
    isProof: true,
  });
});

const unclear = (theyHaveIt: 'asks' | 'unpaid'): ClaimFact => ({
  type: 'unclear',
  message: 'invented',
  by: 'payer',
  theyHaveIt,
});
const pended: ClaimFact = { type: 'clearinghouse-pended', codes: [], message: 'invented' };
test.each([
  [unclear('asks'), 'The payer has the claim and asks for more'],
  [unclear('unpaid'), 'The payer says that it has finished with the claim without paying'],
  [pended, 'The clearinghouse holds the claim back'],
])('of %j it is told what was said, which is no proof', (fact, words) => {
  const filed = filedOf(submission([sent, fileAccepted, fact]));
  expect(filed).toMatchObject({ words: expect.stringContaining(words), isProof: false });
});

test('a test proves nothing, whatever was said of it', () => {
  expect(filedOf(submission([sent, accepted, withPayer], 'test'))).toMatchObject({ isProof: false });
});

test('what was never sent has no day', () => {
  expect(filedOf(submission([{ type: 'queued' }]))).toEqual({ words: 'Not sent', at: null, isProof: false });
});

test('an instant is printed to the second, and says whose clock it is', () => {
  expect(exactly('2026-11-20T12:00:05.123Z')).toBe('2026-11-20 12:00:05 UTC');
});
