/** Bytes to segments, chunk by chunk: finds each interchange, splits it by its own separators, keeps every place true, and never throws on content. */
import { ByteWindow } from './byte-window.ts';
import { type Fault, type FindingList, locationIn } from './findings.ts';
import { LineCounter } from './line-counter.ts';
import { READER_FAULTS, textSkipped } from './reader-faults.ts';
import { Segment, type SegmentContext, type SegmentPlace } from './segment.ts';
import { meantId, plainIdAt } from './segment-id.ts';
import { guessStart, readStart, START_WINDOW, type Start } from './separators.ts';

/** A segment without a terminator within so many bytes is given up. No guide allows one of more than some 10 kB. */
export const MAX_SEGMENT_BYTES = 1024 * 1024;

/** Characters that tell whether a segment begins: three of an id and the element separator. */
const LONGEST_HEAD = 4;
const BYTE_ORDER_MARK = '\xef\xbb\xbf';
const OUTSIDE = { interchangeControlNumber: '', groupControlNumber: '', transactionSetControlNumber: '' };

/**
 * Push a file's bytes in order, in chunks of any size, then call `end` once. Each call gives the segments that became
 * complete; together they are the same however the bytes were cut. Holds one block, or the segment under way.
 */
export class SegmentReader {
  readonly #findings: FindingList;
  readonly #window: ByteWindow;
  readonly #lines = new LineCounter();
  #segments: Segment[] = [];
  /** The block under way, one character a byte, and where in it the reader stands. */
  #text = '';
  #at = 0;
  #isAscii = true;
  #isLast = false;
  /** The character before the block. */
  #before = '';
  #hasBegun = false;
  /** Of the interchange under way; undefined between interchanges. */
  #context: SegmentContext | undefined;
  #elementSeparator = 0;
  /** Position in the transaction set of the segment before; 0 outside a set. */
  #ordinal = 0;
  /** Where text outside all interchanges began that is being skipped. */
  #skippedFrom: SegmentPlace | undefined;
  /** Set from a segment that was given up to the next one that can be read. */
  #lost: 'in-segment' | 'behind-terminator' | undefined;

  constructor(findings: FindingList, blockBytes?: number) {
    this.#findings = findings;
    this.#window = new ByteWindow(blockBytes);
  }

