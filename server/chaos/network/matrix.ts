/** Every case: each fault, at so many bytes of each phase, half of them on their way up and half on their way down. */
import { FAULTS, type Fault } from './faults.ts';
import { modesOf, PHASES, type Phase, type UploadMode } from './phases.ts';
import type { Harm, Lengths } from './wire.ts';

export interface Case {
  readonly fault: Fault;
  readonly phase: Phase;
  readonly mode: UploadMode;
  /** Counted from 0. */
  readonly place: number;
}

/** In an order in which the way of uploading changes once. */
export function casesOf(places: number, phases: readonly Phase[]): Case[] {
  const modes: readonly UploadMode[] = ['direct', 'rename'];
  return modes.flatMap((mode) =>
    phases
      .filter((phase) => modesOf(phase).includes(mode))
      .flatMap((phase) =>
        FAULTS.flatMap((fault) =>
          Array.from({ length: places }, (_, place) => ({ fault, phase, mode, place })),
        ),
      ),
  );
}

/** Places of the sample: the first byte on its way up, and one halfway down. */
export const SAMPLE_PLACES = 2;

/** Each phase once and each fault twice, once at each place; `turn` 1 pairs them otherwise than 0. */
export function sampleCases(turn: number): Case[] {
  const sampled = PHASES.map((phase, index): Case => {
    const fault = FAULTS[(index + turn * 3) % FAULTS.length] ?? 'cut';
    const [mode = 'direct'] = modesOf(phase);
    return { fault, phase, mode, place: index < FAULTS.length ? 0 : 1 };
  });
  // The way of uploading changes once.
  return sampled.toSorted((a, b) => a.mode.localeCompare(b.mode));
}

/** Where the harm of a case is done, by the lengths of a session in which nothing failed. */
export function harmOf({ fault, phase, place }: Case, places: number, lengths: Lengths): Harm {
  const { up, down } = lengths.get(phase) ?? { up: 0, down: 0 };
  if (up + down === 0) throw new Error(`nothing is said in the phase ${phase}`);
  const direction = down === 0 || (up > 0 && place % 2 === 0) ? 'up' : 'down';
  const length = direction === 'up' ? up : down;
  return { fault, phase, direction, offset: Math.floor((length * place) / places) };
}

export const describeCase = (
  server: string,
  { fault, phase, mode }: Case,
  { direction, offset }: Harm,
): string => `${server}, ${mode}: ${fault} at byte ${offset} ${direction} of ${phase}`;
