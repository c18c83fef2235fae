/** The real command in a process of its own, so that who puts load on it does not slow down what is measured. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../src/cli/start.js');

/** Characters of what it says. */
const KEPT = 4_000;

export interface ClaimsideProcess<Result> {
  /** What the command said first, as JSON. */
  readonly result: Result;
  /** Resolves when it has ended; rejects with what it said last when it ended by itself before. */
  stop(): Promise<void>;
}

/** Resolves when the command has told its result; rejects when it ends before. */
export async function startClaimside<Result>(...args: string[]): Promise<ClaimsideProcess<Result>> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-KEPT);
  });
  let isStopping = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    result: await firstResult<Result>(child),
    async stop() {
      const hasEnded = child.exitCode !== null || child.signalCode !== null;
      if (hasEnded && !isStopping) throw new Error(`claimside ${args[0]} ended by itself: ${said}`);
      isStopping = true;
      if (!hasEnded) child.kill('SIGTERM');
      await ended;
    },
  };
}

async function firstResult<Result>(child: ChildProcess): Promise<Result> {
  let text = '';
  for await (const part of child.stdout ?? []) {
    text += String(part);
    if (text.trimEnd().endsWith('}')) break;
  }
  return JSON.parse(text) as Result;
}
