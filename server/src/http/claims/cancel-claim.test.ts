import type { ClaimDetail } from '@claimside/shared/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const bill = (key: string) =>
  server.request('POST', '/claims', { device: biller, body: billing(), headers: keyed(key) });
const billed = async (key: string) => (await (await bill(key)).json()) as ClaimDetail;
const cancel = (id: string) => server.request('POST', `/claims/${id}/cancel`, { device: biller });

describe('POST /claims/{id}/cancel', () => {
  test('closes a claim that waits, tells the others, keeps who did it, and the visit can be billed again', async () => {
    const claim = await billed('a');
    expect(claim.outboundFile).toBe(null);
    const response = await cancel(claim.id);
    expect(response.status).toBe(200);
    const closed = (await response.json()) as ClaimDetail;
    expect(closed).toMatchObject({ id: claim.id, status: 'closed', outboundFile: null });
    expect(closed.events.at(-1)).toMatchObject({
      fact: { type: 'cancelled' },
      source: { kind: 'person', deviceId: biller.deviceId },
    });
    expect(server.published.at(-1)).toEqual({ type: 'claim-changed', claimId: claim.id });
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({
        action: 'claim-cancelled',
        subject: claim.id,
        deviceId: biller.deviceId,
      }),
    );
    expect((await bill('b')).status).toBe(201);
  });

  test('twice is once: the second answer is the same claim', async () => {
    const claim = await billed('a');
    const first = await (await cancel(claim.id)).json();
    const second = await cancel(claim.id);
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual(first);
  });

  test('a claim whose file is being sent is refused with 409 and stays as it is', async () => {
    const claim = await billed('a');
    await server.fileWaiting('TEST.txt', 'sending');
    const response = await cancel(claim.id);
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({
      code: 'claim-left-already',
      detail: 'The file of this claim was sent to the clearinghouse already, so it can not be taken back.',
    });
    const read = await server.request('GET', `/claims/${claim.id}`, { device: biller });
    expect(await read.json()).toMatchObject({
      status: 'queued',
      outboundFile: { name: 'TEST.txt', state: 'sending' },
    });
  });
});
