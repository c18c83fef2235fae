/** Pipes a made file into a process of its own that reads it and writes it again, with little room for its heap, and takes what that says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { claimFile } from './claims.ts';
import { remittanceFile } from './remittances.ts';

/** The engine lets a heap grow while there is room, needed or not: so little room shows what is needed. */
export const LITTLE_ROOM: readonly string[] = ['--max-old-space-size=48', '--max-semi-space-size=4'];

/** How a file of so many megabytes is made. */
const FILES = {
  '837P': claimFile,
  '835': (megabytes: number) => remittanceFile({ megabytes }),
} as const;

export type MeasuredTransaction = keyof typeof FILES;

export const isTransaction = (name: string): name is MeasuredTransaction => Object.hasOwn(FILES, name);

export interface Measured {
  /** Bytes that came in, and characters that were written of them. */
  readonly read: number;
  readonly written: number;
  readonly claims: number;
  readonly findings: number;
  /** Most memory that the process ever had (resident set). */
  readonly megabytes: number;
}

export interface Measuring {
  readonly progress?: (done: number) => void;
  readonly stopped?: AbortSignal;
  /** The folder of what was compiled before: the `claimside` command starts with that, and what compiles takes memory of its own. */
  readonly compiled?: string;
}

export async function measure(
  transaction: MeasuredTransaction,
  megabytes: number,
  { progress = () => {}, stopped, compiled }: Measuring = {},
): Promise<Measured> {
  const child = spawn(
    process.execPath,
    [...LITTLE_ROOM, join(import.meta.dirname, 'read-input.ts'), transaction],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(compiled === undefined ? {} : { env: { ...process.env, NODE_COMPILE_CACHE: compiled } }),
      ...(stopped ? { signal: stopped } : {}),
    },
  );
  const ended = once(child, 'close');
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  let done = 0;
  for (const piece of FILES[transaction](megabytes)) {
    if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
    done += piece.length;
    progress(done / 1_000_000);
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`the reading process ended with ${code}`);
  return JSON.parse(Buffer.concat(said).toString('utf8')) as Measured;
}
