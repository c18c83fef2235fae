/** 837P files written, read and checked: Claimside beside the X12 packages for Node, on the same files in one run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type BenchRow, promises } from '../bench.ts';
import { ENTRIES, FROM_DISK } from './entries.ts';
import { makeFile, type Result, race, type SampledFile } from './race.ts';
import { medianOf, megabytes, peaks, perSecond, short, speeds } from './tables.ts';

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
      const memory = await peaks(FROM_DISK, [usual, makeFile(folder, LARGE.claims)], folder, progress);
      return [
        speeds(small, ofSmall),
        speeds(usual, ofUsual),
        memory.table,
        promises('837P files: what is promised', kept(usual, ofUsual)),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function kept(file: SampledFile, results: readonly Result[]): BenchRow[] {
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
