/** A morning of billing on a real database: what was answered when, and what lay on the disk then. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { exampleBill } from '../../sim/world/example-bill.ts';
import { type DataFolder, openDataFolder } from '../../src/data-folder.ts';
import { createClaim } from '../../src/http/claims/create-claim.ts';
import { createNews } from '../../src/news.ts';
import { changePractice, EXAMPLE_PRACTICE } from '../../src/practice/index.ts';
import { systemRuntime } from '../../src/runtime.ts';

export const DATABASE = 'claimside.db';
export const LOG = `${DATABASE}-wal`;

export interface Recorded {
  /** Holds the database as it was before the first press, and the log of all that was committed since. */
  readonly folder: string;
  /** Each claim, and how long the log was when its press was answered. */
  readonly answered: readonly { readonly claimId: string; readonly logBytes: number }[];
  remove(): void;
}

/** SQLite begins to carry the log over into the database at 1,000 pages: less is only ever added to. */
const MOST_LOG_BYTES = 3_500_000;

export async function recordMorning(visits: number): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-power-'));
  const live = join(folder, 'live');
  await (await openPractice(live)).close();
  copyFileSync(join(live, DATABASE), join(folder, DATABASE));
  const data = await openPractice(live);
  const logBytes = () => (existsSync(join(live, LOG)) ? statSync(join(live, LOG)).size : 0);
  const answered: { claimId: string; logBytes: number }[] = [];
  for (let number = 1; number <= visits && logBytes() < MOST_LOG_BYTES; number += 3)
    // Some share a commit.
    await Promise.all(
      [number, number + 1, number + 2].map(async (each) => {
        const claimId = await bill(data, each);
        answered.push({ claimId, logBytes: logBytes() });
      }),
    );
  copyFileSync(join(live, LOG), join(folder, LOG));
  await data.close();
  return { folder, answered, remove: () => rmSync(folder, { recursive: true }) };
}

export async function openPractice(dataDir: string): Promise<DataFolder> {
  const data = await openDataFolder(dataDir, systemRuntime(pino({ level: 'silent' })));
  await changePractice(data, data.practiceId, null, EXAMPLE_PRACTICE);
  return data;
}

/** Rejects where the press would have had no good answer. */
export async function bill({ store, runtime, practiceId }: DataFolder, number: number): Promise<string> {
  const made = await createClaim(
    { store, runtime, news: createNews(), worker: { nudge() {} } },
    { practiceId, deviceId: 'chaos', role: 'biller' },
    `visit-${number}`,
    exampleBill(number, `PAID${number}`),
  );
  if (!made.ok) throw new Error(`refused: ${made.error.code}`);
  return made.value.claimId;
}
