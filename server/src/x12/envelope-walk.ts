/** Follows the segments of a file through its envelopes: tells a visitor what begins and ends, and checks every control number and count. */
import { isSameControlNumber, readCount } from './amounts.ts';
import {
  type EnvelopeVisitor,
  type FunctionalGroup,
  type Interchange,
  NO_GROUP,
  NO_INTERCHANGE,
  type TransactionSetHeader,
} from './envelope.ts';
import { checkEnvelopeElements } from './envelope-elements.ts';
import { type EnvelopeFaultCode, envelopeFault } from './envelope-faults.ts';
import type { Fault, FindingList } from './findings.ts';
import { locationOf } from './findings.ts';
import { ownText } from './own-text.ts';
import type { Segment } from './segment.ts';
import { isEnvelopeId } from './segment-id.ts';
import { UsedNumbers } from './used-numbers.ts';

/** Senders of one file whose ISA13 are remembered; with one more, all are forgotten. */
const SENDERS_KEPT = 100;

/** What each kind of group holds: ST01 by GS01. Other groups are not judged. */
const SETS_OF_GROUP: ReadonlyMap<string, readonly string[]> = new Map([
  ['FA', ['997', '999']],
  ['HB', ['271']],
  ['HC', ['837']],
  ['HN', ['277']],
  ['HP', ['835']],
  ['HR', ['276']],
  ['HS', ['270']],
]);

export class EnvelopeWalk {
  readonly #findings: FindingList;
  readonly #visitor: EnvelopeVisitor;
  readonly #interchangeNumbers = new Map<string, UsedNumbers>();
  #interchange: Interchange | undefined;
  #groupCount = 0;
  #groupNumbers = new UsedNumbers();
  #group: FunctionalGroup | undefined;
  #setCount = 0;
  #setNumbers = new UsedNumbers();
  #set: TransactionSetHeader | undefined;
  /** True while segments stand outside a set: they are one fault. */
  #isOutside = false;

  constructor(findings: FindingList, visitor: EnvelopeVisitor) {
    this.#findings = findings;
    this.#visitor = visitor;
  }

  take(segment: Segment): void {
    if (segment.key === 0 && isEnvelopeId(segment.id)) this.#takeEnvelope(segment);
    else if (this.#set) this.#visitor.segment?.(segment);
    else this.#outside(segment);
  }

  /** At the end of the file: closes what is open. */
  end(): void {
    this.#closeInterchange(undefined);
  }

  #takeEnvelope(segment: Segment): void {
    switch (segment.id) {
      case 'ISA':
        this.#closeInterchange(undefined);
        this.#openInterchange(segment);
        break;
      case 'TA1':
        this.#visitor.interchangeAcknowledgement?.(segment);
        break;
      case 'GS':
        this.#closeGroup(undefined);
        this.#openGroup(segment);
        break;
      case 'ST':
        this.#closeSet(undefined);
        this.#openSet(segment);
        break;
      case 'SE':
        this.#closeSet(segment);
        break;
      case 'GE':
        this.#closeGroup(segment);
        break;
      case 'IEA':
        this.#closeInterchange(segment);
        break;
    }
    this.#isOutside = false;
  }

  #outside(segment: Segment): void {
    if (!this.#isOutside) this.#fault(segment, 'SEGMENT-OUTSIDE');
    this.#isOutside = true;
  }

  #openInterchange(segment: Segment): void {
    checkEnvelopeElements(segment, this.#findings);
    if (segment.element(12) !== '00501') this.#fault(segment, 'ISA12-VERSION', 12);
    const interchange = {
      header: segment,
      senderId: segment.element(6),
      receiverId: segment.element(8),
      controlNumber: segment.element(13),
    };
    if (
      this.#numbersOf(`${segment.element(5)} ${interchange.senderId}`).isRepeated(interchange.controlNumber)
    ) {
      this.#fault(segment, 'ISA13-REPEATED', 13, { value: interchange.controlNumber });
    }
    this.#interchange = interchange;
    this.#groupCount = 0;
    this.#groupNumbers = new UsedNumbers();
    this.#visitor.interchange?.(interchange);
  }

  #numbersOf(sender: string): UsedNumbers {
    const known = this.#interchangeNumbers.get(sender);
    if (known) return known;
    if (this.#interchangeNumbers.size === SENDERS_KEPT) this.#interchangeNumbers.clear();
    const numbers = new UsedNumbers();
    this.#interchangeNumbers.set(ownText(sender), numbers);
    return numbers;
  }

