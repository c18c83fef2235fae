/** 999 (005010X231A1): what a receiver says of the syntax of each of our transaction sets. */
import type { X12Finding } from '../../x12/index.ts';
import type { InterchangeAcknowledgement } from '../ack-ta1/model.ts';

export interface ImplementationAcknowledgementFile {
  readonly interchangeControlNumber: string;
  readonly senderId: string;
  /** TA1 segments found anywhere in the interchange (Office Ally sends one between ISA and GS). */
  readonly interchangeAcknowledgements: readonly InterchangeAcknowledgement[];
  readonly acknowledgements: readonly FunctionalGroupAcknowledgement[];
  readonly findings: readonly X12Finding[];
}

/** AK1 ... AK9. */
export interface FunctionalGroupAcknowledgement {
  /** AK101, such as HC. */
  readonly functionalIdentifier: string;
  /** AK102: our GS06. */
  readonly groupControlNumber: string;
  readonly transactionSets: readonly TransactionSetAcknowledgement[];
  /** AK901; undefined when the AK9 is missing, which is not an acceptance. */
  readonly code: 'A' | 'E' | 'P' | 'R' | 'M' | 'W' | 'X' | undefined;
  readonly setsIncluded: number;
  readonly setsReceived: number;
  readonly setsAccepted: number;
  /** AK905-09. */
  readonly errorCodes: readonly string[];
}

/** AK2 ... IK5. */
export interface TransactionSetAcknowledgement {
  /** AK201. */
  readonly identifier: string;
  /** AK202: our ST02. */
  readonly controlNumber: string;
  readonly segmentErrors: readonly SegmentError[];
  /** IK501; undefined when the IK5 is missing. */
  readonly code: 'A' | 'E' | 'R' | 'M' | 'W' | 'X' | undefined;
  /** IK502-06. */
  readonly errorCodes: readonly string[];
}

/** IK3 with its CTX and IK4. */
export interface SegmentError {
  readonly segmentId: string;
  /** IK302: position counted from ST = 1. */
  readonly ordinal: number;
  /** IK303 as sent; 0 to 6 characters. */
  readonly loop: string;
  readonly code: string;
  /** CTX business keys, such as `CLM01:C000000001`. */
  readonly contexts: readonly string[];
  readonly elementErrors: readonly ElementError[];
}

/** IK4. */
export interface ElementError {
  readonly element: number;
  readonly component?: number;
  readonly repetition?: number;
  readonly code: string;
  /** IK404: copy of the bad value; may be patient data. */
  readonly value?: string;
}
