/** What long runs say of themselves: on what machine, by which code, how long. */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** `--seed 7; 12 s; commit 1234567, 2 x PROCESSOR.` */
export function describeRun(what: string, begun: number): string {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const [processor] = cpus();
  return `${what}; ${seconds} s; commit ${commit()}, ${cpus().length} x ${processor?.model ?? 'unknown processor'}.`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line that is drawn over, where a person watches. */
export function progress(line: string | undefined): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line ?? ''}\u001b[K`);
}
