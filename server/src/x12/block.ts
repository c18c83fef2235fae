/** The block of a file under way: where its segments end and their elements are divided. The innermost loops of all reading. */
import type { ByteWindow } from './byte-window.ts';
import { LineCounter } from './line-counter.ts';
import { packedAt } from './packed.ts';
import { Segment, type SegmentContext, type SegmentPlace, type SegmentText } from './segment.ts';
import { idWithinSets } from './segment-id.ts';
import type { Separators } from './separators.ts';

/** A segment without a terminator within so many bytes is given up. No guide allows one of more than some 10 kB. */
export const MAX_SEGMENT_BYTES = 1024 * 1024;

/** Before the file, and within one that was put together from several. */
const BYTE_ORDER_MARK = '\xef\xbb\xbf';
const MARK_START = 0xef;

const ORDINARY = 0;
const ELEMENT_SEPARATOR = 1;
const TERMINATOR = 2;
/** What else a segment may hold that asks for a closer look. */
export const NEWLINE = 4;
export const NON_ASCII = 8;
export const CONTROL = 16;
const REPETITION = 32;

const NONE: Uint8Array = new Uint8Array(0);

export class Block {
  /** One character a byte. */
  text = '';
  /** Offset of the first byte in the file. */
  offset = 0;
  /** What segments are cut out of; see `SegmentText`. The marks grow as segments are kept. */
  source: { readonly text: string; marks: Int32Array; bytes: Uint8Array } = {
    text: '',
    marks: new Int32Array(0),
    bytes: NONE,
  };
  /** How many marks are in use. */
  kept = 0;
  /** Of the scanned segment, behind those in use: how many marks there are then. */
  marked = 0;
  /** Place of the scanned segment's terminator, or the limit of scanning when it has none before. */
  end = 0;
  /** `NEWLINE`, `CONTROL` and `NON_ASCII`, added where the scanned segment holds them. */
  seen = 0;
  elementSeparator = 0;
  readonly #lines = new LineCounter();
  /** What each byte means. */
  readonly #kinds = new Uint8Array(256);
  #marks = new Int32Array(0);
  #bytes = NONE;
  /** False when segments are handed on without their bytes. */
  readonly #givesBytes: boolean;

  constructor(givesBytes = true) {
    this.#givesBytes = givesBytes;
  }

  /** From here on segments are divided by these. */
  divideBy({ element, repetition, terminator }: Separators): void {
    this.elementSeparator = element.charCodeAt(0);
    this.#kinds.fill(CONTROL, 0, 0x20).fill(ORDINARY, 0x20, 0x7f).fill(CONTROL, 0x7f).fill(NON_ASCII, 0x80);
    this.#kinds[0x0a] = NEWLINE;
    if (repetition !== undefined) this.#mark(repetition, REPETITION);
    this.#mark(element, ELEMENT_SEPARATOR);
    this.#mark(terminator, TERMINATOR);
  }

