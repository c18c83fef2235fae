/** Interchanges, groups and transaction sets as they stand in a file, and what is told of them while it is read. */
import type { Segment } from './segment.ts';

/** An ISA, or what stands for it in a file that has none (all texts empty). */
export interface Interchange {
  readonly header: Segment | undefined;
  /** ISA06, ISA08 without padding. */
  readonly senderId: string;
  readonly receiverId: string;
  /** ISA13. */
  readonly controlNumber: string;
}

/** A GS, or what stands for it around a set that has none (all texts empty). */
export interface FunctionalGroup {
  readonly header: Segment | undefined;
  /** GS01, such as HC. */
  readonly functionalIdentifier: string;
  /** GS06. */
  readonly controlNumber: string;
  /** GS08. */
  readonly version: string;
}

/** What an ST and the envelope around it say of a transaction set. */
export interface TransactionSetHeader {
  readonly interchange: Interchange;
  readonly group: FunctionalGroup;
  /** The ST. */
  readonly header: Segment;
  /** ST01. */
  readonly identifier: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 when the set has none. */
  readonly version: string;
}

/**
 * Is told what a file holds, in its order and while it is read; takes part in what it has a method for. Every beginning
 * has its end: with the trailer, or without when the file lacks it.
 */
export interface EnvelopeVisitor {
  interchange?(interchange: Interchange): void;
  /** A TA1, wherever it stands. */
  interchangeAcknowledgement?(segment: Segment): void;
  group?(group: FunctionalGroup): void;
  transactionSet?(set: TransactionSetHeader): void;
  /** One of the segments between ST and SE. */
  segment?(segment: Segment): void;
  transactionSetEnd?(trailer: Segment | undefined): void;
  groupEnd?(trailer: Segment | undefined): void;
  interchangeEnd?(trailer: Segment | undefined): void;
}

export const NO_INTERCHANGE: Interchange = {
  header: undefined,
  senderId: '',
  receiverId: '',
  controlNumber: '',
};

export const NO_GROUP: FunctionalGroup = {
  header: undefined,
  functionalIdentifier: '',
  controlNumber: '',
  version: '',
};
