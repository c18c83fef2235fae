/** How long it takes to look at a list that an admin brings, and to take it: ten thousand rows, as CSV and as a workbook. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { openDataFolder } from '../src/data-folder.ts';
import { importPayerList, previewPayerList } from '../src/payer-list/index.ts';
import { systemRuntime } from '../src/runtime.ts';
import { toCsv, toWorkbook } from '../src/tables/index.ts';
import { type Bench, milliseconds, percentile, promises } from './bench.ts';

const ROWS = 10_000;
const ROUNDS = 5;
const MOST_MILLISECONDS = 3_000;

const LIST = {
  headings: [
    ...['PAYER NAME', 'PAYER ID', 'TRANSACTION', 'AVAILABLE', 'NON PAR', 'ENROLLMENT', 'SECONDARY'],
    ...['ATTACHMENT', 'WC / AUTO', 'NOTES'],
  ],
  rows: Array.from({ length: ROWS }, (_, index) => {
    const id = `T${String(index).padStart(4, '0')}`;
    return [`Sample Plan ${index}`, id, '837P', 'Yes', 'No', 'No', 'Yes', 'No', '', 'A note to show'];
  }),
};

export const importsBench: Bench = {
  name: 'imports',
  async run(progress) {
    const files = [
      { what: 'CSV', name: 'payers.csv', bytes: Buffer.from(toCsv(LIST)) },
      { what: 'workbook', name: 'payers.xlsx', bytes: await toWorkbook([{ sheet: 'Payers', table: LIST }]) },
    ];
    const rows = [];
    for (const { what, ...file } of files) {
      progress(`a payer list of ${ROWS} rows as ${what}`);
      const taken = [];
      for (let round = 0; round < ROUNDS; round += 1) taken.push(await lookAndTake(file));
      const most = Math.max(...taken);
      rows.push({
        what: `a payer list of ${ROWS.toLocaleString('en-US')} rows as ${what}, looked at and taken: median (slowest of ${ROUNDS})`,
        measured: `${milliseconds(percentile(taken, 0.5))} (${milliseconds(most)})`,
        target: '< 3 s',
        isMet: most < MOST_MILLISECONDS,
      });
    }
    return [promises('Lists that are brought', rows)];
  },
};

/** Into an empty store: from the file's bytes to the rows that are searched. */
async function lookAndTake(file: { readonly name: string; readonly bytes: Buffer }): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'claimside-bench-'));
  const folder = await openDataFolder(dataDir, systemRuntime(pino({ level: 'silent' })));
  try {
    const began = performance.now();
    const looked = await previewPayerList(folder, file);
    const taken = await importPayerList(folder, file, { leaveOut: 0, byDevice: null });
    const milliseconds = performance.now() - began;
    if (!looked.ok || !taken.ok || taken.value.size !== ROWS) throw new Error('the list was not taken');
    return milliseconds;
  } finally {
    await folder.close();
    rmSync(dataDir, { recursive: true });
  }
}
