import type { ClaimDetail } from '@claimside/shared/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

const FILE = 'OATEST_837P_TEST.txt';
let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

async function bill(visit: string): Promise<string> {
  const response = await server.request('POST', '/claims', {
    device: biller,
    body: billing(visit),
    headers: keyed(visit),
  });
  return ((await response.json()) as { id: string }).id;
}

/** Two claims in one file that may or may not have arrived. */
async function inDoubt() {
  const claims = [await bill('01'), await bill('02')];
  await server.fileWaiting(FILE, 'unknown');
  for (const id of claims) await server.fact(id, { type: 'delivery-unknown', fileName: FILE });
  return claims as [string, string];
}

const read = async (id: string) =>
  (await (await server.request('GET', `/claims/${id}`, { device: biller })).json()) as ClaimDetail;
const decide = (id: string, decision: string) =>
  server.request('POST', `/claims/${id}/delivery`, { device: biller, body: { decision } });

describe('POST /claims/{id}/delivery', () => {
  test.each([
    ['arrived', 'sent', 'sent'],
    ['send-again', 'queued', 'ready'],
    ['refused', 'file-failed', 'rejected'],
  ] as const)(
    '%s: every claim of the file is %s, the file %s; who decided is on record, the exchange wakes',
    async (decision, status, state) => {
      const [first, second] = await inDoubt();
      const nudges = server.nudges();
      const response = await decide(first, decision);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ fileName: FILE, decision, claims: 2 });
      for (const id of [first, second]) {
        expect(await read(id)).toMatchObject({ status, outboundFile: { name: FILE, state } });
        expect(server.published).toContainEqual({ type: 'claim-changed', claimId: id });
      }
      expect(server.nudges()).toBe(nudges + 1);
      expect(await server.audited()).toContainEqual(
        expect.objectContaining({ action: 'delivery-decided', deviceId: biller.deviceId }),
      );
    },
  );

  test('two people who decide at once: one decision stands, the other gets 409', async () => {
    const [first, second] = await inDoubt();
    const answers = await Promise.all([decide(first, 'arrived'), decide(second, 'send-again')]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 409]);
    expect((await read(second)).status).toBe('sent');
  });

  test('a claim that waits, or whose file is not in doubt, is refused with 409', async () => {
    const waiting = await bill('01');
    expect((await decide(waiting, 'arrived')).status).toBe(409);
    await server.fileWaiting(FILE, 'sent');
    const response = await decide(waiting, 'send-again');
    expect(response.status).toBe(409);
    expect((await problemOf(response)).code).toBe('delivery-not-in-doubt');
  });

  test('anything but the three decisions is refused', async () => {
    const [first] = await inDoubt();
    expect((await decide(first, 'maybe')).status).toBe(400);
  });
});
