/** What one clearinghouse asks beyond the guide (SNIP 7): its own ids, limits and characters. */
import type { Fault, Segment } from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';

export interface PartnerLimits {
  /** As people call it. */
  readonly name: string;
  /** ISA05, ISA07, GS03: one of these. */
  readonly senderQualifiers?: readonly string[];
  readonly receiverQualifiers?: readonly string[];
  readonly applicationReceivers?: readonly string[];
  /** ISA08. */
  readonly receiverId?: string;
  /** NM103 and NM109 of 1000B. */
  readonly receiverName?: string;
  readonly receiverCode?: string;
  /** CLM01: what comes back whole in its reports. */
  readonly patientControlNumberPattern?: RegExp;
  readonly patientControlNumberWords?: string;
  /** How many ISA, GS and ST a file may hold. */
  readonly interchangesPerFile?: number;
  readonly groupsPerFile?: number;
  readonly setsPerFile?: number;
  /** Only capitals, digits, blanks and the signs of the basic set. */
  readonly isBasicOnly?: boolean;
}

/** Takes a fault of a segment or of one of its elements. */
export type TellOfSegment = (segment: Segment, fault: Fault, loop: string, element?: number) => void;

export class PartnerCheck {
  readonly #limits: PartnerLimits;
  readonly #tell: TellOfSegment;
  readonly #counts: Record<string, number> = {};
  #hasOddCharacter = false;

  constructor(limits: PartnerLimits, tell: TellOfSegment) {
    this.#limits = limits;
    this.#tell = tell;
  }

  /** An ISA or GS. */
  header(segment: Segment): void {
    const { senderQualifiers, receiverQualifiers, receiverId, applicationReceivers } = this.#limits;
    const { interchangesPerFile, groupsPerFile } = this.#limits;
    if (segment.id === 'ISA') {
      this.#count(segment, interchangesPerFile);
      this.#oneOf(segment, 5, senderQualifiers);
      this.#oneOf(segment, 7, receiverQualifiers);
      this.#oneOf(segment, 8, receiverId === undefined ? undefined : [receiverId]);
    } else {
      this.#count(segment, groupsPerFile);
      this.#oneOf(segment, 3, applicationReceivers);
    }
  }

  placed(segment: Segment, frame: Frame): void {
    const { receiverName, receiverCode, patientControlNumberPattern, setsPerFile, isBasicOnly } =
      this.#limits;
    if (segment.id === 'ST') this.#count(segment, setsPerFile);
    else if (segment.id === 'NM1' && frame.loop.rule.id === '1000B') {
      this.#oneOf(segment, 3, receiverName === undefined ? undefined : [receiverName], frame);
      this.#oneOf(segment, 9, receiverCode === undefined ? undefined : [receiverCode], frame);
    } else if (segment.id === 'CLM' && patientControlNumberPattern) this.#claimNumber(segment, frame);
    if (isBasicOnly && !this.#hasOddCharacter) this.#characters(segment, frame);
  }

  #claimNumber(segment: Segment, frame: Frame): void {
    const { name, patientControlNumberPattern, patientControlNumberWords = '' } = this.#limits;
    const value = segment.element(1);
    if (value === '' || patientControlNumberPattern?.test(value)) return;
    const message = `${name} returns account numbers (CLM01) whole only as ${patientControlNumberWords}.`;
    const fault = { code: 'PARTNER-CLM01', snip: 7, message, value } as const;
    this.#tell(segment, { ...fault, expected: patientControlNumberWords }, frame.path, 1);
  }

  #oneOf(segment: Segment, element: number, allowed: readonly string[] | undefined, frame?: Frame): void {
    const value = segment.element(element);
    if (!allowed || value === '' || allowed.includes(value)) return;
    const place = `${segment.id}${String(element).padStart(2, '0')}`;
    const message = `${place} is not what ${this.#limits.name} wants.`;
    const fault = {
      code: `PARTNER-${place}`,
      snip: 7,
      message,
      value,
      expected: allowed.join(' or '),
    } as const;
    this.#tell(segment, fault, frame?.path ?? '', element);
  }

  #count(segment: Segment, most: number | undefined): void {
    const { id } = segment;
    const count = (this.#counts[id] ?? 0) + 1;
    this.#counts[id] = count;
    if (most === undefined || count !== most + 1) return;
    const message = `${this.#limits.name} takes ${most} ${id} in a file.`;
    this.#tell(segment, { code: `PARTNER-${id}-COUNT`, snip: 7, message }, '');
  }

  /** Told once a file: one name in small letters is as a rule one of many. */
  #characters(segment: Segment, frame: Frame): void {
    for (let element = 1; element <= segment.elementCount; element += 1) {
      if (!ODD.test(segment.element(element))) continue;
      this.#hasOddCharacter = true;
      const message = `${this.#limits.name} is sure to read the basic characters only: capitals, digits and plain signs.`;
      const fix = 'Write capitals, and letters without accents.';
      this.#tell(
        segment,
        { code: 'PARTNER-CHARACTERS', severity: 'warning', snip: 7, message, fix },
        frame.path,
        element,
      );
      return;
    }
  }
}

/** Outside the basic set, separators left aside. */
const ODD = /[^A-Z0-9 !"&'()*+,\-./:;?=^~|<>]/;
