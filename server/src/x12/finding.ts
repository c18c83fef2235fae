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
  /** How a TA1 or 999 would name the fault. */
  readonly acknowledgement?: AcknowledgementCode;
  /** The value found; may be patient data, never to be logged. */
  readonly value?: string;
  readonly expected?: string;
  /** CLM01 or CLP01 of the claim it concerns. */
  readonly claim?: string;
  readonly fix?: string;
}

/** A code and the element it belongs in: TA105, AK905, IK502, IK304 or IK403. */
export interface AcknowledgementCode {
  readonly segment: 'TA1' | 'AK9' | 'IK5' | 'IK3' | 'IK4';
  readonly code: string;
}

/** ISA13, GS06 and ST02 around a set, as sent, where there are any. */
export interface SetPlace {
  readonly interchangeControlNumber?: string | undefined;
  readonly groupControlNumber?: string | undefined;
  readonly transactionSetControlNumber?: string | undefined;
}

/** Sets of several interchanges, or groups, may bear one number. */
export const isSameSet = (one: SetPlace, other: SetPlace): boolean =>
  one.interchangeControlNumber === other.interchangeControlNumber &&
  one.groupControlNumber === other.groupControlNumber &&
  one.transactionSetControlNumber === other.transactionSetControlNumber;

export interface X12Location {
  /** Offset of the segment's first byte in the file. */
  readonly byte: number;
  /** 1-based; newlines counted. */
  readonly line: number;
  /** 1-based, in bytes from the start of the line. */
  readonly column?: number;
  /** 1-based position within the transaction set (ST = 1), as in IK302; 0 outside a set. */
  readonly ordinal: number;
  readonly segmentId: string;
  /** `2000A[1] > 2010AA`; empty where no loop is known. */
  readonly loop: string;
  readonly element?: number;
  readonly component?: number;
  /** 1-based, of an element that repeats. */
  readonly repetition?: number;
  /** ISA13, GS06 and ST02 as sent, where there are any. */
  readonly interchangeControlNumber?: string;
  readonly groupControlNumber?: string;
  readonly transactionSetControlNumber?: string;
}
