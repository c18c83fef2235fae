/** 837P files written, read and checked: Claimside beside the X12 packages for Node, on the same files in one run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type BenchRow, milliseconds, promises, type Table } from '../bench.ts';
import { ENTRIES, FROM_DISK } from './entries.ts';
import { type ClaimFile, makeFile, peakOf, type Result, race } from './race.ts';

const SMALL = { claims: 1_000, warmUps: 5, rounds: 11 };
const USUAL = { claims: 12_000, warmUps: 2, rounds: 7 };
/** Some 50 MB. */
const LARGE = { claims: 96_000 };

export const claimFilesBench: Bench = {
  name: 'x12',
  async run(progress) {
    const folder = mkdtempSync(join(tmpdir(), 'claimside-bench-'));
    try {
      const small = makeFile(folder, SMALL.claims);
      const usual = makeFile(folder, USUAL.claims);
      const ofSmall = await race(ENTRIES, small, SMALL, progress);
      const ofUsual = await race(ENTRIES, usual, USUAL, progress);
      const memory = await peaks([usual, makeFile(folder, LARGE.claims)], progress);
      return [
        speeds(small, ofSmall),
        speeds(usual, ofUsual),
        memory,
        promises('837P files: what is promised', kept(usual, ofUsual)),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const megabytes = (bytes: number) => bytes / 1_000_000;
const perSecond = (amount: number, milliseconds: number) => (amount * 1_000) / milliseconds;
const short = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const sizeOf = ({ claims, bytes }: ClaimFile) =>
  `${claims.toLocaleString('en')} claims, ${megabytes(bytes).toFixed(1)} MB`;

function speeds(file: ClaimFile, results: readonly Result[]): Table {
  const speed = (milliseconds: number) => short(perSecond(megabytes(file.bytes), milliseconds));
  const rows = results.map(({ entry, processor, median, wall, peakBytes }) => [
    entry.name,
    entry.does,
    speed(median),
    `${speed(Math.max(...processor))} to ${speed(Math.min(...processor))}`,
    Math.round(perSecond(file.claims, median)).toLocaleString('en'),
    milliseconds(wall),
    `${Math.round(megabytes(peakBytes))} MB`,
    entry.beside === undefined ? '' : `${short(median / medianOf(results, 'ours', entry.beside))} x`,
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

/** Each work in a process of its own for each file, which it reads from disk. */
async function peaks(files: readonly ClaimFile[], progress: (line: string) => void): Promise<Table> {
  const rows: string[][] = [];
  for (const work of FROM_DISK) {
    progress(`memory: ${work.name}`);
    const cells: string[] = [];
    for (const file of files) cells.push(`${Math.round(megabytes(await peakOf(work, file)))} MB`);
    rows.push([work.name, ...cells]);
  }
  return { title: 'Peak RSS, read from disk in pieces', head: ['what', ...files.map(sizeOf)], rows };
}

function kept(file: ClaimFile, results: readonly Result[]): BenchRow[] {
  const write = medianOf(results, 'ours', 'write');
  const ratio = medianOf(results, 'node-x12', 'generator') / write;
  const check = perSecond(megabytes(file.bytes), medianOf(results, 'ours', 'check'));
  const edits = (medianOf(results, 'ours', 'edits') * 1_000) / file.claims;
  return [
    {
      what: 'write, beside node-x12: X12Generator.toString on the same claims',
      measured: `${short(ratio)} x`,
      target: '>= 10 x',
      isMet: ratio >= 10,
    },
    {
      what: `write, ${file.claims.toLocaleString('en')} claims`,
      measured: `${(write / 1_000).toFixed(2)} s`,
      target: '< 0.5 s',
      isMet: write < 500,
    },
    {
      what: 'check: guide and edits',
      measured: `${short(check)} MB/s`,
      target: '>= 15 MB/s',
      isMet: check >= 15,
    },
    {
      what: 'edits, one claim of the file',
      measured: `${short(edits)} µs`,
      target: '< 5 ms',
      isMet: edits < 5_000,
    },
  ];
}

function medianOf(results: readonly Result[], module: string, work: string): number {
  const found = results.find(({ entry }) => entry.module === module && entry.work === work);
  if (!found) throw new Error(`${module} ${work} was not measured`);
  return found.median;
}
