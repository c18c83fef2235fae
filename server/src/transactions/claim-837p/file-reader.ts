/** Reads an 837P file in pieces and tells each claim as it ends, so that memory does not grow with the file. */
import {
  type EnvelopeVisitor,
  type Fault,
  type FindingList,
  type FunctionalGroup,
  type Interchange,
  InterchangeReader,
  locationOf,
  NO_INTERCHANGE,
  RECOGNIZES_AFTER,
  type ReaderOptions,
  readGroupHeader,
  readInterchangeHeader,
  type Segment,
  type TransactionSetHeader,
} from '../../x12/index.ts';
import { unexpectedSet } from '../parts/unexpected-set.ts';
import type { ClaimFileVisitor } from './file-parts.ts';
import type { ReadClaim } from './model.ts';
import { SetReader } from './set-reader.ts';
import type { SetVisitor, SetWatch } from './set-visitor.ts';
import { VERSION_837P } from './version.ts';

/** Institutional and dental claims: 837I, 837D. */
const OTHER_CLAIMS = /X22[34]/;

/**
 * Push a file's bytes in order, then call `end` once; the visitor takes part in what it has a method for. Sets of
 * other transactions are left out, with a finding. Never throws on content. With a `watch`, what is found within sets goes
 * there instead of into `findings`.
 */
export class ClaimFileReader {
  readonly #reader: InterchangeReader;

  /** What is read and found is the same whatever the `options`: seven in ten segments of an 837P came before. */
  constructor(
    findings: FindingList,
    visitor: Partial<ClaimFileVisitor<ReadClaim>>,
    watch?: SetWatch,
    options: ReaderOptions = { recognizesAfter: RECOGNIZES_AFTER },
  ) {
    this.#reader = new InterchangeReader(findings, new SetDispatch(findings, visitor, watch), options);
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  end(): void {
    this.#reader.end();
  }
}

/** Hands the segments of each 837 set to a reader of its own, and tells what stands around them. */
class SetDispatch implements EnvelopeVisitor {
  readonly #findings: FindingList;
  readonly #visitor: Partial<ClaimFileVisitor<ReadClaim>>;
  readonly #watch: SetWatch | undefined;
  /** Told already; a set without ISA or GS makes up for it. */
  #interchange: Interchange | undefined;
  #group: FunctionalGroup | undefined;
  #header: Segment | undefined;
  #set: SetReader | undefined;

  constructor(
    findings: FindingList,
    visitor: Partial<ClaimFileVisitor<ReadClaim>>,
    watch: SetWatch | undefined,
  ) {
    this.#findings = findings;
    this.#visitor = visitor;
    this.#watch = watch;
  }

  interchange(interchange: Interchange): void {
    this.#interchange = interchange;
    this.#group = undefined;
    const { header } = interchange;
    if (!header) return;
    this.#watch?.header(header);
    this.#visitor.interchange?.({ separators: header.separators, header: readInterchangeHeader(header) });
  }

  interchangeAcknowledgement(segment: Segment): void {
    if (!this.#interchange) this.#openInterchange(NO_INTERCHANGE, segment);
    this.#visitor.interchangeAcknowledgement?.(
      Array.from({ length: segment.elementCount }, (_, n) => segment.element(n + 1)),
    );
  }

  group(group: FunctionalGroup): void {
    const { header } = group;
    if (header && !this.#interchange) this.#openInterchange(NO_INTERCHANGE, header);
    this.#group = group;
    if (!header) return;
    this.#watch?.header(header);
    this.#visitor.group?.({ header: readGroupHeader(header) });
  }

  interchangeEnd(): void {
    this.#interchange = undefined;
  }

  transactionSet(set: TransactionSetHeader): void {
    const { header, interchange, group } = set;
    if (set.identifier !== '837' || OTHER_CLAIMS.test(set.version)) {
      this.#report(header, unexpectedSet('an 837P', set));
      return;
    }
    // A set that differs from its group is told as such.
    if (set.version !== VERSION_837P && group.version !== VERSION_837P) {
      this.#findings.addOnce(locationOf(header), {
        code: 'VERSION',
        severity: 'warning',
        snip: 2,
        message: 'The version (GS08, ST03) is not 005010X222A1; read as one of its family.',
        expected: VERSION_837P,
        fix: 'Write 005010X222A1, or have the file made in that version.',
        value: set.version,
      });
    }
    if (interchange !== this.#interchange) this.#openInterchange(interchange, header);
    if (group !== this.#group) {
      this.#group = group;
      this.#visitor.group?.({});
    }
    const { controlNumber, version } = set;
    this.#header = header;
    const visitor: SetVisitor = {
      head: (head, headLeftovers) =>
        this.#visitor.set?.({
          controlNumber,
          version,
          head,
          ...(headLeftovers.length > 0 ? { headLeftovers } : {}),
        }),
      claim: (claim) => this.#visitor.claim?.(claim),
    };
    this.#set = new SetReader(this.#findings, controlNumber, visitor, this.#watch);
    this.#set.take(header);
  }

  segment(segment: Segment): void {
    this.#set?.take(segment);
  }

  transactionSetEnd(trailer: Segment | undefined): void {
    const set = this.#set;
    if (!set) return;
    this.#set = undefined;
    if (trailer) set.take(trailer);
    set.finish(trailer === undefined);
    if (!set.hasClaims && this.#header) {
      const message = 'This set holds no claim (no CLM).';
      const fix = 'Leave the set out, or have the file made again.';
      this.#report(this.#header, { code: 'CLM-MISSING', snip: 2, message, fix });
    }
  }

  /** Sets without an ISA stand in one that has no header. */
  #openInterchange(interchange: Interchange, { separators }: Segment): void {
    this.#interchange = interchange;
    this.#group = undefined;
    this.#visitor.interchange?.({ separators });
  }

  #report(segment: Segment, fault: Fault): void {
    this.#findings.add(locationOf(segment), fault);
  }
}
