/** Reads a file of one transaction in pieces: hands the segments of each of its sets to a reader of their own, and tells what stands around them. */
import {
  type EnvelopeVisitor,
  type FindingList,
  type FunctionalGroup,
  type Interchange,
  InterchangeReader,
  locationOf,
  NO_INTERCHANGE,
  type ReaderOptions,
  readGroupHeader,
  readInterchangeHeader,
  type Segment,
  type TransactionSetHeader,
} from '../../x12/index.ts';
import type { EnvelopeParts } from './file-parts.ts';
import { unexpectedSet } from './unexpected-set.ts';

/** Follows one set from its ST to its SE. */
export interface OpenSet {
  take(segment: Segment): void;
  /** `isCutOff`: the set has no trailer, so that what it lacks at its end follows from that one fault. */
  finish(isCutOff: boolean): void;
}

/** The transaction that a file is read for. */
export interface SetKind {
  /** With its article: `an 837P`. */
  readonly name: string;
  /** Of its guide; another one is read as of its family, with a warning. */
  readonly version: string;
  /** Undefined where its version does not say, and its BHT tells. */
  isOwn(set: TransactionSetHeader): boolean | undefined;
  isOwnByBeginning?(bht: Segment): boolean;
  open(set: TransactionSetHeader): OpenSet;
  /** An ISA or GS. */
  header?(segment: Segment): void;
  /** A TA1. */
  interchangeAcknowledgement?(segment: Segment): void;
}

/**
 * Push a file's bytes in order, then call `end` once; the visitor takes part in what it has a method for. Sets of
 * other transactions are left out, with a finding. Never throws on content.
 */
export class TransactionFileReader {
  readonly #reader: InterchangeReader;

  /** What is read and found is the same whatever the `options`. */
  constructor(
    findings: FindingList,
    kind: SetKind,
    visitor: Partial<EnvelopeParts>,
    options: ReaderOptions = {},
  ) {
    this.#reader = new InterchangeReader(findings, new SetDispatch(findings, kind, visitor), options);
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  end(): void {
    this.#reader.end();
  }
}

interface Undecided {
  readonly set: TransactionSetHeader;
  readonly held: Segment[];
}

/** Strayed before the BHT, which should follow the ST. */
const MOST_BEFORE_BEGINNING = 10;

class SetDispatch implements EnvelopeVisitor {
  readonly #findings: FindingList;
  readonly #kind: SetKind;
  readonly #visitor: Partial<EnvelopeParts>;
  /** Told already; a set without ISA or GS makes up for it. */
  #interchange: Interchange | undefined;
  #group: FunctionalGroup | undefined;
  #set: OpenSet | undefined;
  /** A set of which its BHT must tell whether it is one of these. */
  #undecided: Undecided | undefined;

  constructor(findings: FindingList, kind: SetKind, visitor: Partial<EnvelopeParts>) {
    this.#findings = findings;
    this.#kind = kind;
    this.#visitor = visitor;
  }

  interchange(interchange: Interchange): void {
    this.#interchange = interchange;
    this.#group = undefined;
    const { header } = interchange;
    if (!header) return;
    this.#kind.header?.(header);
    this.#visitor.interchange?.({ separators: header.separators, header: readInterchangeHeader(header) });
  }

  interchangeAcknowledgement(segment: Segment): void {
    if (!this.#interchange) this.#openInterchange(NO_INTERCHANGE, segment);
    this.#kind.interchangeAcknowledgement?.(segment);
    this.#visitor.interchangeAcknowledgement?.(
      Array.from({ length: segment.elementCount }, (_, n) => segment.element(n + 1)),
    );
  }

  group(group: FunctionalGroup): void {
    const { header } = group;
    if (header && !this.#interchange) this.#openInterchange(NO_INTERCHANGE, header);
    this.#group = group;
    if (!header) return;
    this.#kind.header?.(header);
    this.#visitor.group?.({ header: readGroupHeader(header) });
  }

  interchangeEnd(): void {
    this.#interchange = undefined;
  }

  transactionSet(set: TransactionSetHeader): void {
    const isOwn = this.#kind.isOwn(set);
    if (isOwn === undefined) this.#undecided = { set, held: [] };
    else this.#openSet(set, isOwn);
  }

  segment(segment: Segment): void {
    if (this.#undecided) this.#decide(this.#undecided, segment);
    else this.#set?.take(segment);
  }

  transactionSetEnd(trailer: Segment | undefined): void {
    if (this.#undecided) this.#openSet(this.#undecided.set, false);
    const set = this.#set;
    if (!set) return;
    this.#set = undefined;
    if (trailer) set.take(trailer);
    set.finish(trailer === undefined);
  }

  #openSet(set: TransactionSetHeader, isOwn: boolean): void {
    const { header, interchange, group } = set;
    this.#undecided = undefined;
    if (!isOwn) {
      this.#findings.add(locationOf(header), unexpectedSet(this.#kind.name, set));
      return;
    }
    this.#checkVersion(set);
    if (interchange !== this.#interchange) this.#openInterchange(interchange, header);
    if (group !== this.#group) {
      this.#group = group;
      this.#visitor.group?.({});
    }
    this.#set = this.#kind.open(set);
    this.#set.take(header);
  }

  /** A BHT that does not come soon does not come. */
  #decide({ set, held }: Undecided, segment: Segment): void {
    held.push(segment);
    if (segment.id !== 'BHT' && held.length < MOST_BEFORE_BEGINNING) return;
    this.#openSet(set, segment.id === 'BHT' && this.#kind.isOwnByBeginning?.(segment) === true);
    for (const each of held) this.#set?.take(each);
  }

  /** A set that differs from its group is told as such. */
  #checkVersion({ header, version: value, group }: TransactionSetHeader): void {
    const { version: expected } = this.#kind;
    if (value === expected || group.version === expected) return;
    this.#findings.addOnce(locationOf(header), {
      code: 'VERSION',
      severity: 'warning',
      snip: 2,
      message: `The version (GS08, ST03) is not ${expected}; read as one of its family.`,
      expected,
      fix: `Write ${expected}, or have the file made in that version.`,
      value,
    });
  }

  /** Sets without an ISA stand in one that has no header. */
  #openInterchange(interchange: Interchange, { separators }: Segment): void {
    this.#interchange = interchange;
    this.#group = undefined;
    this.#visitor.interchange?.({ separators });
  }
}
