/** The small list that comes with Claimside, for a practice that has not brought Office Ally's own yet; imported like any other. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SEED_LIST } from '@claimside/shared/api';
import type { PayerListFile } from './import.ts';

export async function readSeedList(): Promise<PayerListFile> {
  const name = SEED_LIST.fileName;
  return { name, bytes: await readFile(join(import.meta.dirname, 'seed', name)) };
}
