/** `claimside serve`, and what is done beside a running server: pairing browsers, and unpairing them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { programInOwnFolder } from './testing-program.ts';

const { dataDir, run, serve, madeFolder } = programInOwnFolder();

describe('serve', () => {
  test('runs until it is stopped and ends with 0', async () => {
    const server = await serve();
    expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    await expect(fetch(`${server.url}/api/v1/health`)).rejects.toThrow();
  });
});

test('a reload without a certificate changes nothing: the server of the shipped unit goes on', async () => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'main.ts'), 'serve', '--port', '0', '--data', dataDir()],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, CLAIMSIDE_LOG: 'silent' } },
  );
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const until = async (part: RegExp) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('the server ended');
      const found = part.exec(String(value));
      if (found) return found;
    }
  };
  const [, url] = await until(/listens on (\S+)/);
  await until(/Pair the first admin/);
  child.kill('SIGHUP');
  await until(/There is no certificate to read again/);
  expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

describe('pair and devices, beside a running server', () => {
  test('a code made at the console pairs; the device is listed, revoked, and refused', async () => {
    const server = await serve();
    const { code, result } = await run(['pair', '--role', 'clinician']);
    expect(code).toBe(0);
    const paired = await fetch(`${server.url}/api/v1/pairing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: (result as { code: string }).code, deviceName: 'TEST BROWSER' }),
    });
    const { deviceId, token } = (await paired.json()) as { deviceId: string; token: string };
    expect((await run(['devices'])).result).toMatchObject([
      { id: deviceId, name: 'TEST BROWSER', role: 'clinician', revokedAt: null },
    ]);
    expect((await run(['devices', 'admit'])).said).toBe('Name the browsers to let in, or say --all.');
    expect((await run(['devices', 'admit', deviceId])).result).toEqual({ admitted: [deviceId] });
    expect((await run(['devices', 'admit', '--all'])).result).toEqual({ admitted: [] });
    expect((await run(['devices', 'revoke', deviceId])).result).toEqual({ id: deviceId, revoked: true });
    const session = await fetch(`${server.url}/api/v1/session`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(session.status).toBe(401);
    await server.stop();
  });

  test('a role that does not exist, a device that does not exist, and a folder without data end with 2', async () => {
    const noData = await run(['devices']);
    expect(noData.code).toBe(2);
    expect(noData.said).toContain(`There is no Claimside data in ${dataDir()}`);
    expect(existsSync(dataDir())).toBe(false);
    await madeFolder();
    expect((await run(['pair', '--role', 'owner'])).code).toBe(2);
    const noDevice = await run(['devices', 'revoke', 'nobody']);
    expect(noDevice).toMatchObject({
      code: 2,
      said: 'There is no device nobody. Run claimside devices for their ids.',
    });
  });
});
