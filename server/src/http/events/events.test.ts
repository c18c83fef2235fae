import { afterEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
afterEach(() => server.close());

/** Reads a live stream piece by piece. */
async function listen(device: TestDevice) {
  const response = await server.request('GET', '/events', { device });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('the stream has no body');
  let seen = '';
  return {
    /** Resolves when `text` came; rejects when the stream ended before. */
    async until(text: string): Promise<void> {
      while (!seen.includes(text)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`the stream ended before ${text} came`);
        seen += value;
      }
    },
    /** Resolves to everything seen once the stream has ended. */
    async end(): Promise<string> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return seen;
        seen += value;
      }
    },
    cancel: () => reader.cancel(),
  };
}

describe('GET /events', () => {
  test('a billed claim is told at once to every browser of the practice, by its id only', async () => {
    server = await startTestApp();
    await server.setUpPractice();
    const [clinician, biller] = [await server.pair('clinician'), await server.pair('biller')];
    const stream = await listen(biller);
    await stream.until(': listening');
    const billed = await server.request('POST', '/claims', {
      device: clinician,
      body: billing(),
      headers: keyed('a'),
    });
    const { id } = (await billed.json()) as { id: string };
    await stream.until(`event: claim-changed\ndata: {"type":"claim-changed","claimId":"${id}"}\n\n`);
    await stream.cancel();
  });

  test("another practice's news never comes", async () => {
    server = await startTestApp();
    const other = await server.addPractice('OTHER TEST PRACTICE');
    const stream = await listen(await server.pair('biller'));
    await stream.until(': listening');
    server.news.publish(other, { type: 'claim-changed', claimId: 'theirs' });
    server.news.publish(server.practiceId, { type: 'exchange-changed' });
    await stream.until('event: exchange-changed');
    server.beginClosing();
    expect(await stream.end()).not.toContain('theirs');
  });

  test('an idle stream says now and then that it is alive', async () => {
    server = await startTestApp({ heartbeatMilliseconds: 5 });
    const stream = await listen(await server.pair('clinician'));
    await stream.until(': alive\n\n');
    await stream.cancel();
  });

  test('revoking the device ends its stream', async () => {
    server = await startTestApp();
    const [admin, clinician] = [await server.pair('admin'), await server.pair('clinician')];
    const stream = await listen(clinician);
    await stream.until(': listening');
    await server.request('DELETE', `/devices/${clinician.deviceId}`, { device: admin });
    await stream.end();
  });

  test('a device revoked behind the back of this process gets nothing more: the next news ends its stream', async () => {
    server = await startTestApp();
    const clinician = await server.pair('clinician');
    const stream = await listen(clinician);
    await stream.until(': listening');
    await server.revokeElsewhere(clinician.deviceId);
    server.news.publish(server.practiceId, { type: 'exchange-changed' });
    expect(await stream.end()).not.toContain('exchange-changed');
  });

  test('a closing server ends the streams', async () => {
    server = await startTestApp();
    const stream = await listen(await server.pair('clinician'));
    await stream.until(': listening');
    server.beginClosing();
    await stream.end();
  });
});
