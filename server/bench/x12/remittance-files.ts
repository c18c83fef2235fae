/** 835 files read and checked: Claimside beside the X12 packages for Node, on the same files in one run. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remittanceFile } from '../../flat/remittances.ts';
import { type Bench, type BenchRow, promises } from '../bench.ts';
import { ENTRIES, type Entry } from './entries.ts';
import { type Result, race, type SampledFile } from './race.ts';
import { medianOf, megabytes, peaks, perSecond, short, speeds } from './tables.ts';

const USUAL = { claims: 60_000, warmUps: 1, rounds: 3 };
const SMALL = { claims: 30_000 };
/** 1 GB. */
const LARGE = { claims: 2_960_000 };
const MOST_MEGABYTES = 120;
const OURS = 'ours-835';

/** Who only tells segments does the same with any transaction. */
const SEGMENTS = ENTRIES.filter(({ counts }) => counts === 'segments').filter(
  ({ work }) => work !== 'generate',
);

const REMITTANCES: readonly Entry[] = [
  ...SEGMENTS.map((entry): Entry => (entry.beside ? { ...entry, beside: 'read', ours: OURS } : entry)),
  {
    module: OURS,
    work: 'read',
    name: 'Claimside: read',
    does: 'typed remittances; every segment and element held against the guide',
    counts: 'claims',
  },
  {
    module: OURS,
    work: 'check',
    name: 'Claimside: check',
    does: 'as read, and every equation of line, claim and check',
    counts: 'claims',
  },
];

const FROM_DISK = [
  { module: 'ours', work: 'nothing', name: 'a process that does nothing' },
  { module: OURS, work: 'read-from-disk', name: 'Claimside: read' },
  { module: OURS, work: 'check-from-disk', name: 'Claimside: check' },
  { module: 'x12-parser', work: 'segments-from-disk', name: 'x12-parser: X12parser' },
];

export const remittanceFilesBench: Bench = {
  name: 'remittances',
  async run(progress) {
    const folder = mkdtempSync(join(tmpdir(), 'claimside-bench-'));
    try {
      const usual = makeFile(folder, USUAL.claims);
      const results = await race(REMITTANCES, usual, USUAL, progress);
      const files = [makeFile(folder, SMALL.claims), makeFile(folder, LARGE.claims)];
      const memory = await peaks(FROM_DISK, files, folder, progress);
      return [
        speeds(usual, results),
        memory.table,
        promises('835 files: what is promised', [...kept(usual, results), ...keptIn(files, memory.peaks)]),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function makeFile(folder: string, claims: number): SampledFile {
  const path = join(folder, `${claims}.835`);
  let [bytes, segments] = [0, 0];
  for (const piece of remittanceFile({ claims })) {
    appendFileSync(path, piece);
    bytes += piece.length;
    segments += piece.split('~').length - 1;
  }
  return { path, claims, bytes, segments };
}

function kept(file: SampledFile, results: readonly Result[]): BenchRow[] {
  const read = medianOf(results, OURS, 'read');
  const speed = perSecond(megabytes(file.bytes), read);
  const others = results.filter(({ entry }) => entry.beside !== undefined).map(({ median }) => median);
  const ratio = Math.min(...others) / read;
  return [
    {
      what: 'read to typed remittances',
      measured: `${short(speed)} MB/s`,
      target: '>= 50 MB/s',
      isMet: speed >= 50,
    },
    {
      what: 'read, beside the fastest of the others, which only tells segments',
      measured: `${short(ratio)} x`,
      target: '>= 3 x',
      isMet: ratio >= 3,
    },
  ];
}

/** `peaks`: of each of `FROM_DISK`, for each file. */
function keptIn(files: readonly SampledFile[], peaks: readonly (readonly number[])[]): BenchRow[] {
  return FROM_DISK.flatMap(({ module, name }, work) =>
    module !== OURS
      ? []
      : files.map((file, at) => ({
          what: `${name}, most memory for ${Math.round(megabytes(file.bytes))} MB`,
          measured: `${peaks[work]?.[at]} MB`,
          target: `<= ${MOST_MEGABYTES} MB`,
          isMet: (peaks[work]?.[at] ?? Number.POSITIVE_INFINITY) <= MOST_MEGABYTES,
        })),
  );
}
