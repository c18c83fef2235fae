/** Control numbers taken by several servers of one data folder at once: each is given out once, and none is left out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ControlNumbers } from '../../src/exchange/envelope.ts';
import type { Checked, Watching } from '../suite.ts';
import type { Taking } from './numbers-worker.ts';
import { openPractice } from './recorded.ts';

const SERVERS = 4;

export async function takeNumbers(count: number, { trouble }: Watching): Promise<Checked> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-numbers-'));
  try {
    await (await openPractice(folder)).close();
    const each = Math.ceil(count / SERVERS);
    const workers = Array.from({ length: SERVERS }, () => start({ dataDir: folder, count: each }));
    // All are open before the first begins.
    await Promise.all(workers.map(heard));
    for (const worker of workers) worker.postMessage('go');
    const taken = (await Promise.all(workers.map(heard))) as ControlNumbers[][];
    const all = taken.flat();
    let repeats = 0;
    for (const name of ['interchange', 'group', 'transactionSet', 'file'] as const) {
      const numbers = new Set(all.map((each) => each[name]));
      repeats += all.length - numbers.size;
      // A new practice begins with 1.
      for (let number = 1; number <= all.length; number += 1)
        if (!numbers.has(number)) trouble(`${name} ${number} was left out`);
    }
    if (repeats > 0) trouble(`${repeats} control numbers were given out again`);
    return {
      passed: repeats === 0 ? 1 : 0,
      figure: `${all.length} times four control numbers, by ${SERVERS} servers of one data folder at once: ${repeats} repeats.`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const start = (work: Taking): Worker =>
  new Worker(new URL('./numbers-worker.ts', import.meta.url), { workerData: work });

function heard(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