  push(chunk: Uint8Array): readonly Segment[] {
    this.#segments = [];
    for (let taken = 0; taken < chunk.length; ) {
      taken += this.#window.fill(chunk, taken);
      if (this.#window.isFull) this.#readBlock();
    }
    return this.#segments;
  }

  end(): readonly Segment[] {
    this.#segments = [];
    this.#isLast = true;
    this.#readBlock();
    return this.#segments;
  }

  #readBlock(): void {
    const text = this.#window.text();
    this.#text = text;
    this.#isAscii = this.#window.isAscii();
    this.#lines.begin(text, this.#window.offset);
    this.#at = this.#window.offset === 0 && text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    do this.#at = afterBlanks(text, this.#at);
    while (this.#at < text.length && this.#step());
    if (this.#isLast) this.#reportSkipped(text.length, false);
    this.#lines.advance(this.#at);
    if (this.#at > 0) this.#before = text.charAt(this.#at - 1);
    this.#window.drop(this.#at);
  }

  /** Reads on from a place that is no blank; false when that needs more bytes than the block has. */
  #step(): boolean {
    if (!this.#context) return this.#seekInterchange();
    if (this.#lost) return this.#seekSegment(this.#context);
    if (this.#text.charCodeAt(this.#at) === 0x49) {
      const start = this.#startAt(this.#at);
      if (start === 'more') return false;
      if (start) {
        this.#begin(start);
        return true;
      }
    }
    return this.#readSegment(this.#context);
  }

  /** An ISA that begins at a place of the block; `more` when that can't be told yet. */
  #startAt(at: number): Start | 'more' | undefined {
    if (this.#text.charCodeAt(at) !== 0x49) return undefined;
    if (!this.#isLast && this.#text.length - at < START_WINDOW) {
      return 'ISA'.startsWith(this.#text.slice(at, at + 3)) ? 'more' : undefined;
    }
    return readStart(this.#text, at);
  }

  /** Between interchanges: the next ISA; or a bare group or set, when it is right here. */
  #seekInterchange(): boolean {
    const text = this.#text;
    if (!this.#skippedFrom) {
      if (!this.#isLast && text.length - this.#at < START_WINDOW) return false;
      const bare = guessStart(text, this.#at);
      if (bare) {
        this.#begin(bare);
        return true;
      }
      this.#skippedFrom = this.#place(this.#at);
    }
    return this.#seekStart(text.length);
  }

  /** Goes on to the next ISA that follows no letter or digit and begins it; else to `end`, or to where more must be seen. */
  #seekStart(end: number): boolean {
    for (
      let at = this.#text.indexOf('I', this.#at);
      at >= 0 && at < end;
      at = this.#text.indexOf('I', at + 1)
    ) {
      if (/[A-Za-z0-9]/.test(at > 0 ? this.#text.charAt(at - 1) : this.#before)) continue;
      const start = this.#startAt(at);
      if (!start) continue;
      this.#at = at;
      if (start === 'more') return false;
      this.#begin(start);
      return true;
    }
    this.#at = end;
    return false;
  }

  /** After a segment that was given up: a terminator with something like a segment behind it, or an ISA. */
  #seekSegment({ separators }: SegmentContext): boolean {
    const text = this.#text;
    if (this.#lost === 'behind-terminator') {
      if (!this.#isLast && text.length - this.#at < LONGEST_HEAD) return false;
      if (plainIdAt(text, this.#at, text.length, this.#elementSeparator) !== '') {
        this.#lost = undefined;
        return true;
      }
    }
    const terminator = text.indexOf(separators.terminator, this.#at);
    if (this.#seekStart(terminator < 0 ? text.length : terminator)) return true;
    if (this.#at !== terminator) return false;
    this.#at += 1;
    this.#lost = 'behind-terminator';
    return true;
  }

  #readSegment(context: SegmentContext): boolean {
    const from = this.#at;
    const terminator = this.#text.indexOf(context.separators.terminator, from);
    const end = terminator < 0 ? this.#text.length : terminator;
    this.#lines.advance(from);
    if (this.#lines.newline < end) {
      const cut = this.#interchangeWithin(Math.min(end, from + MAX_SEGMENT_BYTES));
      if (cut === 'more') return false;
      if (cut !== undefined) {
        this.#take(context, cut, false);
        this.#at = cut + 1;
        return true;
      }
    }
    if (end - from > MAX_SEGMENT_BYTES) {
      this.#giveUp(context);
      return true;
    }
    if (terminator < 0 && !this.#isLast) return false;
    this.#take(context, end, terminator >= 0);
    this.#at = terminator < 0 ? end : end + 1;
    return true;
  }

  /** The newline before `end` behind which an ISA begins: the segment under way was cut off there. */
  #interchangeWithin(end: number): number | 'more' | undefined {
    const text = this.#text;
    for (let at = this.#lines.newline; at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      if (at + 1 === text.length && !this.#isLast) return 'more';
      const start = this.#startAt(at + 1);
      if (start) return start === 'more' ? 'more' : at;
    }
    return undefined;
  }

  #giveUp(context: SegmentContext): void {
    const id = plainIdAt(this.#text, this.#at, this.#text.length, this.#elementSeparator);
    if (this.#ordinal > 0) this.#ordinal += 1;
    this.#findings.add(
      locationIn(context, this.#place(this.#at, this.#ordinal), id),
      READER_FAULTS['SEGMENT-LENGTH'],
    );
    this.#at += MAX_SEGMENT_BYTES;
    this.#lost = 'in-segment';
  }

  /** Takes the text up to `end` as a segment, if it is one. */
  #take(context: SegmentContext, end: number, isTerminated: boolean): void {
    const from = this.#at;
    const text = this.#isAscii ? withoutBlankEnd(this.#text, from, end) : this.#decoded(context, from, end);
    const { element } = context.separators;
    const id =
      plainIdAt(text, 0, text.length, this.#elementSeparator) || meantId(text.split(element, 1)[0] ?? '');
    if (id === 'ST') this.#ordinal = 1;
    else if (id === 'GS' || id === 'GE' || id === 'IEA' || id === 'TA1') this.#ordinal = 0;
    else if (this.#ordinal > 0) this.#ordinal += 1;
    if (id === '') {
      const code = text === '' ? 'SEGMENT-EMPTY' : 'SEGMENT-ID';
      this.#report(context, '', {
        ...READER_FAULTS[code],
        severity: isTerminated ? 'error' : 'info',
      });
      return;
    }
    if (!isTerminated) {
      const severity = id === 'IEA' ? 'warning' : 'error';
      this.#report(context, id, { ...READER_FAULTS['TERMINATOR-MISSING'], severity });
    }
    const within = id === 'GS' || id === 'ST' ? this.#open(context, id, text) : context;
    this.#segments.push(new Segment(id, text, within, this.#place(from, this.#ordinal)));
    if (id === 'SE' || id === 'GE' || id === 'IEA') this.#close(within, id);
  }

  /** Begins an interchange (or what was found without one) at the place under way. */
  #begin({ header, separators, length, oddities }: Start): void {
    this.#reportSkipped(this.#at, true);
    const place = this.#place(this.#at);
    const context = { ...OUTSIDE, separators, interchangeControlNumber: header?.[13]?.trim() ?? '' };
    for (const code of oddities) {
      this.#findings.add(locationIn(context, place, header ? 'ISA' : ''), READER_FAULTS[code]);
    }
    if (header) this.#segments.push(new Segment('ISA', header.join(separators.element), context, place));
    this.#context = context;
    this.#elementSeparator = separators.element.charCodeAt(0);
    this.#ordinal = 0;
    this.#lost = undefined;
    this.#hasBegun = true;
    this.#at += length;
  }

  #open(context: SegmentContext, id: 'GS' | 'ST', text: string): SegmentContext {
    const elements = text.split(context.separators.element);
    const number = (elements[id === 'GS' ? 6 : 2] ?? '').trim();
    this.#context =
      id === 'GS'
        ? { ...context, groupControlNumber: number, transactionSetControlNumber: '' }
        : { ...context, transactionSetControlNumber: number };
    return this.#context;
  }

  #close(context: SegmentContext, id: 'SE' | 'GE' | 'IEA'): void {
    this.#ordinal = 0;
    const outside = { ...context, transactionSetControlNumber: '' };
    if (id === 'SE') this.#context = outside;
    else this.#context = id === 'GE' ? { ...outside, groupControlNumber: '' } : undefined;
  }

  /** Decodes as ASCII, else as UTF-8, else as Latin-1. */
  #decoded(context: SegmentContext, from: number, end: number): string {
    const text = this.#text.slice(from, end);
    if (!/[\u0080-\u00ff]/.test(text)) return text.trimEnd();
    this.#findings.addOnce(locationIn(context, this.#place(from)), READER_FAULTS['CHARACTER-SET']);
    return (this.#window.utf8(from, end) ?? text).trimEnd();
  }

  #reportSkipped(end: number, isBeforeInterchange: boolean): void {
    const from = this.#skippedFrom;
    if (!from) return;
    this.#skippedFrom = undefined;
    const bytes = this.#window.offset + end - from.byte;
    if (bytes === 0) return;
    this.#findings.add(
      locationIn(undefined, from),
      textSkipped(bytes, isBeforeInterchange, !this.#hasBegun && !isBeforeInterchange),
    );
  }

  #report(context: SegmentContext, segmentId: string, fault: Fault): void {
    this.#findings.add(locationIn(context, this.#place(this.#at, this.#ordinal), segmentId), fault);
  }

  #place(at: number, ordinal = 0): SegmentPlace {
    this.#lines.advance(at);
    return {
      byte: this.#window.offset + at,
      line: this.#lines.line,
      column: this.#lines.columnOf(at),
      ordinal,
    };
  }
}

/** Blanks, line ends, NULs and Ctrl-Z between segments. */
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x00 || code === 0x1a;
}

/** `text.slice(from, end).trimEnd()`, without the second step where there is nothing to trim. */
function withoutBlankEnd(text: string, from: number, end: number): string {
  const part = text.slice(from, end);
  return end > from && text.charCodeAt(end - 1) <= 0x20 ? part.trimEnd() : part;
}
