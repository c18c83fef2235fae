/** Reads files by their envelopes: as a whole, or told piece by piece to a visitor so that memory does not grow with the file. */
import type { EnvelopeVisitor, Interchange, TransactionSetHeader } from './envelope.ts';
import { EnvelopeWalk } from './envelope-walk.ts';
import type { FindingList } from './findings.ts';
import type { Segment } from './segment.ts';
import { type ReaderOptions, SegmentReader } from './segment-reader.ts';

export interface TransactionSet extends TransactionSetHeader {
  /** ST to SE, both included where the file has them. */
  readonly segments: readonly Segment[];
}

/** Everything of a file that holds X12. */
export interface InterchangeFile {
  readonly interchanges: readonly Interchange[];
  /** TA1 segments wherever they stand. */
  readonly interchangeAcknowledgements: readonly Segment[];
  readonly transactionSets: readonly TransactionSet[];
}

/**
 * Push a file's bytes in order, then call `end` once; the visitor is told block by block.
 * Never throws on content: what is wrong with syntax and envelope is added to the findings.
 */
export class InterchangeReader {
  readonly #segments: SegmentReader;
  readonly #envelope: EnvelopeWalk;

  constructor(findings: FindingList, visitor: EnvelopeVisitor, options?: ReaderOptions) {
    const envelope = new EnvelopeWalk(findings, visitor);
    this.#segments = new SegmentReader(findings, (segment) => envelope.take(segment), options);
    this.#envelope = envelope;
  }

  push(chunk: Uint8Array): void {
    this.#segments.push(chunk);
  }

  end(): void {
    this.#segments.end();
    this.#envelope.end();
  }
}

/** Reads a whole file. Never throws on content: what is wrong with the envelope is added to the findings. */
export function readInterchangeFile(bytes: Uint8Array, findings: FindingList): InterchangeFile {
  const interchangeAcknowledgements: Segment[] = [];
  const interchanges: Interchange[] = [];
  const transactionSets: TransactionSet[] = [];
  let segments: Segment[] = [];
  const reader = new InterchangeReader(findings, {
    interchange: (interchange) => interchanges.push(interchange),
    interchangeAcknowledgement: (segment) => interchangeAcknowledgements.push(segment),
    transactionSet(set) {
      segments = [set.header];
      transactionSets.push({ ...set, segments });
    },
    segment: (segment) => segments.push(segment),
    transactionSetEnd(trailer) {
      if (trailer) segments.push(trailer);
    },
  });
  reader.push(bytes);
  reader.end();
  return { interchanges, interchangeAcknowledgements, transactionSets };
}
