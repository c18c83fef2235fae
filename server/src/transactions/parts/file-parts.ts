/** What stands around the transaction sets of a file; a reader tells it in order, a writer takes it in order. */
import type { GroupHeader, InterchangeHeader, Separators } from '../../x12/index.ts';

export interface InterchangeStart {
  readonly separators: Separators;
  /** Absent where sets stand without an envelope. */
  readonly header?: InterchangeHeader;
}

export interface GroupStart {
  /** Absent where sets stand without a group. */
  readonly header?: GroupHeader;
}

/** Each beginning ends what was open at its own level and below. */
export interface EnvelopeParts {
  interchange(start: InterchangeStart): void;
  /** A TA1: its elements. */
  interchangeAcknowledgement(elements: readonly string[]): void;
  group(start: GroupStart): void;
}
