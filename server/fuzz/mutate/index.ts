/** All harms, and how one is chosen. */
import type { Random } from '../random.ts';
import { BYTE_MUTATIONS } from './bytes.ts';
import { ELEMENT_MUTATIONS } from './elements.ts';
import { ENVELOPE_MUTATIONS } from './envelope.ts';
import type { Mutation } from './mutation.ts';
import { SEGMENT_MUTATIONS } from './segments.ts';

export const MUTATIONS: readonly Mutation[] = [
  ...BYTE_MUTATIONS,
  ...SEGMENT_MUTATIONS,
  ...ELEMENT_MUTATIONS,
  ...ENVELOPE_MUTATIONS,
];

/** Each as often as it weighs. */
const CHOICES = MUTATIONS.flatMap((mutation) => new Array<Mutation>(mutation.weight).fill(mutation));

/** No input grows longer, so that no run is spent on one. */
const LONGEST = 2_500_000;

/** The file after one to six harms. */
export function mutate(text: string, random: Random, other: () => string): string {
  let changed = text;
  for (let left = random.few(6); left > 0 && changed !== ''; left -= 1) {
    const harmed = random.pick(CHOICES)?.change(changed, random, other) ?? changed;
    changed = harmed.slice(0, LONGEST);
  }
  return changed;
}
