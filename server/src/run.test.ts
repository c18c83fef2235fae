import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PairResponse } from '@claimside/shared/api';
import { hc } from 'hono/client';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppType } from './http/index.ts';
import { type RunningServer, startServer } from './run.ts';
import { systemRuntime } from './runtime.ts';

let dataDir: string;
let running: RunningServer[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'claimside-run-'));
  running = [];
});
afterEach(async () => {
  for (const server of running) await server.close();
  rmSync(dataDir, { recursive: true });
});

const runtime = systemRuntime(pino({ level: 'silent' }));

async function start(more: { port?: number; print?: (line: string) => void } = {}): Promise<RunningServer> {
  const server = await startServer({ dataDir, runtime, ...more });
  running.push(server);
  return server;
}

const pair = (server: RunningServer, code: string | null) =>
  fetch(`${server.url}/api/v1/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, deviceName: 'TEST BROWSER' }),
  });

describe('startServer', () => {
  test('on an empty folder prints a one-time owner code that pairs an admin', async () => {
    const lines: string[] = [];
    const server = await start({ print: (line) => lines.push(line) });
    expect(server.ownerCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(lines.join('\n')).toContain(`one-time code ${server.ownerCode}`);
    expect(lines.join('\n')).toContain(dataDir);
    const response = await pair(server, server.ownerCode);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ role: 'admin', practiceName: 'New practice' });
    expect((await pair(server, server.ownerCode)).status).toBe(410);
  });

  test('gives a new owner code at each start until an admin is paired; the old one ends', async () => {
    const first = await start();
    await first.close();
    const second = await start();
    expect(second.ownerCode).not.toBe(first.ownerCode);
    expect((await pair(second, first.ownerCode)).status).toBe(410);
    expect((await pair(second, second.ownerCode)).status).toBe(201);
    await second.close();
    expect((await start()).ownerCode).toBeNull();
  });

  test('a device stays paired over a restart', async () => {
    const first = await start();
    const { token } = (await (await pair(first, first.ownerCode)).json()) as PairResponse;
    await first.close();
    const second = await start();
    const session = await fetch(`${second.url}/api/v1/session`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(session.status).toBe(200);
  });

  test('several servers work with one folder: whoever is paired at one is known at the other', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    const answers = await Promise.all([first, second].map((server) => pair(server, server.ownerCode)));
    const paired = answers.filter(({ status }) => status === 201);
    expect(paired).toHaveLength(1);
    const [{ token } = { token: '' }] = (await Promise.all(
      paired.map((each) => each.json()),
    )) as PairResponse[];
    for (const { url } of [first, second]) {
      const session = await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } });
      expect(session.status).toBe(200);
    }
    await first.close();
    expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
  });

  test('refuses a port in use with a sentence, and leaves the folder free', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const other = mkdtempSync(join(tmpdir(), 'claimside-run-'));
    await expect(startServer({ dataDir: other, runtime, port: Number(port) })).rejects.toThrow(
      'is in use. Choose another with --port.',
    );
    const after = await startServer({ dataDir: other, runtime });
    await after.close();
    rmSync(other, { recursive: true });
  });

  test('listens on this machine only, and keeps its files to its user', async () => {
    const server = await start();
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    for (const file of ['claimside.db', 'claimside.db-wal', 'server.key']) {
      expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
    }
  });

  test('closing ends a live stream, and closing twice does no harm', async () => {
    const server = await start();
    const { token } = (await (await pair(server, server.ownerCode)).json()) as PairResponse;
    const stream = await fetch(`${server.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const ended = stream.text();
    await server.close();
    await server.close();
    expect(await ended).toContain(': listening');
  });

  test("Hono's typed client speaks the API", async () => {
    const server = await start();
    const { api } = hc<AppType>(server.url);
    const response = await api.v1.pairing.$post({
      json: { code: server.ownerCode ?? '', deviceName: 'TEST BROWSER' },
    });
    if (!response.ok) throw new Error('pairing failed');
    const { token } = await response.json();
    const claims = await api.v1.claims.$get(
      { query: { list: 'all', limit: '10' } },
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (!claims.ok) throw new Error('listing failed');
    expect((await claims.json()).counts.all).toBe(0);
  });
});
