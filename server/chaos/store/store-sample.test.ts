/** The sample of the tests; `pnpm chaos store` is the whole. */
import { expect, test } from 'vitest';
import type { Checked, Watching } from '../suite.ts';
import { fillDisk } from './disk-full.ts';
import { failEach } from './failing.ts';
import { lockOut } from './lock.ts';
import { takeNumbers } from './numbers.ts';
import { cutPower } from './power.ts';

const PARTS: readonly [string, (watching: Watching) => Promise<Checked>][] = [
  ['a statement that fails', (watching) => failEach(127, watching)],
  ['a power cut', (watching) => cutPower(40, watching)],
  ['a database that is locked', lockOut],
  ['a full disk', fillDisk],
  ['several servers at once', (watching) => takeNumbers(1_000, watching)],
];

test.each(PARTS)('%s loses no claim that was answered, and leaves nothing stuck', async (_, part) => {
  const troubles: string[] = [];
  const { passed } = await part({
    stopped: new AbortController().signal,
    onProgress: () => {},
    trouble: (line) => troubles.push(line),
  });
  expect(troubles).toEqual([]);
  expect(passed).toBeGreaterThan(0);
});
