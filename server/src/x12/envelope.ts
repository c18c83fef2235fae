/** Interchanges, groups and transaction sets out of segments, with every control number and count checked. */
import { isSameControlNumber, readCount } from './amounts.ts';
import { type FindingList, locationOf } from './findings.ts';
import { readSegments } from './reader.ts';
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

export interface FunctionalGroup {
  readonly header: Segment | undefined;
  /** GS01, such as HC. */
  readonly functionalIdentifier: string;
  /** GS06. */
  readonly controlNumber: string;
  /** GS08. */
  readonly version: string;
}

export interface TransactionSet {
  readonly interchange: Interchange;
  readonly group: FunctionalGroup;
  /** ST01. */
  readonly identifier: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 when the set has none. */
  readonly version: string;
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

const NO_INTERCHANGE: Interchange = { header: undefined, senderId: '', receiverId: '', controlNumber: '' };
const NO_GROUP: FunctionalGroup = {
  header: undefined,
  functionalIdentifier: '',
  controlNumber: '',
  version: '',
};

/** Reads a whole file. Never throws on content: what is wrong with the envelope is added to the findings. */
export function readInterchangeFile(bytes: Uint8Array, findings: FindingList): InterchangeFile {
  const interchangeAcknowledgements: Segment[] = [];
  const interchanges: Interchange[] = [];
  const transactionSets: TransactionSet[] = [];
  for (const item of walkEnvelope(readSegments(bytes, findings), findings)) {
    if (item.kind === 'interchange') interchanges.push(item.interchange);
    else if (item.kind === 'interchange-acknowledgement') interchangeAcknowledgements.push(item.segment);
    else transactionSets.push(item.transactionSet);
  }
  return { interchanges, interchangeAcknowledgements, transactionSets };
}

export type EnvelopeItem =
  | { readonly kind: 'interchange'; readonly interchange: Interchange }
  | { readonly kind: 'interchange-acknowledgement'; readonly segment: Segment }
  | { readonly kind: 'transaction-set'; readonly transactionSet: TransactionSet };

/** Yields interchanges as they begin, TA1 segments as they come, and transaction sets when they end. */
export function* walkEnvelope(segments: Iterable<Segment>, findings: FindingList): Generator<EnvelopeItem> {
  const envelope = new OpenEnvelope(findings);
  for (const segment of segments) yield* envelope.take(segment);
  yield* envelope.closeInterchange(undefined);
}

/** What is open at a place in the file, and how much was counted in it. */
class OpenEnvelope {
  readonly #findings: FindingList;
  #interchange: Interchange | undefined;
  #groupCount = 0;
  #group: FunctionalGroup | undefined;
  #setCount = 0;
  #setNumbers = new Set<string>();
  #set: Segment[] | undefined;

  constructor(findings: FindingList) {
    this.#findings = findings;
  }

  *take(segment: Segment): Generator<EnvelopeItem> {
    switch (segment.id) {
      case 'ISA':
        yield* this.closeInterchange(undefined);
        this.#interchange = {
          header: segment,
          senderId: segment.element(6),
          receiverId: segment.element(8),
          controlNumber: segment.element(13),
        };
        this.#groupCount = 0;
        if (segment.element(12) !== '00501') {
          this.#fault(segment, 'ISA12-VERSION', 'ISA12 is not 00501.', 12, 'warning');
        }
        yield { kind: 'interchange', interchange: this.#interchange };
        return;
      case 'TA1':
        yield { kind: 'interchange-acknowledgement', segment };
        return;
      case 'GS':
        yield* this.#closeGroup(undefined);
        this.#groupCount += 1;
        this.#openGroup(segment);
        return;
      case 'ST':
        yield* this.#closeSet(undefined);
        this.#openSet(segment);
        return;
      case 'SE':
        yield* this.#closeSet(segment);
        return;
      case 'GE':
        yield* this.#closeGroup(segment);
        return;
      case 'IEA':
        yield* this.closeInterchange(segment);
        return;
      default:
        if (this.#set) this.#set.push(segment);
        else
          this.#fault(
            segment,
            'SEGMENT-OUTSIDE',
            'This segment stands outside a transaction set.',
            0,
            'warning',
          );
    }
  }

