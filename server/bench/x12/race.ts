/** Measures all entries on one file, round by round in turn, so that a slow minute of the machine is slow for all. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LITTLE_ROOM } from '../../flat/measure.ts';
import { writeClaimFile } from '../../src/transactions/claim-837p/index.ts';
import { percentile } from '../bench.ts';
import { benchClaims, ENVELOPE } from './claims.ts';
import { Contender, type WorkName } from './contender.ts';
import type { Entry } from './entries.ts';

/** As for `pnpm flat`, but with as much old space as packages need that keep the whole file. */
const ROOM = LITTLE_ROOM.filter((option) => !option.includes('old-space'));

export interface SampledFile {
  readonly path: string;
  readonly claims: number;
  readonly bytes: number;
  readonly segments: number;
}

export interface Result {
  readonly entry: Entry;
  /** Milliseconds of processor time of each round, and their median. */
  readonly processor: readonly number[];
  readonly median: number;
  /** The median of a round by the clock. */
  readonly wall: number;
  /** The most memory that its process had, Node itself included. */
  readonly peakBytes: number;
}

export function makeFile(folder: string, claims: number): SampledFile {
  return keepFile(join(folder, `${claims}.837`), claims, writeClaimFile(ENVELOPE, benchClaims(claims)).bytes);
}

function keepFile(path: string, claims: number, bytes: Uint8Array): SampledFile {
  writeFileSync(path, bytes);
  const terminator = '~'.charCodeAt(0);
  const segments = bytes.reduce((count, byte) => (byte === terminator ? count + 1 : count), 0);
  return { path, claims, bytes: bytes.length, segments };
}

export async function race(
  entries: readonly Entry[],
  file: SampledFile,
  { warmUps, rounds }: { readonly warmUps: number; readonly rounds: number },
  progress: (line: string) => void,
): Promise<Result[]> {
  const contenders: Contender[] = [];
  try {
    for (const entry of entries) contenders.push(await Contender.start(entry, file));
    for (let turn = 0; turn < warmUps + rounds; turn += 1) {
      const isWarmUp = turn < warmUps;
      progress(
        `${file.claims} claims, ${isWarmUp ? 'warming up' : `round ${turn - warmUps + 1} of ${rounds}`}`,
      );
      for (const contender of contenders) await (isWarmUp ? contender.warmUp() : contender.round());
    }
    return entries.map((entry, at) => {
      const { rounds: all = [], peakBytes = 0, done = 0 } = contenders[at] ?? {};
      const due = file[entry.counts];
      if (done !== due) throw new Error(`${entry.name} did ${done} of ${due} ${entry.counts}`);
      const processor = all.map((round) => round.processor);
      const wall = percentile(
        all.map((round) => round.wall),
        0.5,
      );
      return { entry, processor, median: percentile(processor, 0.5), wall, peakBytes };
    });
  } finally {
    for (const contender of contenders) await contender.stop();
  }
}

/**
 * The most memory that a process has which does the work once, with little room for its heap; started as the `claimside` command is,
 * with what was compiled before (`compiled`: the folder of that).
 */
export async function peakOf(work: WorkName, file: SampledFile, compiled: string): Promise<number> {
  const env = { NODE_COMPILE_CACHE: compiled };
  await (await Contender.start(work, file, ROOM, env)).stop();
  const contender = await Contender.start(work, file, ROOM, env);
  try {
    await contender.round();
    return contender.peakBytes;
  } finally {
    await contender.stop();
  }
}
