/** `pnpm chaos store`: each part in turn, and its figures. */
import type { Checked, SuiteOutcome, Watching } from '../suite.ts';
import { fillDisk } from './disk-full.ts';
import { failEach } from './failing.ts';
import { lockOut } from './lock.ts';
import { takeNumbers } from './numbers.ts';
import { cutPower } from './power.ts';

const NUMBERS = 100_000;

export async function storeSuite(
  { every }: { readonly every: number },
  watching: Watching,
): Promise<SuiteOutcome> {
  const parts: Checked[] = [];
  for (const part of [
    () => cutPower(every, watching),
    () => lockOut(watching),
    () => fillDisk(watching),
    () => takeNumbers(Math.ceil(NUMBERS / every), watching),
    () => failEach(every, watching),
  ])
    if (!watching.stopped.aborted) parts.push(await part());
  return {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    figures: parts.map(({ figure }) => figure),
  };
}