  #openGroup(segment: Segment): void {
    checkEnvelopeElements(segment, this.#findings);
    const group = {
      header: segment,
      functionalIdentifier: segment.element(1),
      controlNumber: segment.element(6),
      version: segment.element(8),
    };
    if (this.#groupNumbers.isRepeated(group.controlNumber)) {
      this.#fault(segment, 'GS06-REPEATED', 6, { value: group.controlNumber });
    }
    this.#countGroup();
    this.#group = group;
    this.#visitor.group?.(group);
  }

  #openSet(segment: Segment): void {
    checkEnvelopeElements(segment, this.#findings);
    const identifier = segment.element(1);
    const controlNumber = segment.element(2);
    const group = this.#groupOf(segment);
    this.#setCount += 1;
    if (this.#setNumbers.isRepeated(controlNumber)) {
      this.#fault(segment, 'ST02-REPEATED', 2, { value: controlNumber });
    }
    const sets = SETS_OF_GROUP.get(group.functionalIdentifier) ?? [identifier];
    if (!sets.includes(identifier)) {
      this.#fault(segment, 'ST01-GROUP', 1, { value: identifier, expected: sets.join(' or ') });
    }
    const ownVersion = segment.element(3);
    if (ownVersion !== '' && group.version !== '' && ownVersion !== group.version) {
      this.#fault(segment, 'ST03-VERSION', 3, { value: ownVersion, expected: group.version });
    }
    this.#set = {
      interchange: this.#interchange ?? NO_INTERCHANGE,
      group,
      header: segment,
      identifier,
      controlNumber,
      version: ownVersion || group.version,
    };
    this.#visitor.transactionSet?.(this.#set);
  }

  /** The open group. A set without one stands for a group whose GS got lost: one fault for all of it. */
  #groupOf(segment: Segment): FunctionalGroup {
    if (this.#group) return this.#group;
    if (this.#interchange) this.#fault(segment, 'GS-MISSING');
    this.#countGroup();
    this.#group = NO_GROUP;
    return NO_GROUP;
  }

  #countGroup(): void {
    this.#groupCount += 1;
    this.#setCount = 0;
    this.#setNumbers = new UsedNumbers();
  }

  #closeSet(trailer: Segment | undefined): void {
    const set = this.#set;
    if (!set) {
      if (!trailer) return;
      this.#fault(trailer, 'SE-UNEXPECTED');
      // What stood outside was a set whose ST got lost: the group's count is right about it.
      if (this.#isOutside) this.#setCount += 1;
      return;
    }
    if (!trailer) this.#fault(set.header, 'SE-MISSING');
    else {
      this.#compareCount(trailer, 'SE01-COUNT', trailer.ordinal);
      this.#compareNumber(trailer, 'SE02-CONTROL', set.controlNumber);
    }
    this.#set = undefined;
    this.#visitor.transactionSetEnd?.(trailer);
  }

  #closeGroup(trailer: Segment | undefined): void {
    this.#closeSet(undefined);
    const group = this.#group;
    this.#group = undefined;
    if (trailer && !group) this.#fault(trailer, 'GE-UNEXPECTED');
    else if (trailer) this.#compareCount(trailer, 'GE01-COUNT', this.#setCount);
    if (!group?.header) return;
    if (trailer) this.#compareNumber(trailer, 'GE02-CONTROL', group.controlNumber);
    else this.#fault(group.header, 'GE-MISSING');
    this.#visitor.groupEnd?.(trailer);
  }

  #closeInterchange(trailer: Segment | undefined): void {
    this.#closeGroup(undefined);
    const interchange = this.#interchange;
    if (!interchange?.header) {
      if (trailer) this.#fault(trailer, 'IEA-UNEXPECTED');
      return;
    }
    if (!trailer) this.#fault(interchange.header, 'IEA-MISSING');
    else {
      this.#compareCount(trailer, 'IEA01-COUNT', this.#groupCount);
      this.#compareNumber(trailer, 'IEA02-CONTROL', interchange.controlNumber);
    }
    this.#interchange = undefined;
    this.#visitor.interchangeEnd?.(trailer);
  }

  #compareCount(trailer: Segment, code: EnvelopeFaultCode, counted: number): void {
    const value = trailer.element(1);
    if (readCount(value) !== counted) this.#fault(trailer, code, 1, { value, expected: String(counted) });
  }

  #compareNumber(trailer: Segment, code: EnvelopeFaultCode, opened: string): void {
    const value = trailer.element(2);
    if (!isSameControlNumber(value, opened)) this.#fault(trailer, code, 2, { value, expected: opened });
  }

  #fault(
    segment: Segment,
    code: EnvelopeFaultCode,
    element?: number,
    detail?: Pick<Fault, 'value' | 'expected'>,
  ): void {
    this.#findings.add(locationOf(segment, '', element), envelopeFault(code, detail));
  }
}
