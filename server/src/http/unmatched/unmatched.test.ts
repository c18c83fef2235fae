import type { ClaimDetail, DecidedAnswer, UnmatchedList } from '@claimside/shared/api';
import type { ClaimReference } from '@claimside/shared/matching';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listEvents } from '../../store/claim-events.ts';
import { listInboundFiles } from '../../store/files.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

let visits = 1;
async function bill(changes: Partial<typeof CLAIM> = {}): Promise<string> {
  visits += 1;
  const response = await server.request('POST', '/claims', {
    device: biller,
    body: billing(String(visits), { ...CLAIM, ...changes }),
    headers: keyed(`unmatched-${visits}`),
  });
  return ((await response.json()) as { id: string }).id;
}

const list = async () =>
  (await (await server.request('GET', '/unmatched', { device: biller })).json()) as UnmatchedList;
const match = (id: string, claimId: string) =>
  server.request('POST', `/unmatched/${id}/match`, { device: biller, body: { claimId } });
const dismiss = (id: string, reason: string) =>
  server.request('POST', `/unmatched/${id}/dismiss`, { device: biller, body: { reason } });

const reopen = (id: string) => server.request('POST', `/unmatched/${id}/reopen`, { device: biller });
const claimOf = async (id: string) =>
  (await (await server.request('GET', `/claims/${id}`, { device: biller })).json()) as ClaimDetail;

const SAID: Partial<ClaimReference> = {
  lastName: 'TESTER',
  firstName: 'ANNA',
  memberIds: ['TEST0001'],
  serviceDate: '2026-11-16' as IsoDate,
  charge: cents(18_500),
  payerName: 'EXAMPLE HEALTH PLAN',
  paid: cents(15_000),
};
const dayAfter = (day: string) => ({ ...SAID, serviceDate: day as IsoDate });

test('what waits is listed with what it says, its check, its file, and how many wait in all', async () => {
  const id = await server.answerWaits(SAID);
  await server.answerWaits({ patientControlNumber: 'FOREIGN-2' });
  const { answers, waiting } = await list();
  expect(waiting).toBe(2);
  expect(answers[0]).toMatchObject({
    id,
    title: expect.stringContaining('paid'),
    file: { name: `${id}.835` },
    says: {
      patientControlNumber: 'FOREIGN-1',
      patientName: 'TESTER, ANNA',
      memberId: 'TEST0001',
      serviceDate: '2026-11-16',
      charge: 18_500,
      paid: 15_000,
      payerName: 'EXAMPLE HEALTH PLAN',
      checkNumber: 'CHK0001',
      paymentDate: '2026-11-19',
    },
    suggestions: [],
  });
});

test('claims are suggested with the reasons in words, the likeliest first', async () => {
  const same = await bill();
  const namesake = await bill({
    patient: { ...CLAIM.patient, firstName: 'BEN' },
    coverage: { ...CLAIM.coverage, memberId: 'OTHER1' },
  });
  await server.answerWaits(SAID);
  const [answer] = (await list()).answers;
  expect(answer?.suggestions.map(({ claimId, score, reasons }) => ({ claimId, score, reasons }))).toEqual([
    {
      claimId: same,
      score: 95,
      reasons: ['same member ID', 'same patient name', 'same date', 'same charge', 'same payer'],
    },
    { claimId: namesake, score: 50, reasons: ['same last name', 'same date', 'same charge', 'same payer'] },
  ]);
  expect(answer?.suggestions[1]?.fits).toEqual({
    patient: 'near',
    memberId: 'other',
    serviceDate: 'same',
    charge: 'same',
    payer: 'same',
  });
});

test.each([
  ['another day, by its charge', { ...dayAfter('2026-11-18'), memberIds: [] }, 'date 2 days off'],
  ['another charge, by the member', { ...SAID, charge: cents(1) }, 'same member ID'],
  [
    'another member, by the name on that day',
    { ...SAID, memberIds: ['X'], charge: cents(1) },
    'same patient name',
  ],
])('a claim is suggested though the answer says %s', async (_, said, reason) => {
  const claimId = await bill();
  await server.answerWaits(said);
  const [answer] = (await list()).answers;
  expect(answer?.suggestions).toMatchObject([{ claimId, reasons: expect.arrayContaining([reason]) }]);
});

test('of two that fit alike the one whose day is nearer comes first', async () => {
  const dated = (serviceDate: string) =>
    bill({
      serviceLines: CLAIM.serviceLines.map((line) => ({ ...line, serviceDate: serviceDate as IsoDate })),
    });
  const near = await dated('2026-11-13');
  const far = await dated('2026-11-09');
  await server.answerWaits({ ...SAID, memberIds: [] });
  const [answer] = (await list()).answers;
  expect(answer?.suggestions.map(({ claimId }) => claimId)).toEqual([near, far]);
});

test('a claim whose number came back is suggested though all else is another`s; one with nothing in common is not', async () => {
  const claimId = await bill();
  const number = (await (await server.request('GET', `/claims/${claimId}`, { device: biller })).json()) as {
    patientControlNumber: string;
  };
  const stranger = { lastName: 'STRANGER', memberIds: ['X9'], charge: cents(1) };
  await server.answerWaits({ ...stranger, serviceDate: '2026-11-16' as IsoDate });
  await server.answerWaits({ ...SAID, patientControlNumber: number.patientControlNumber });
  const [nothing, named] = (await list()).answers;
  expect(nothing?.suggestions).toEqual([]);
  expect(named?.suggestions).toMatchObject([
    { claimId, score: 100, reasons: ['same claim number', ...Array(5).fill(expect.any(String))] },
  ]);
});

