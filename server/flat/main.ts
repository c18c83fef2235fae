/** `pnpm flat [--megabytes 1024] [--transaction 835]`: reads and writes a small and a large 837P or 835 and compares the memory that each took. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progressBar } from '../src/cli/progress-bar.ts';
import { isTransaction, type Measured, measure } from './measure.ts';

/** What a file that is a hundred times as large may take more: room for the garbage collector's moods. */
const ALLOWANCE_MEGABYTES = 60;
const SMALL_MEGABYTES = 10;

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1024' },
    transaction: { type: 'string', default: '837P' },
  },
});
const { transaction } = values;
const large = Number(values.megabytes);
if (!Number.isInteger(large) || large < SMALL_MEGABYTES || !isTransaction(transaction)) {
  console.error(`--megabytes is a whole number from ${SMALL_MEGABYTES}, --transaction 837P or 835.`);
  process.exit(2);
}
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const draw = (line: string | undefined) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${line ?? ''}\u001b[K`);
};
const show = progressBar({ progress: draw }, 'Reading');

const compiled = mkdtempSync(join(tmpdir(), 'claimside-flat-'));
const options = { stopped: stop.signal, compiled };
try {
  // Fills what is compiled: the small file would pay for it.
  await measure(transaction, SMALL_MEGABYTES, options);
  const few = await measure(transaction, SMALL_MEGABYTES, options);
  const many = await measure(transaction, large, {
    ...options,
    progress: (done) => show(Math.min(done, large), large),
  });
  draw(undefined);
  tell(few, many);
} finally {
  rmSync(compiled, { recursive: true });
}

function tell(few: Measured, many: Measured): void {
  for (const { read, claims, megabytes } of [few, many])
    console.log(
      `${Math.round(read / 1_000_000)} MB of ${transaction}, ${claims} claims read and written: at most ${megabytes} MB of memory`,
    );
  const isFlat = many.megabytes - few.megabytes <= ALLOWANCE_MEGABYTES && many.read === many.written;
  console.log(isFlat ? 'Flat, and written as read.' : 'Not flat, or not written as read.');
  process.exitCode = isFlat ? 0 : 1;
}