  #openGroup(segment: Segment): void {
    this.#setCount = 0;
    this.#setNumbers = new Set();
    this.#group = {
      header: segment,
      functionalIdentifier: segment.element(1),
      controlNumber: segment.element(6),
      version: segment.element(8),
    };
  }

  #openSet(segment: Segment): void {
    this.#setCount += 1;
    this.#set = [segment];
    const number = segment.element(2);
    if (this.#setNumbers.has(number)) {
      this.#fault(segment, 'ST02-REPEATED', 'Another set of this group has the same control number.', 2);
    }
    this.#setNumbers.add(number);
    const version = this.#group?.version ?? '';
    if (segment.element(3) !== '' && version !== '' && segment.element(3) !== version) {
      this.#fault(segment, 'ST03-VERSION', `ST03 differs from GS08 (${version}).`, 3);
    }
  }

  *#closeSet(trailer: Segment | undefined): Generator<EnvelopeItem> {
    const segments = this.#set;
    if (!segments) {
      if (trailer) this.#fault(trailer, 'SE-UNEXPECTED', 'This trailer closes no transaction set.');
      return;
    }
    const [header] = segments;
    if (!header) return;
    if (trailer) {
      segments.push(trailer);
      const count = trailer.ordinal;
      this.#compareCount(trailer, 'SE01-COUNT', count);
      this.#compareNumber(trailer, 'SE02-CONTROL', header.element(2));
    } else {
      this.#fault(header, 'SE-MISSING', 'This transaction set has no SE.');
    }
    this.#set = undefined;
    const interchange = this.#interchange ?? NO_INTERCHANGE;
    const group = this.#group ?? NO_GROUP;
    yield {
      kind: 'transaction-set',
      transactionSet: {
        interchange,
        group,
        identifier: header.element(1),
        controlNumber: header.element(2),
        version: header.element(3) || group.version,
        segments,
      },
    };
  }

  *#closeGroup(trailer: Segment | undefined): Generator<EnvelopeItem> {
    yield* this.#closeSet(undefined);
    if (trailer && !this.#group) {
      this.#fault(trailer, 'GE-UNEXPECTED', 'This trailer closes no group.');
    } else if (trailer) {
      this.#compareCount(trailer, 'GE01-COUNT', this.#setCount);
      this.#compareNumber(trailer, 'GE02-CONTROL', this.#group?.controlNumber ?? '');
    } else if (this.#group?.header) {
      this.#fault(this.#group.header, 'GE-MISSING', 'This group has no GE.');
    }
    this.#group = undefined;
  }

  /** Closes what is open: at an IEA, at the next ISA, and at the end of the file. */
  *closeInterchange(trailer: Segment | undefined): Generator<EnvelopeItem> {
    yield* this.#closeGroup(undefined);
    if (trailer && !this.#interchange) {
      this.#fault(trailer, 'IEA-UNEXPECTED', 'This trailer closes no interchange.');
    } else if (trailer) {
      this.#compareCount(trailer, 'IEA01-COUNT', this.#groupCount);
      this.#compareNumber(trailer, 'IEA02-CONTROL', this.#interchange?.controlNumber ?? '');
    } else if (this.#interchange?.header) {
      this.#fault(this.#interchange.header, 'IEA-MISSING', 'This interchange has no IEA.');
    }
    this.#interchange = undefined;
  }

  #compareCount(trailer: Segment, code: string, counted: number): void {
    if (readCount(trailer.element(1)) === counted) return;
    this.#findings.add(locationOf(trailer, '', 1), {
      code,
      message: `${trailer.id}01 does not match what was counted.`,
      value: trailer.element(1),
      expected: String(counted),
    });
  }

  #compareNumber(trailer: Segment, code: string, opened: string): void {
    if (isSameControlNumber(trailer.element(2), opened)) return;
    this.#findings.add(locationOf(trailer, '', 2), {
      code,
      message: `${trailer.id}02 does not repeat the control number of its header.`,
      value: trailer.element(2),
      expected: opened,
    });
  }

  #fault(segment: Segment, code: string, message: string, element = 0, severity?: 'warning'): void {
    const location = locationOf(segment, '', element === 0 ? undefined : element);
    this.#findings.add(location, { code, message, ...(severity ? { severity } : {}) });
  }
}
