/** The one shape of a fault in an X12 file: what, how bad, and exactly where. */

export interface X12Finding {
  /** Our stable code, such as `SE01-COUNT`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** SNIP type 1-7. */
  readonly snip: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** What is wrong and what was expected, without patient data. */
  readonly message: string;
  readonly location: X12Location;
  /** The value found; may be patient data, never to be logged. */
  readonly value?: string;
  readonly expected?: string;
  /** CLM01 or CLP01 of the claim it concerns. */
  readonly claim?: string;
  readonly fix?: string;
}

export interface X12Location {
  /** Offset of the segment's first byte in the file. */
  readonly byte: number;
  /** 1-based; newlines counted. */
  readonly line: number;
  /** 1-based position within the transaction set (ST = 1), as in IK302; 0 outside a set. */
  readonly ordinal: number;
  readonly segmentId: string;
  /** `2000A[1] > 2010AA`; empty where no loop is known. */
  readonly loop: string;
  readonly element?: number;
  readonly component?: number;
}
