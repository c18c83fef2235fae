/** One harm that can be done to a file. */
import type { Random } from '../random.ts';

export interface Mutation {
  readonly name: string;
  /** How often it is taken, beside the others. */
  readonly weight: number;
  /** `other` gives another file, to take parts of. */
  change(text: string, random: Random, other: () => string): string;
}

/** Text of a place replaced. */
export function replaced(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
