/** One segment as read: its elements as text, cut out on demand, and where it stood in the file. */
import { type Cents, cents } from '@claimside/shared/values';
import { centsAt, readCents } from './amounts.ts';
import { CutSegment } from './cut-segment.ts';
import { packedAt } from './packed.ts';
import { divided, elementsOf, trimmed } from './plain-text.ts';
import type { Separators } from './separators.ts';

/** What holds for a segment and its neighbours: how they are divided and which envelope they stand in. */
export interface SegmentContext {
  readonly separators: Separators;
  /** ISA13; empty without an ISA. */
  readonly interchangeControlNumber: string;
  /** GS06; empty outside a group. */
  readonly groupControlNumber: string;
  /** ST02; empty outside a set. */
  readonly transactionSetControlNumber: string;
}

export interface SegmentPlace {
  /** Offset of the first byte in the file. */
  readonly byte: number;
  /** 1-based; newlines counted. */
  readonly line: number;
  /** 1-based, in bytes from the start of the line. */
  readonly column: number;
  /** 1-based position within the transaction set (ST = 1); 0 outside a set. */
  readonly ordinal: number;
}

/**
 * A text with many segments, and where they are cut. Element `n` of a segment whose marks begin at `first` is the text
 * between mark `first + n` and mark `first + n + 1`.
 */
export interface SegmentText {
  readonly text: string;
  /** The place before a segment, then its element separators, then the place behind its last element. */
  readonly marks: Int32Array;
  /** Those of the text, a character each, as long as its block is under way; none of another text. */
  readonly bytes: Uint8Array;
}

const SPACE = 0x20;

export class Segment implements SegmentPlace {
  /** Upper case, whatever was sent. */
  readonly id: string;
  /** The same `packed`; 0 when the segment is not plain, or one of an envelope. */
  readonly key: number;
  readonly context: SegmentContext;
  readonly byte: number;
  readonly line: number;
  readonly column: number;
  readonly ordinal: number;
  /** Where it is cut out of, and its first mark there, for who looks at its bytes. */
  readonly source: SegmentText;
  readonly first: number;
  /** Elements, the segment id counted. */
  readonly #count: number;
  #elements: readonly string[] | undefined;
  /** Filled by `cut`. */
  #cut: CutSegment | undefined;

  constructor(
    id: string,
    context: SegmentContext,
    place: SegmentPlace,
    source: SegmentText,
    first: number,
    count: number,
    key = 0,
  ) {
    this.id = id;
    this.key = key;
    this.context = context;
    this.byte = place.byte;
    this.line = place.line;
    this.column = place.column;
    this.ordinal = place.ordinal;
    this.source = source;
    this.first = first;
    this.#count = count;
  }

  /** True when it surely holds no control character, none outside ASCII and no repetition separator, as almost all. */
  get isPlain(): boolean {
    return this.key !== 0;
  }

  get separators(): Separators {
    return this.context.separators;
  }

  /** How many elements were sent, empty ones at the end counted, the segment id not. */
  get elementCount(): number {
    return this.#count - 1;
  }

  /** As sent, blanks included; place 0 is the segment id, so that element 1 is `elements[1]`. */
  get elements(): readonly string[] {
    if (!this.#elements) {
      const elements: string[] = [];
      for (let n = 0; n < this.#count; n += 1) elements.push(this.#raw(n));
      this.#elements = elements;
    }
    return this.#elements;
  }

  /** Cuts out every element once, for who looks at each of them several times. */
  cut(): void {
    if (this.#cut !== undefined) return;
    const { text, marks } = this.source;
    const texts = elementsOf(text, marks, this.first, this.#count);
    texts[0] = this.id;
    this.#cut = new CutSegment(texts, this.separators.component);
  }

  /** Element `n` (1-based) without blanks at either end; empty when it is not there. */
  element(n: number): string {
    return this.#cut === undefined ? trimmed(this.#raw(n)) : (this.#cut.texts[n] ?? '');
  }

  /** The components of element `n`; an empty element has one empty component. */
  components(n: number): readonly string[] {
    return this.#cut?.components(n) ?? divided(this.element(n), this.separators.component);
  }

  /** Component `c` (1-based) of element `n`; empty when it is not there. */
  component(n: number, c: number): string {
    // Without blanks at its ends, as what was cut: a file may name a blank as its separator.
    const text = this.element(n);
    const { component } = this.separators;
    let start = 0;
    for (let passed = 1; passed < c; passed += 1) {
      const separator = text.indexOf(component, start);
      if (separator < 0) return '';
      start = separator + 1;
    }
    const end = text.indexOf(component, start);
    return trimmed(text.slice(start, end < 0 ? text.length : end));
  }

  /** True when element `n` has several components. */
  isDivided(n: number): boolean {
    const { component } = this.separators;
    const { bytes } = this.source;
    const separator = component.charCodeAt(0);
    // A blank divides only what has something on both sides: an element has none at its ends.
    if (bytes.length === 0 || n >= this.#count || separator <= SPACE)
      return this.element(n).includes(component);
    for (let at = this.startOf(n); at < this.endOf(n); at += 1) if (bytes[at] === separator) return true;
    return false;
  }

  /** The money that element `n` is; undefined when it is none. */
  cents(n: number): Cents | undefined {
    const { bytes } = this.source;
    const quick =
      bytes.length === 0 || n >= this.#count ? Number.NaN : centsAt(bytes, this.startOf(n), this.endOf(n));
    return Number.isNaN(quick) ? readCents(this.element(n)) : cents(quick);
  }

  /** Element `n` as a number; 0 of none, of more than four bytes, and of one whose bytes are not there. */
  packed(n: number): number {
    const { bytes } = this.source;
    return bytes.length === 0 || n >= this.#count ? 0 : packedAt(bytes, this.startOf(n), this.endOf(n));
  }

  /** Where element `n` begins and ends in the text that it is cut out of. */
  startOf(n: number): number {
    return (this.source.marks[this.first + n] ?? 0) + 1;
  }

  endOf(n: number): number {
    return this.source.marks[this.first + n + 1] ?? 0;
  }

  /** The repetitions of element `n`, each a text that may hold components. */
  repetitions(n: number): string[] {
    const { repetition } = this.separators;
    return repetition === undefined ? [this.#raw(n)] : this.#raw(n).split(repetition);
  }

  /** The same segment, read with another component separator. */
  withComponentSeparator(component: string): Segment {
    const context = { ...this.context, separators: { ...this.separators, component } };
    return new Segment(this.id, context, this, this.source, this.first, this.#count, this.key);
  }

  #raw(n: number): string {
    if (n >= this.#count) return '';
    const { text, marks } = this.source;
    const at = this.first + n;
    return text.slice((marks[at] ?? 0) + 1, marks[at + 1]);
  }
}
