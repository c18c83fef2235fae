/** What a person is told at the end: what was read, what broke, how to see it again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hashOf } from '../random.ts';
import type { Done, Found } from './messages.ts';

const FOLDER = join(import.meta.dirname, '../../../.claimside/fuzz');

/** What keeps the inputs that showed something new, and what was seen, may take so much. */
export const HEAP_MAY_GROW_BY = 48 * 2 ** 20;

const MEGABYTE = 2 ** 20;

/** Writes the input to a file that no commit takes, and says how to read it again. */
export function describeFound({ failure, bytes, input }: Found, seed: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const name = `${failure.target}-${hashOf(Buffer.from(bytes).toString('latin1')).toString(16).padStart(8, '0')}.x12`;
  const path = join(FOLDER, name);
  writeFileSync(path, bytes);
  const target = failure.target === 'all' ? '' : ` --target ${failure.target}`;
  const origin = input ? `It was made from input ${input.join('.')} of seed ${seed}.\n` : '';
  return (
    `\n${failure.target}: a promise is broken.\n${failure.detail}\n` +
    `The ${bytes.length} bytes that break it are in ${relative(process.cwd(), path)}. Read them again:\n` +
    `  pnpm fuzz${target} --file ${relative(process.cwd(), path)}\n${origin}`
  );
}

/** One line on the whole run. */
export function describeDone({ inputs, bytes, seconds, seen, heap }: Done, seed: number): string {
  const parts = [
    `${inputs.toLocaleString('en')} inputs of seed ${seed}`,
    `${(bytes / MEGABYTE).toFixed(1)} MB`,
    `${seconds.toFixed(0)} s`,
    `${seen} different findings`,
    ...(heap ? [`heap ${megabytes(heap.first)} MB when warm, ${megabytes(heap.last)} MB at the end`] : []),
  ];
  return `${parts.join(', ')}\n`;
}

export function heapGrew({ heap }: Done): boolean {
  return heap !== undefined && heap.last - heap.first > HEAP_MAY_GROW_BY;
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}
