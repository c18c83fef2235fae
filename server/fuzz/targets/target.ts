/** A reader of bytes from outside, and what is first done with what it reads. */
import type { X12Finding } from '../../src/x12/index.ts';
import type { Input } from '../input.ts';

export interface Target {
  readonly name: string;
  /** Transactions (ST01, or `TA1`) that it is made for; all files, when left out. */
  readonly transactions?: readonly string[];
  /** A slow one, or one that others take part in, reads one in so many of them. */
  readonly oneIn?: number;
  /** Reads an input in every way there is; promises of its own are kept by `must`. */
  read(input: Input): Outcome;
}

/** What a target made of an input; held against what holds for all of them. */
export interface Outcome {
  readonly findings: readonly X12Finding[];
  /** All that a caller of the reader would keep. */
  readonly kept: unknown;
  /** What else is worth being seen for the first time, such as a kind of file. */
  readonly seen?: readonly string[];
}
