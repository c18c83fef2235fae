/** How many claims of a remittance are posted in a second of processor time, in a store of few claims and in one of a million. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, fileOf, paying, postingPractice } from '../../src/exchange/testing-posting.ts';
import { openStore } from '../../src/store/store.ts';
import { testLedger } from '../../src/store/testing.ts';
import { type Bench, type BenchRow, milliseconds, percentile, promises } from '../bench.ts';
import { numberOf, PRACTICE, storeOfClaims } from './many-claims.ts';

const SIZES = [10_000, 1_000_000];
const CLAIMS_OF_REMITTANCE = 500;
const REMITTANCES = 8;

export const postingBench: Bench = {
  name: 'posting',
  async run(progress) {
    const rows: BenchRow[] = [];
    for (const claims of SIZES) rows.push(...(await measure(claims, progress)));
    return [
      promises(
        'Posting remittances, from the stored file to the last entry of the ledger, by processor time',
        rows,
      ),
    ];
  },
};

async function measure(claims: number, progress: (line: string) => void): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-bench-'));
  try {
    progress(`making a store of ${claims} claims`);
    const store = openStore(await storeOfClaims(folder, claims));
    const practice = postingPractice(testLedger(store, PRACTICE), store);
    const times: number[] = [];
    // Each claim once, all over the store.
    const step = Math.floor(claims / (CLAIMS_OF_REMITTANCE * REMITTANCES));
    for (let remittance = 0; remittance < REMITTANCES; remittance += 1) {
      progress(`posting remittance ${remittance + 1} of ${REMITTANCES}`);
      const parts = Array.from({ length: CLAIMS_OF_REMITTANCE }, (_, index) =>
        paying(numberOf(1 + (index * REMITTANCES + remittance) * step), 10_000),
      );
      await practice.store(fileOf(check(`CHK${remittance}`, parts, [['L6', -100]])));
      const began = process.cpuUsage();
      await practice.interpret();
      const { user, system } = process.cpuUsage(began);
      times.push((user + system) / 1_000);
    }
    const posted = await practice.remittances();
    if (posted.some(({ state }) => state !== 'posted')) throw new Error('a remittance was not posted');
    await store.close();
    // The first one pays for code that is not warm yet.
    const median = percentile(times.slice(1), 0.5);
    const perSecond = Math.round((CLAIMS_OF_REMITTANCE / median) * 1_000);
    const what = `${claims.toLocaleString('en-US')} claims in the store`;
    return [
      { what: `${what}: claims posted in a second, median`, measured: `${perSecond}`, target: '' },
      {
        what: `${what}: a remittance of ${CLAIMS_OF_REMITTANCE} claims, slowest`,
        measured: milliseconds(Math.max(...times.slice(1))),
        target: '',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
