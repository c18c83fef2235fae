/** How long *Bill this visit* takes on the server: from the request to the stored claim, with a hundred clinicians. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { CreateClaimRequest, PairResponse } from '@claimside/shared/api';
import { exampleClaim } from '@claimside/shared/examples';
import { pino } from 'pino';
import { openDataFolder } from '../src/data-folder.ts';
import { changePractice, EXAMPLE_PRACTICE } from '../src/practice/index.ts';
import { systemRuntime } from '../src/runtime.ts';
import { type Bench, type BenchRow, milliseconds, percentile, promises } from './bench.ts';
import { startClaimside } from './claimside-process.ts';

const CLINICIANS = 100;
const BURSTS = 10;
const STEADY_BILLS = 1_000;
const STEADY_INTERVAL_MILLISECONDS = 10;

export const billBench: Bench = {
  name: 'bill',
  async run(progress) {
    const dataDir = mkdtempSync(join(tmpdir(), 'claimside-bench-'));
    const server = await startClaimside<{ url: string; ownerCode: string }>(
      'serve',
      '--port',
      '0',
      '--data',
      dataDir,
    );
    const { url, ownerCode } = server.result;
    // As many connections as clinicians, opened before anything is measured.
    const agent = new Agent({ keepAlive: true, maxSockets: CLINICIANS });
    try {
      await setUpPractice(dataDir);
      const token = await pair(url, ownerCode);
      const bill = billing(url, token, agent);
      progress('warming up');
      for (let round = 0; round < 3; round += 1) await burst(bill);

      progress(`${BURSTS} times ${CLINICIANS} bills at the same moment`);
      const bursts: number[] = [];
      for (let round = 0; round < BURSTS; round += 1) bursts.push(...(await burst(bill)));

      progress(`${STEADY_BILLS} bills, one each ${STEADY_INTERVAL_MILLISECONDS} ms`);
      const steady = await steadily(bill);
      return [
        promises('Bill this visit, from the request to the stored claim', [
          ...rows(`${CLINICIANS} at the same moment`, bursts),
          ...rows(`${1_000 / STEADY_INTERVAL_MILLISECONDS} a second`, steady),
        ]),
      ];
    } finally {
      agent.destroy();
      await server.stop();
      rmSync(dataDir, { recursive: true });
    }
  },
};

function rows(what: string, samples: readonly number[]): BenchRow[] {
  const p99 = percentile(samples, 0.99);
  return [
    { what: `${what}: median`, measured: milliseconds(percentile(samples, 0.5)), target: '' },
    { what: `${what}: p99`, measured: milliseconds(p99), target: '< 50 ms', isMet: p99 < 50 },
  ];
}

const burst = (bill: () => Promise<number>) => Promise.all(Array.from({ length: CLINICIANS }, bill));

/** Begins each bill at its own time, whether the ones before are answered or not: waiting must not hide slowness. */
async function steadily(bill: () => Promise<number>): Promise<number[]> {
  const began = performance.now();
  const answers: Promise<number>[] = [];
  for (let count = 0; count < STEADY_BILLS; count += 1) {
    await delay(Math.max(began + count * STEADY_INTERVAL_MILLISECONDS - performance.now(), 0));
    const answer = bill();
    // Looked at in the end; until then nobody else does.
    answer.catch(() => undefined);
    answers.push(answer);
  }
  return Promise.all(answers);
}

/** A first name of its own for each number: the same patient's same services would be asked about. */
const nameOf = (number: number) =>
  number.toString(16).replace(/./g, (digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)));

/** A function that bills one more visit and gives the milliseconds until it was answered as stored. */
function billing(url: string, token: string, agent: Agent): () => Promise<number> {
  let visits = 0;
  return () => {
    visits += 1;
    const claim: CreateClaimRequest = {
      claim: {
        ...exampleClaim,
        billingProvider: EXAMPLE_PRACTICE.billingProvider,
        patient: { ...exampleClaim.patient, firstName: nameOf(visits) },
      },
      ehr: 'manual',
      visitKey: visits.toString(16).padStart(64, '0'),
      correctedFields: [],
    };
    const body = JSON.stringify(claim);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `bench-${String(visits).padStart(20, '0')}`,
    };
    const began = performance.now();
    const send = (): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = request(`${url}/api/v1/claims`, { method: 'POST', agent, headers }, (response) => {
          response.resume();
          response.on('end', () =>
            response.statusCode === 201 || response.statusCode === 200
              ? resolve(performance.now() - began)
              : reject(new Error(`a bill was answered with ${response.statusCode}`)),
          );
        });
        // The server may close an idle connection in the moment it is used again: the same key makes a second try safe.
        sent.on('error', (error) => (sent.reusedSocket ? send().then(resolve, reject) : reject(error)));
        sent.end(body);
      });
    return send();
  };
}

async function setUpPractice(dataDir: string): Promise<void> {
  const folder = await openDataFolder(dataDir, systemRuntime(pino({ level: 'silent' })));
  await changePractice(folder, folder.practiceId, null, EXAMPLE_PRACTICE);
  await folder.close();
}

async function pair(url: string, code: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, deviceName: 'BENCH' }),
  });
  if (!response.ok) throw new Error(`pairing was answered with ${response.status}`);
  return ((await response.json()) as PairResponse).token;
}