  #mark(separator: string, kind: number): void {
    const code = separator.charCodeAt(0);
    this.#kinds[code] = code < 0x80 ? kind : kind | NON_ASCII;
  }

  begin({ bytes, length, offset }: ByteWindow): void {
    // A byte is at most a separator, or a terminator with one start and one end; the last segment has no terminator.
    if (this.#marks.length < 2 * length + 2) this.#marks = new Int32Array(2 * length + 2);
    this.#bytes = bytes.subarray(0, length);
    this.text = bytes.toString('latin1', 0, length);
    this.offset = offset;
    this.source = { text: this.text, marks: this.#marks, bytes: this.#givesBytes ? this.#bytes : NONE };
    this.kept = 0;
    this.#lines.begin(this.text, offset);
  }

  /** Ends the block where reading stopped; its segments keep no more than they need. */
  finish(at: number): void {
    this.source.marks = this.#marks.slice(0, this.kept);
    // They are overwritten by those of the next block.
    this.source.bytes = NONE;
    this.#lines.advance(at);
  }

  /**
   * The next place from `from` on that is no blank, line end, NUL, Ctrl-Z or byte order mark: these may stand between
   * segments.
   */
  afterBlanks(from: number): number {
    let at = from;
    for (;;) {
      const byte = this.#bytes[at];
      if (byte === undefined) return at;
      if (isBlank(byte)) at += 1;
      else if (byte === MARK_START && this.text.startsWith(BYTE_ORDER_MARK, at)) at += BYTE_ORDER_MARK.length;
      else return at;
    }
  }

  /** Places come in order: none may lie before an earlier one. */
  place(at: number, ordinal = 0): SegmentPlace {
    const lines = this.#lines;
    lines.advance(at);
    return { byte: this.offset + at, line: lines.line, column: lines.columnOf(at), ordinal };
  }

  /**
   * Hands on the many segments that hold nothing unusual and belong to no envelope; gives how many, and the place of the
   * first other one. Whatever is read here `scan` and its caller would read to the same effect: one loop is 40 % faster.
   */
  readPlain(
    from: number,
    context: SegmentContext,
    ordinal: number,
    handOn: (segment: Segment) => void,
  ): { readonly next: number; readonly count: number } {
    const { source } = this;
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    const marks = this.#marks;
    const step = ordinal > 0 ? 1 : 0;
    let at = from;
    for (let count = 0; ; count += 1) {
      const first = this.kept;
      let marked = first;
      let end = at;
      let kind = ORDINARY;
      marks[marked++] = at - 1;
      for (; end < bytes.length; end += 1) {
        kind = kinds[bytes[end] ?? 0] ?? 0;
        if (kind === ORDINARY) continue;
        if (kind !== ELEMENT_SEPARATOR) break;
        marks[marked++] = end;
      }
      const isPlain = kind === TERMINATOR && end - at <= MAX_SEGMENT_BYTES && !isTrimmed(bytes[end - 1] ?? 0);
      if (!isPlain) return { next: at, count };
      marks[marked] = end;
      const key = packedAt(bytes, at, marks[first + 1] ?? end);
      const id = idWithinSets(key);
      if (id === '') return { next: at, count };
      this.kept = marked + 1;
      const place = this.place(at, ordinal + step * (count + 1));
      handOn(new Segment(id, context, place, source, first, marked - first, key));
      at = end + 1;
      if (!isVisible(bytes[at] ?? 0)) at = this.afterBlanks(at);
    }
  }

  /** Scans the segment that begins at `from` and ends at `limit` at the latest. */
  scan(from: number, limit: number): void {
    const bytes = this.#bytes;
    const kinds = this.#kinds;
    const marks = this.#marks;
    let marked = this.kept;
    let seen = 0;
    let at = from;
    marks[marked++] = from - 1;
    for (; at < limit; at += 1) {
      const kind = kinds[bytes[at] ?? 0] ?? 0;
      if (kind === ORDINARY) continue;
      if ((kind & TERMINATOR) !== 0) break;
      if ((kind & ELEMENT_SEPARATOR) !== 0) marks[marked++] = at;
      seen |= kind;
    }
    this.end = at;
    this.marked = marked;
    this.seen = seen;
  }

  /** Keeps the marks of the scanned segment, which begins at `from`, without the blanks at its end. */
  keep(from: number): void {
    let { end } = this;
    while (end > from && isTrimmed(this.#bytes[end - 1] ?? 0)) end -= 1;
    this.#marks[this.marked] = end;
    this.kept = this.marked + 1;
  }
}

/** One segment as a text of its own. */
export function segmentText(text: string, { element }: Separators): SegmentText {
  const marks = [-1];
  for (let at = text.indexOf(element); at >= 0; at = text.indexOf(element, at + 1)) marks.push(at);
  return { text, marks: Int32Array.from([...marks, text.length]), bytes: NONE };
}

/** Neither a blank nor the start of a byte order mark. */
function isVisible(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f;
}

function isBlank(byte: number): boolean {
  return isTrimmed(byte) || byte === 0x00 || byte === 0x1a;
}

/** Blanks and line ends, which are no content at the end of a segment. */
function isTrimmed(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
