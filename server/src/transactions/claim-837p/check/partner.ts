/** What one clearinghouse asks beyond the guide (SNIP 7): its own ids, limits and characters. */
import type { Fault, Segment } from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';

export interface PartnerLimits {
  /** As people call it. */
  readonly name: string;
  /** Elements that must have one of several values: ISA08, GS03, NM109 of loop 1000B. */
  readonly constants: readonly PartnerConstant[];
  /** Which account numbers (CLM01) come back whole in its reports, and the same in words. */
  readonly patientControlNumber?: { readonly pattern: RegExp; readonly words: string };
  /** What the id of a payer must match to be routed; without the flag g. */
  readonly payerIdPattern?: RegExp;
  /** How many of each segment a file may hold. */
  readonly most?: Readonly<Partial<Record<'ISA' | 'GS' | 'ST', number>>>;
  /** Only capitals, digits, blanks and the signs of the basic set are sure to be read. */
  readonly isBasicOnly?: boolean;
}

export interface PartnerConstant {
  readonly segmentId: 'ISA' | 'GS' | 'NM1';
  /** Of the NM1, such as 1000B. */
  readonly loop?: string;
  readonly element: number;
  readonly anyOf: readonly string[];
}

/** Takes a fault of a segment or of one of its elements. */
type Tell = (segment: Segment, fault: Fault, loop: string, element?: number) => void;

export class PartnerCheck {
  readonly #limits: PartnerLimits;
  readonly #tell: Tell;
  readonly #counts = { ISA: 0, GS: 0, ST: 0 };
  #hasOddCharacter = false;

  constructor(limits: PartnerLimits, tell: Tell) {
    this.#limits = limits;
    this.#tell = tell;
  }

  /** An ISA or GS. */
  header(segment: Segment): void {
    this.#count(segment);
    this.#constants(segment, undefined);
  }

  placed(segment: Segment, frame: Frame): void {
    const { id } = segment;
    if (id === 'ST') this.#count(segment);
    else if (id === 'NM1' && frame.parent?.parent === undefined) this.#constants(segment, frame);
    else if (id === 'CLM') this.#claimNumber(segment, frame);
    if (this.#limits.isBasicOnly && !this.#hasOddCharacter) this.#characters(segment, frame);
  }

  #claimNumber(segment: Segment, frame: Frame): void {
    const { name, patientControlNumber: limit } = this.#limits;
    const value = segment.element(1);
    if (!limit || value === '' || limit.pattern.test(value)) return;
    const message = `${name} returns account numbers (CLM01) whole only with ${limit.words}.`;
    const fix = 'Give the claim such a number.';
    const fault = { code: 'PARTNER-CLM01', snip: 7, message, value, expected: limit.words, fix } as const;
    this.#tell(segment, fault, frame.path, 1);
  }

  #constants(segment: Segment, frame: Frame | undefined): void {
    for (const { segmentId, loop, element, anyOf } of this.#limits.constants) {
      if (segmentId !== segment.id || loop !== frame?.loop.rule.id) continue;
      const value = segment.element(element);
      if (value === '' || anyOf.includes(value)) continue;
      const place = `${segmentId}${String(element).padStart(2, '0')}`;
      const message = `${place} is not what ${this.#limits.name} wants: ${anyOf.join(' or ')}.`;
      const fault = {
        code: `PARTNER-${place}`,
        snip: 7,
        message,
        value,
        expected: anyOf.join(' or '),
        fix: 'Take it from the profile of the clearinghouse.',
      } as const;
      this.#tell(segment, fault, frame?.path ?? '', element);
    }
  }

  #count(segment: Segment): void {
    const { id } = segment;
    if (id !== 'ISA' && id !== 'GS' && id !== 'ST') return;
    this.#counts[id] += 1;
    const most = this.#limits.most?.[id];
    if (most === undefined || this.#counts[id] !== most + 1) return;
    const message = `${this.#limits.name} takes ${most} ${id} in a file.`;
    this.#tell(segment, { code: `PARTNER-${id}-COUNT`, snip: 7, message, fix: 'Divide the file.' }, '');
  }

  /** Told once a file: one name in small letters is as a rule one of many. */
  #characters(segment: Segment, frame: Frame): void {
    for (let element = 1; element <= segment.elementCount; element += 1) {
      if (!ODD.test(segment.element(element))) continue;
      this.#hasOddCharacter = true;
      const message = `${this.#limits.name} is sure to read capitals, digits and plain signs only; other characters begin here.`;
      const fix = 'Write capitals, and letters without accents.';
      const fault = { code: 'PARTNER-CHARACTERS', severity: 'warning', snip: 7, message, fix } as const;
      this.#tell(segment, fault, frame.path, element);
      return;
    }
  }
}

/** Outside the basic set, separators left aside. */
const ODD = /[^A-Z0-9 !"&'()*+,\-./:;?=^~|<>]/;
