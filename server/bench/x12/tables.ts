/** Tables of what was measured on files: speed beside others, and memory. */
import { join } from 'node:path';
import { milliseconds, type Table } from '../bench.ts';
import type { WorkName } from './contender.ts';
import { peakOf, type Result, type SampledFile } from './race.ts';

export const megabytes = (bytes: number) => bytes / 1_000_000;
export const perSecond = (amount: number, milliseconds: number) => (amount * 1_000) / milliseconds;
export const short = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const sizeOf = ({ claims, bytes }: SampledFile) =>
  `${claims.toLocaleString('en')} claims, ${megabytes(bytes).toFixed(1)} MB`;

export function speeds(file: SampledFile, results: readonly Result[]): Table {
  const speed = (milliseconds: number) => short(perSecond(megabytes(file.bytes), milliseconds));
  const rows = results.map(({ entry, processor, median, wall, peakBytes }) => [
    entry.name,
    entry.does,
    speed(median),
    `${speed(Math.max(...processor))} to ${speed(Math.min(...processor))}`,
    Math.round(perSecond(file.claims, median)).toLocaleString('en'),
    milliseconds(wall),
    `${Math.round(megabytes(peakBytes))} MB`,
    entry.beside === undefined
      ? ''
      : `${short(median / medianOf(results, entry.ours ?? 'ours', entry.beside))} x`,
  ]);
  const head = [
    'what',
    'does',
    'MB/s',
    'MB/s from, to',
    'claims/s',
    'clock',
    'peak RSS',
    'Claimside is faster',
  ];
  return { title: sizeOf(file), head, rows };
}

/** Each work in a process of its own for each file, which it reads from disk; `peaks` in megabytes. `folder` is a temporary one. */
export async function peaks(
  works: readonly (WorkName & { readonly name: string })[],
  files: readonly SampledFile[],
  folder: string,
  progress: (line: string) => void,
): Promise<{ readonly table: Table; readonly peaks: readonly (readonly number[])[] }> {
  const rows: string[][] = [];
  const peaks: number[][] = [];
  const idle: number[] = [];
  for (const work of works) {
    progress(`memory: ${work.name}`);
    const cells: string[] = [];
    const ofWork: number[] = [];
    for (const [at, file] of files.entries()) {
      const peak = Math.round(megabytes(await peakOf(work, file, join(folder, 'compiled'))));
      ofWork.push(peak);
      idle[at] ??= peak;
      const more = peak - idle[at];
      cells.push(more === 0 ? `${peak} MB` : `${peak} MB (${more > 0 ? '+' : ''}${more})`);
    }
    rows.push([work.name, ...cells]);
    peaks.push(ofWork);
  }
  const title = 'Peak RSS, read from disk in pieces (and over the first, which does nothing)';
  return { table: { title, head: ['what', ...files.map(sizeOf)], rows }, peaks };
}

export function medianOf(results: readonly Result[], module: string, work: string): number {
  const found = results.find(({ entry }) => entry.module === module && entry.work === work);
  if (!found) throw new Error(`${module} ${work} was not measured`);
  return found.median;
}
