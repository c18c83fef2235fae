/** One segment as read: its elements as text, split further on demand, and where it stood in the file. */
import type { Separators } from './separators.ts';

export interface SegmentPlace {
  /** Offset of the first byte in the file. */
  readonly byte: number;
  /** 1-based; newlines counted. */
  readonly line: number;
  /** 1-based position within the transaction set (ST = 1); 0 outside a set. */
  readonly ordinal: number;
}

export class Segment {
  /** Upper case, whatever was sent. */
  readonly id: string;
  /** As sent, blanks included; place 0 is the segment id, so that element 1 is `elements[1]`. */
  readonly elements: readonly string[];
  readonly separators: Separators;
  readonly byte: number;
  readonly line: number;
  readonly ordinal: number;

  constructor(elements: readonly string[], separators: Separators, place: SegmentPlace) {
    this.id = (elements[0] ?? '').trim().toUpperCase();
    this.elements = elements;
    this.separators = separators;
    this.byte = place.byte;
    this.line = place.line;
    this.ordinal = place.ordinal;
  }

  /** Element `n` (1-based) without blanks at either end; empty when it is not there. */
  element(n: number): string {
    return (this.elements[n] ?? '').trim();
  }

  /** The components of element `n`; an empty element has one empty component. */
  components(n: number): string[] {
    return (this.elements[n] ?? '').split(this.separators.component).map((text) => text.trim());
  }

  /** Component `c` (1-based) of element `n`; empty when it is not there. */
  component(n: number, c: number): string {
    return this.components(n)[c - 1] ?? '';
  }

  /** The repetitions of element `n`, each a text that may hold components. */
  repetitions(n: number): string[] {
    const text = this.elements[n] ?? '';
    return this.separators.repetition === undefined ? [text] : text.split(this.separators.repetition);
  }

  /** The same segment, read with another component separator. */
  withComponentSeparator(component: string): Segment {
    return new Segment(this.elements, { ...this.separators, component }, this);
  }
}
