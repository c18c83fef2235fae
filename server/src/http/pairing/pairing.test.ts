import type { PairResponse, Session } from '@claimside/shared/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp } from '../test-app.ts';

const MINUTE = 60_000;
let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

const pair = (code: string, deviceName = 'TEST BROWSER') =>
  server.request('POST', '/pairing', { body: { code, deviceName } });
const outcome = async (response: Response) => [response.status, (await problemOf(response)).code];

/** From another address, so that only the codes themselves count the tries. */
const pairFrom = (address: string, code: string) =>
  server.app.request(
    '/api/v1/pairing',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, deviceName: 'TEST BROWSER' }),
    },
    { incoming: { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } } },
  );

describe('POST /pairing', () => {
  test('a code makes one device with its role; the token opens the session', async () => {
    const code = await server.makeCode('biller');
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    const response = await pair(code, 'Front desk');
    expect(response.status).toBe(201);
    const device = (await response.json()) as PairResponse;
    expect(device).toMatchObject({ role: 'biller', practiceName: 'TEST PRACTICE' });
    const session = await server.request('GET', '/session', { device });
    expect((await session.json()) as Session).toEqual({
      deviceId: device.deviceId,
      deviceName: 'Front desk',
      role: 'biller',
      practiceName: 'TEST PRACTICE',
    });
  });

  test('case, spaces and the hyphen do not matter', async () => {
    const code = await server.makeCode('biller');
    expect((await pair(` ${code.toLowerCase().replace('-', ' ')} `)).status).toBe(201);
  });

  test('a wrong code is refused', async () => {
    await server.makeCode('biller');
    expect(await outcome(await pair('BBBB-BBBB'))).toEqual([403, 'code-wrong']);
  });

  test('a code works once', async () => {
    const code = await server.makeCode('biller');
    await pair(code);
    expect(await outcome(await pair(code))).toEqual([410, 'code-used']);
  });

  test('twenty browsers that send the same code at once make one device', async () => {
    const code = await server.makeCode('biller');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => pairFrom(`10.0.0.${i}`, code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(19).fill(410)]);
  });

  test('a code works for just under ten minutes, not for ten', async () => {
    const [early, late] = [await server.makeCode('biller'), await server.makeCode('biller')];
    server.moveClock(10 * MINUTE - 1);
    expect((await pair(early)).status).toBe(201);
    server.moveClock(1);
    expect(await outcome(await pair(late))).toEqual([410, 'code-expired']);
  });

  test('five wrong guesses, from wherever, lock every code that is open; a later one works', async () => {
    const open = await server.makeCode('biller');
    for (let guess = 0; guess < 5; guess += 1) await pairFrom(`10.0.0.${guess}`, 'BBBB-BBBB');
    expect(await outcome(await pair(open))).toEqual([410, 'code-locked']);
    expect((await pair(await server.makeCode('biller'))).status).toBe(201);
  });

  test('four wrong guesses leave a code open', async () => {
    const open = await server.makeCode('biller');
    for (let guess = 0; guess < 4; guess += 1) await pair('BBBB-BBBB');
    expect((await pair(open)).status).toBe(201);
  });

  test('an address that guessed wrong ten times waits ten minutes, even with a right code; others do not', async () => {
    for (let guess = 0; guess < 10; guess += 1) await pairFrom('10.0.0.1', 'BBBB-BBBB');
    const code = await server.makeCode('biller');
    const refused = await pairFrom('10.0.0.1', code);
    expect(await outcome(refused)).toEqual([429, 'too-many-tries']);
    expect(refused.headers.get('retry-after')).toBe('600');
    server.moveClock(9 * MINUTE - 1);
    expect((await problemOf(await pairFrom('10.0.0.1', code))).detail).toBe(
      'Too many wrong codes from this address. Wait 2 minutes, then try again with a new code.',
    );
    expect((await pairFrom('10.0.0.2', code)).status).toBe(201);
    server.moveClock(MINUTE + 1);
    expect((await pairFrom('10.0.0.1', await server.makeCode('biller'))).status).toBe(201);
  });

  test('a device without a name is refused', async () => {
    const response = await pair(await server.makeCode('biller'), '  ');
    expect(response.status).toBe(400);
    expect((await problemOf(response)).findings?.[0]?.path).toBe('json.deviceName');
  });

  test('neither code nor token is in the database, only their hashes', async () => {
    const code = await server.makeCode('biller');
    const { token } = (await (await pair(code)).json()) as PairResponse;
    const stored = await server.databaseText();
    expect(stored).toContain('TEST BROWSER');
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(code.replace('-', ''));
  });
});
