/** The `claimside` command: hands the real outside to the program. */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { destination, pino } from 'pino';
import { systemRuntime } from '../runtime.ts';
import { runCli } from './program.ts';
import { readSecret } from './secret.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort());
}
// Whoever reads our output may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  stop.abort();
});
const logged = destination({ dest: 2, sync: true });
// A terminal that was closed takes no more lines; the work is brought to its end all the same.
for (const lines of [process.stderr, logged]) lines.on('error', () => {});
const log = pino({ level: process.env.CLAIMSIDE_LOG ?? 'info' }, logged);

process.exitCode = await runCli(process.argv.slice(2), {
  result: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  write,
  input: process.stdin,
  say: (line) => process.stderr.write(`${line}\n`),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${line ?? ''}\u001b[K`);
  },
  env: process.env,
  homeDir: homedir(),
  readSecret: (prompt) => readSecret(process.stdin, process.stderr, prompt),
  runtime: systemRuntime(log),
  onReload: (listener) => {
    const heard = () => (isTerminalClosed() ? stop.abort() : listener());
    process.on('SIGHUP', heard);
    return () => void process.off('SIGHUP', heard);
  },
  stopped: stop.signal,
});

/** The same signal tells of both: a terminal that is gone refuses even to be written nothing to. */
function isTerminalClosed(): boolean {
  try {
    writeSync(2, '');
    return false;
  } catch {
    return true;
  }
}

async function write(text: string): Promise<void> {
  if (stop.signal.aborted || process.stdout.write(text)) return;
  await once(process.stdout, 'drain', { signal: stop.signal }).catch(() => undefined);
}
