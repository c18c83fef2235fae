/** What an 837P file is made of, from the envelope down to the claim; a reader tells it in order, a writer takes it in order. */
import type { Leftover } from '../guide/leftovers.ts';
import type { EnvelopeParts, GroupStart, InterchangeStart } from '../parts/file-parts.ts';
import type { ClaimRecord, ClaimSetHead } from './model.ts';

export type { GroupStart, InterchangeStart };

export interface SetStart {
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 where the set has none. */
  readonly version: string;
  readonly head: ClaimSetHead;
  /** What the model has no place for in ST, BHT, 1000A and 1000B. */
  readonly headLeftovers?: readonly Leftover[];
}

/** Each beginning ends what was open at its own level and below. */
export interface ClaimFileVisitor<Record extends ClaimRecord = ClaimRecord> extends EnvelopeParts {
  set(start: SetStart): void;
  claim(claim: Record): void;
}

export interface ClaimSet extends SetStart {
  readonly claims: readonly ClaimRecord[];
}

export interface ClaimGroup extends GroupStart {
  readonly sets: readonly ClaimSet[];
}

export interface ClaimInterchange extends InterchangeStart {
  /** Elements of each TA1. */
  readonly acknowledgements?: readonly (readonly string[])[];
  readonly groups: readonly ClaimGroup[];
}
