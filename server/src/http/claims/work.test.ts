/** Notes stay, claims are given to people, and the history of a claim proves when it was sent. */
import type { Assignee, ClaimDetail, ClaimHistory, ClaimNote } from '@claimside/shared/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertInboundFile } from '../../store/inbound-files.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
let claimId: string;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
  const sent = { device: biller, body: billing('01'), headers: keyed('01') };
  claimId = ((await (await server.request('POST', '/claims', sent)).json()) as ClaimDetail).id;
});
afterEach(() => server.close());

const note = (text: string, key: string, device = biller) =>
  server.request('POST', `/claims/${claimId}/notes`, { device, body: { text }, headers: keyed(key) });
const notes = async (device = biller) =>
  (await (await server.request('GET', `/claims/${claimId}/notes`, { device })).json()) as ClaimNote[];
const actions = async () => (await server.audited()).map(({ action }) => action);

describe('notes', () => {
  test('stay in order, with who wrote them and when; the same press twice is one note', async () => {
    expect((await note('CALLED THE PAYER', 'a')).status).toBe(200);
    server.moveClock(60_000);
    await note('THEY WILL CALL BACK', 'b');
    await note('THEY WILL CALL BACK', 'b');
    expect(await notes()).toEqual([
      {
        id: expect.any(String),
        at: '2026-11-20T12:00:00.000Z',
        by: 'TEST biller',
        text: 'CALLED THE PAYER',
      },
      {
        id: expect.any(String),
        at: '2026-11-20T12:01:00.000Z',
        by: 'TEST biller',
        text: 'THEY WILL CALL BACK',
      },
    ]);
    expect((await actions()).filter((action) => action === 'claim-noted')).toHaveLength(2);
    expect(server.published.at(-1)).toEqual({ type: 'claim-changed', claimId });
  });

  test('the same text for the same key of another person is a note of their own', async () => {
    const admin = await server.pair('admin');
    await note('SAME', 'a');
    await note('SAME', 'a', admin);
    expect((await notes()).map(({ by }) => by).sort()).toEqual(['TEST admin', 'TEST biller']);
  });

  test.each([[''], [' '], ['x'.repeat(1_001)]])('%j is no note', async (text) => {
    expect((await note(text, 'a')).status).toBe(400);
  });

  test('what was written is in no log', async () => {
    await note('SECRET WORDS', 'a');
    expect(server.logged.join()).not.toContain('SECRET WORDS');
  });
});

describe('who has a claim', () => {
  const assign = (deviceId: string | null) =>
    server.request('PUT', `/claims/${claimId}/assignee`, { device: biller, body: { deviceId } });
  const detail = async () =>
    (await (await server.request('GET', `/claims/${claimId}`, { device: biller })).json()) as ClaimDetail;

  test('is a device by its name, and it is on record who gave it', async () => {
    const admin = await server.pair('admin');
    expect((await assign(admin.deviceId)).status).toBe(200);
    expect((await detail()).assignedTo).toBe(admin.deviceId);
    const response = await server.request('GET', '/assignees', { device: biller });
    expect((await response.json()) as Assignee[]).toContainEqual({
      id: admin.deviceId,
      name: 'TEST admin',
      isActive: true,
    });
    expect(await actions()).toContain('claim-assigned');
    await assign(null);
    expect((await detail()).assignedTo).toBeNull();
  });

  test('is nobody who was unpaired, and none of another practice', async () => {
    const gone = await server.pair('biller');
    await server.revokeElsewhere(gone.deviceId);
    const stranger = await server.pair('biller', await server.addPractice('OTHER TEST PRACTICE'));
    for (const deviceId of [gone.deviceId, stranger.deviceId, 'nobody-at-all']) {
      const response = await assign(deviceId);
      expect(response.status).toBe(404);
      expect((await problemOf(response)).code).toBe('not-found');
    }
  });
});

test('the history names the file, its hash and when it was sent, what came back in which file, and the notes', async () => {
  await server.fileWaiting('OATEST_837P_1.txt', 'sent');
  await server.store.transaction((db) =>
    insertInboundFile(
      { ...server.scope, db },
      {
        id: 'f999',
        name: 'TEST_999.999',
        bytes: Buffer.from('TEST'),
        parentId: null,
        connectionId: 'main',
        receivedAt: server.runtime.now(),
      },
    ),
  );
  await server.learn(claimId, { type: 'file-accepted', withErrors: false }, 'f999', 'TEST_999.999');
  await server.fact(claimId, { type: 'clearinghouse-accepted', clearinghouseClaimId: '9000000001' });
  await note('CALLED THE PAYER', 'a');
  const response = await server.request('GET', `/claims/${claimId}/history`, { device: biller });
  expect(response.status).toBe(200);
  const history = (await response.json()) as ClaimHistory;
  expect(history).toMatchObject({
    at: '2026-11-20T12:00:00.000Z',
    patientName: 'TESTER, ANNA',
    practice: { name: 'EXAMPLE FAMILY PRACTICE' },
  });
  expect(history.submissions).toMatchObject([
    {
      id: claimId,
      how: null,
      clearinghouseClaimId: '9000000001',
      serviceDates: { first: '2026-11-16', last: '2026-11-16' },
      file: { name: 'OATEST_837P_1.txt', mode: 'test', sentAt: '2026-11-20T12:00:00.000Z', state: 'sent' },
      answers: [{ id: 'f999', name: 'TEST_999.999', receivedAt: '2026-11-20T12:00:00.000Z' }],
      notes: [{ text: 'CALLED THE PAYER', by: 'TEST biller' }],
    },
  ]);
  expect(history.submissions[0]?.answers[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await actions()).toContain('claim-history-read');
});

test('the history of a claim of another practice is not there', async () => {
  const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  const response = await server.request('GET', `/claims/${claimId}/history`, { device: stranger });
  expect(response.status).toBe(404);
});