test('matched: the claim is paid by the file and the person, the file is settled, open sidebars hear of it', async () => {
  const claimId = await bill();
  const id = await server.answerWaits(SAID);
  server.published.length = 0;
  const response = await match(id, claimId);
  expect([response.status, await response.json()]).toEqual([200, { claimId }]);
  expect((await listEvents(server.scope, claimId)).at(-1)).toMatchObject({
    source: { kind: 'inbound-file', fileId: `file-${id}`, matchedBy: biller.deviceId },
    fact: { type: 'payment', payment: { paid: 15_000 } },
  });
  expect(await list()).toEqual({ answers: [], waiting: 0 });
  expect(await listInboundFiles(server.scope)).toMatchObject([{ state: 'read', reason: null }]);
  expect(server.published).toEqual(
    expect.arrayContaining([{ type: 'claim-changed', claimId }, { type: 'exchange-changed' }]),
  );
  expect(await server.audited()).toContainEqual(
    expect.objectContaining({ action: 'answer-matched', subject: id, deviceId: biller.deviceId }),
  );
});

test('dismissed with a reason: no claim changes, and it waits no more', async () => {
  const id = await server.answerWaits(SAID);
  expect((await dismiss(id, '  ')).status).toBe(400);
  expect((await dismiss(id, 'Billed by the old system.')).status).toBe(200);
  expect(await list()).toEqual({ answers: [], waiting: 0 });
  expect(await server.audited()).toContainEqual(
    expect.objectContaining({ action: 'answer-dismissed', subject: id }),
  );
});

test('the second decision is refused', async () => {
  const claimId = await bill();
  const id = await server.answerWaits(SAID);
  await match(id, claimId);
  for (const again of [await match(id, claimId), await dismiss(id, 'Not ours.')]) {
    expect(again.status).toBe(409);
    expect((await problemOf(again)).code).toBe('answer-decided-already');
  }
});

test('a match is taken back: the claim is as before, the answer waits with what was decided, the wrong claim the last one suggested', async () => {
  const right = await bill();
  const wrong = await bill();
  const id = await server.answerWaits(SAID);
  await match(id, wrong);
  const { answers: taken, events } = await claimOf(wrong);
  expect(taken).toEqual([{ eventId: events.at(-1)?.id, answerId: id }]);
  server.published.length = 0;
  const response = await reopen(id);
  expect([response.status, await response.json()]).toEqual([200, { answerIds: [id] }]);
  const after = await claimOf(wrong);
  expect([after.money.paid, after.answers]).toEqual([0, []]);
  expect(after.events.at(-1)?.source).toEqual({ kind: 'person', deviceId: biller.deviceId });
  const [answer] = (await list()).answers;
  expect(answer?.takenBack).toMatchObject({
    claim: { id: wrong, patientName: 'TESTER, ANNA' },
    reason: null,
  });
  expect(answer?.suggestions.map(({ claimId }) => claimId)).toEqual([right, wrong]);
  expect(await listInboundFiles(server.scope)).toMatchObject([{ state: 'needs-person' }]);
  expect(server.published).toContainEqual({ type: 'claim-changed', claimId: wrong });
  expect((await match(id, right)).status).toBe(200);
});

test('what people decided is listed, the latest first, and a setting aside is taken back with its reason told', async () => {
  const claimId = await bill();
  const matched = await server.answerWaits(SAID);
  const dismissed = await server.answerWaits(SAID);
  await match(matched, claimId);
  await dismiss(dismissed, 'Billed by the old system.');
  const decided = (await (
    await server.request('GET', '/unmatched/decided', { device: biller })
  ).json()) as DecidedAnswer[];
  expect(decided.map(({ id, claim, reason }) => [id, claim?.id, reason])).toEqual(
    expect.arrayContaining([
      [matched, claimId, null],
      [dismissed, undefined, 'Billed by the old system.'],
    ]),
  );
  await reopen(dismissed);
  expect((await list()).answers).toMatchObject([
    { id: dismissed, takenBack: { claim: null, reason: 'Billed by the old system.' } },
  ]);
});

test('taking back is refused with what to do first, and what waits is not taken back', async () => {
  const claimId = await bill();
  const id = await server.answerWaits(SAID);
  expect((await problemOf(await reopen(id))).code).toBe('answer-waits-already');
  await match(id, claimId);
  await server.fact(claimId, { type: 'closed', reason: 'done' });
  const refused = await reopen(id);
  expect(refused.status).toBe(409);
  expect(await problemOf(refused)).toMatchObject({
    code: 'can-not-take-back',
    detail: expect.stringMatching(/^The claim was closed after it came\. Open the claim again first/),
  });
  expect((await reopen('none')).status).toBe(404);
});

test('a claim of another practice is none', async () => {
  const id = await server.answerWaits(SAID);
  const response = await match(id, 'no-such-claim');
  expect(response.status).toBe(404);
  expect((await list()).waiting).toBe(1);
});

test('what an answer says of a patient stands in no log line', async () => {
  const claimId = await bill();
  const said = { ...SAID, lastName: 'CANARYLAST', memberIds: ['CANARYMEMBER'] };
  const id = await server.answerWaits(said);
  await list();
  await match(id, 'no-such-claim');
  await dismiss(await server.answerWaits(said), 'CANARYREASON');
  await match(id, claimId);
  expect(server.logged.join('')).not.toContain('CANARY');
});
