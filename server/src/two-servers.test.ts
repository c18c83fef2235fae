/** Two real server processes on one data folder, both billing, one SFTP server: each claim arrives once, also when one is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClaimDetail } from '@claimside/shared/api';
import type { IsoDate } from '@claimside/shared/values';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { makePairingCode } from './access/index.ts';
import { openDataFolder } from './data-folder.ts';
import { settingsFor } from './exchange/testing.ts';
import { billing, CLAIM } from './http/testing-bill.ts';
import { changePractice, connectClearinghouse, EXAMPLE_PRACTICE } from './practice/index.ts';
import { systemRuntime } from './runtime.ts';
import { startSandbox } from './sandbox/index.ts';
import { findLease } from './store/leases.ts';

const MAIN = join(import.meta.dirname, 'cli', 'main.ts');
const CLAIMS_EACH = 8;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-two-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

interface Server {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startServer(dataDir: string): Promise<Server> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', dataDir, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CLAIMSIDE_LOG: 'error' },
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  for await (const line of createInterface({ input: child.stderr })) {
    const url = /listens on (\S+)/.exec(line)?.[1];
    if (url) {
      child.stderr.resume();
      return { url, child };
    }
  }
  throw new Error('the server ended before it listened');
}

test('both bill and exchange, one is killed: no claim is lost, none is sent twice, and the other goes on', async () => {
  const runtime = systemRuntime(pino({ level: 'silent' }));
  const sandbox = await startSandbox({ dataDir: temporaryFolder(), username: 'TRAINING', runtime });
  onTestFinished(() => sandbox.close());
  const dataDir = temporaryFolder();
  const folder = await openDataFolder(dataDir, runtime);
  onTestFinished(folder.close);
  await changePractice(folder, folder.practiceId, null, EXAMPLE_PRACTICE);
  const settings = settingsFor(sandbox, { overrides: { freezeAfterMilliseconds: 50 } });
  await connectClearinghouse(folder, null, settings, sandbox.password);
  const { code } = await folder.store.transaction((db) =>
    makePairingCode(folder, { db, practiceId: folder.practiceId }, 'admin', null),
  );
  const servers = await Promise.all([startServer(dataDir), startServer(dataDir)]);
  const [first] = servers;
  const paired = await fetch(`${first?.url}/api/v1/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, deviceName: 'TEST BROWSER' }),
  });
  const { token } = (await paired.json()) as { token: string };

  const billed = new Set<string>();
  const bill = async ({ url }: Server, number: number): Promise<boolean> => {
    const answer = await fetch(`${url}/api/v1/claims`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `press-${String(number).padStart(20, '0')}`,
      },
      body: JSON.stringify(bodyOf(number)),
    }).catch(() => undefined);
    if (!answer) return false;
    const text = await answer.text();
    expect(answer.status, text).toBeLessThan(300);
    billed.add((JSON.parse(text) as ClaimDetail).patientControlNumber);
    return true;
  };
  const delivered = async () =>
    (await sandbox.received()).flatMap((file) => file.claims.map((claim) => claim.patientControlNumber));
  const arrival = async (wanted: number) => {
    while ((await delivered()).length < wanted) {
      const news = new Promise<void>((resolve) => void sandbox.on('received', () => resolve()));
      if ((await delivered()).length < wanted) await news;
    }
  };

  const numbers = Array.from({ length: 2 * CLAIMS_EACH }, (_, index) => index + 1);
  const pressing = Promise.all(numbers.map((number) => bill(servers[number % 2] as Server, number)));
  await arrival(1);
  const lease = await findLease(folder.scope);
  expect(lease).toBeDefined();
  // Whichever of them exchanges: one of the two is killed while both are pressed.
  const [killed, left] = servers;
  if (!killed || !left) throw new Error('two were started');
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  const answered = await pressing;
  for (const number of numbers.filter((_, index) => !answered[index])) await bill(left, number);
  expect(billed.size).toBe(numbers.length);
  await arrival(numbers.length);
  await sandbox.idle();
  expect((await delivered()).sort()).toEqual([...billed].sort());
  expect((await sandbox.received()).map(({ verdict }) => verdict)).not.toContain('rejected');
});

/** A visit of today, of a patient of its own. */
function bodyOf(number: number) {
  const [line] = CLAIM.serviceLines;
  if (!line) throw new Error('the example has a line');
  const serviceDate = new Date().toISOString().slice(0, 10) as IsoDate;
  const memberId = `SILENT${String(number).padStart(4, '0')}`;
  return billing(number.toString(16).padStart(2, '0'), {
    ...CLAIM,
    patient: { ...CLAIM.patient, lastName: `TESTER${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}` },
    coverage: { ...CLAIM.coverage, memberId },
    serviceLines: [{ ...line, serviceDate }],
  });
}
