import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../run.ts';
import { systemRuntime } from '../runtime.ts';
import { testTls } from './testing-tls.ts';
import { readTls } from './tls.ts';

let folder: string;
let server: RunningServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-tls-'));
  server = undefined;
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

const runtime = systemRuntime(pino({ level: 'silent' }));
const start = (more: Partial<Parameters<typeof startServer>[0]>) =>
  startServer({ dataDir: join(folder, 'data'), runtime, ...more });

/** The answer's status, and the name in the certificate it came with. */
const ask = (url: string, ca: string) =>
  new Promise<{ status: number | undefined; name: string }>((resolve, reject) => {
    get(`${url}/api/v1/health`, { ca, agent: false }, (response) => {
      response.resume();
      const { subject } = (response.socket as TLSSocket).getPeerCertificate();
      response.once('end', () => resolve({ status: response.statusCode, name: String(subject.CN) }));
    }).once('error', reject);
  });

test('with a certificate the server speaks HTTPS; read again, a renewed one is used for new connections', async () => {
  const first = await testTls(folder);
  const second = await testTls(folder, 'second');
  const { certificate, key } = first;
  server = await start({ tls: { certificate, key } });
  expect(server.url).toMatch(/^https:/);
  expect(await ask(server.url, first.pem)).toEqual({ status: 200, name: 'first' });
  copyFileSync(second.certificate, certificate);
  copyFileSync(second.key, key);
  server.renewTls();
  expect(await ask(server.url, second.pem)).toEqual({ status: 200, name: 'second' });
});

test('a renewed certificate that is not right is refused, and the one from before stays in use', async () => {
  const { pem, certificate, key } = await testTls(folder);
  server = await start({ tls: { certificate, key } });
  writeFileSync(certificate, 'half of it');
  expect(() => server?.renewTls()).toThrow('holds no certificate in PEM form');
  expect(await ask(server.url, pem)).toEqual({ status: 200, name: 'first' });
});

describe('what is refused, with the file and the way out', () => {
  test('a key of another certificate', async () => {
    const { certificate } = await testTls(folder);
    const { key } = await testTls(folder, 'second');
    expect(() => readTls({ certificate, key })).toThrow('is not that of the certificate');
  });

  test('a file that is not there, or holds something else', async () => {
    const { certificate, key } = await testTls(folder);
    expect(() => readTls({ certificate: '/nowhere', key })).toThrow('/nowhere can not be read');
    expect(() => readTls({ certificate, key: certificate })).toThrow('holds no private key');
  });
});

describe('an address that the network reaches', () => {
  test.each(['0.0.0.0', '::', '192.0.2.1', 'clinic.example'])('%s: no start without TLS', async (host) => {
    await expect(start({ host })).rejects.toThrow(`does not listen on ${host} without TLS`);
  });

  test('is listened on with TLS', async () => {
    const { certificate, key } = await testTls(folder);
    server = await start({ host: '0.0.0.0', tls: { certificate, key } });
    expect(server.url).toMatch(/^https:\/\/0\.0\.0\.0:/);
  });

  test('behind a proxy: only what came to the proxy by HTTPS is answered, but for the look at the health', async () => {
    server = await start({ host: '0.0.0.0', isBehindProxy: true });
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const pairing = (proto?: string) =>
      fetch(`${url}/api/v1/pairing`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...(proto && { 'x-forwarded-proto': proto }) },
      });
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    expect((await pairing()).status).toBe(403);
    expect((await pairing('http')).status).toBe(403);
    expect((await pairing('https')).status).toBe(400);
  });

  test.each(['127.0.0.1', '127.0.0.5', 'localhost'])('%s is none', async (host) => {
    server = await start({ host });
    expect(server.url).toMatch(/^http:/);
  });
});
