/** Bytes to segments, chunk by chunk: finds each interchange, splits it by its own separators, keeps every place true, and never throws on content. */
import { Block, MAX_SEGMENT_BYTES, NEWLINE, NON_ASCII, segmentText } from './block.ts';
import { ByteWindow } from './byte-window.ts';
import { type Fault, type FindingList, locationIn } from './findings.ts';
import { isOncePerFile, READER_FAULTS, segmentFaults, startFaults, textSkipped } from './reader-faults.ts';
import { Segment, type SegmentContext, type SegmentPlace, type SegmentText } from './segment.ts';
import { meantId, plainIdAt } from './segment-id.ts';
import { guessStart, readStart, START_WINDOW, type Start } from './separators.ts';

/** Characters that tell whether a segment begins: three of an id and the element separator. */
const LONGEST_HEAD = 4;
const OUTSIDE = { interchangeControlNumber: '', groupControlNumber: '', transactionSetControlNumber: '' };

export interface ReaderOptions {
  /** For tests: segments come without their bytes, so that each is looked at as one is with which something is wrong. */
  readonly givesBytes?: boolean | undefined;
  /** For tests: moves the places where the reader itself cuts a file. */
  readonly blockBytes?: number | undefined;
}

/**
 * Push a file's bytes in order, in chunks of any size, then call `end` once. Each segment is handed on as soon as it is
 * read, and they are the same however the bytes were cut. Holds one block, or the segment under way.
 */
export class SegmentReader {
  readonly #findings: FindingList;
  readonly #window: ByteWindow;
  readonly #block: Block;
  readonly #handOn: (segment: Segment) => void;
  /** Where in the block the reader stands. */
  #at = 0;
  #isLast = false;
  /** The character before the block. */
  #before = '';
  #hasBegun = false;
  /** Of the interchange under way; undefined between interchanges. */
  #context: SegmentContext | undefined;
  /** Position in the transaction set of the segment before; 0 outside a set. */
  #ordinal = 0;
  /** Where text outside all interchanges began that is being skipped. */
  #skippedFrom: SegmentPlace | undefined;
  /** Set from a segment that was given up to the next one that can be read. */
  #lost: 'in-segment' | 'behind-terminator' | undefined;

  constructor(
    findings: FindingList,
    handOn: (segment: Segment) => void,
    { givesBytes, blockBytes }: ReaderOptions = {},
  ) {
    this.#block = new Block(givesBytes);
    this.#findings = findings;
    this.#handOn = handOn;
    this.#window = new ByteWindow(blockBytes);
  }

  push(chunk: Uint8Array): void {
    for (let taken = 0; taken < chunk.length; ) {
      taken += this.#window.fill(chunk, taken);
      if (this.#window.isFull) this.#readBlock();
    }
  }

  end(): void {
    this.#isLast = true;
    this.#readBlock();
  }

  #readBlock(): void {
    const block = this.#block;
    block.begin(this.#window);
    const { text } = block;
    this.#at = 0;
    do this.#at = block.afterBlanks(this.#at);
    while (this.#at < text.length && this.#step());
    if (this.#isLast) this.#reportSkipped(text.length, false);
    block.finish(this.#at);
    if (this.#at > 0) this.#before = text.charAt(this.#at - 1);
    this.#window.drop(this.#at);
  }

  /** Reads on from a place that is no blank; false when that needs more bytes than the block has. */
  #step(): boolean {
    if (!this.#context) return this.#seekInterchange();
    if (this.#lost) return this.#seekSegment(this.#context);
    const start = this.#startAt(this.#at);
    if (start === 'more') return false;
    if (!start) return this.#readSegments(this.#context);
    this.#begin(start);
    return true;
  }

  /** An ISA that begins at a place of the block; `more` when that can't be told yet. */
  #startAt(at: number): Start | 'more' | undefined {
    const { text } = this.#block;
    if (text.charCodeAt(at) !== 0x49) return undefined;
    return this.#isLast || text.length - at >= START_WINDOW ? readStart(text, at) : 'more';
  }

  /** Between interchanges: the next ISA; or a bare group or set, when it is right here. */
  #seekInterchange(): boolean {
    const { text } = this.#block;
    if (!this.#skippedFrom) {
      if (!this.#isLast && text.length - this.#at < START_WINDOW) return false;
      const bare = guessStart(text, this.#at);
      if (bare) {
        this.#begin(bare);
        return true;
      }
      this.#skippedFrom = this.#block.place(this.#at);
    }
    return this.#seekStart(text.length);
  }

  /** Goes on to the next ISA that follows no letter or digit and begins it; else to `end`, or to where more must be seen. */
  #seekStart(end: number): boolean {
    const { text } = this.#block;
    for (let at = text.indexOf('I', this.#at); at >= 0 && at < end; at = text.indexOf('I', at + 1)) {
      if (/[A-Za-z0-9]/.test(at > 0 ? text.charAt(at - 1) : this.#before)) continue;
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
    const { text } = this.#block;
    if (this.#lost === 'behind-terminator') {
      if (!this.#isLast && text.length - this.#at < LONGEST_HEAD) return false;
      if (plainIdAt(text, this.#at, text.length, this.#block.elementSeparator) !== '') {
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

  /** Reads all plain segments from here on, or one that is not. */
  #readSegments(context: SegmentContext): boolean {
    const from = this.#at;
    const { next, count } = this.#block.readPlain(from, context, this.#ordinal, this.#handOn);
    this.#at = next;
    if (this.#ordinal > 0) this.#ordinal += count;
    return count > 0 || this.#readSegment(context);
  }

  #readSegment(context: SegmentContext): boolean {
    const block = this.#block;
    const from = this.#at;
    const { length } = block.text;
    block.scan(from, length);
    let isTerminated = block.end < length;
    if ((block.seen & NEWLINE) !== 0) {
      const cut = this.#interchangeWithin(from, block.end);
      if (cut === 'more') return false;
      if (cut !== undefined) {
        block.scan(from, cut);
        isTerminated = false;
      }
    }
    const { end } = block;
    if (end - from > MAX_SEGMENT_BYTES) {
      this.#giveUp(context);
      return true;
    }
    if (end === length && !this.#isLast) return false;
    this.#take(context, isTerminated);
    this.#at = Math.min(end + 1, length);
    return true;
  }

  /** The newline before `end` behind which an ISA begins: the segment under way was cut off there. */
  #interchangeWithin(from: number, end: number): number | 'more' | undefined {
    const { text } = this.#block;
    for (let at = text.indexOf('\n', from); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      const start = this.#startAt(at + 1);
      if (start) return start === 'more' ? 'more' : at;
    }
    return undefined;
  }

  #giveUp(context: SegmentContext): void {
    const { text } = this.#block;
    const id = plainIdAt(text, this.#at, text.length, this.#block.elementSeparator);
    if (this.#ordinal > 0) this.#ordinal += 1;
    this.#report(context, id, READER_FAULTS['SEGMENT-LENGTH']);
    this.#at += MAX_SEGMENT_BYTES;
    this.#lost = 'in-segment';
  }

  /** Takes the scanned text as a segment, if it is one. */
  #take(context: SegmentContext, isTerminated: boolean): void {
    const block = this.#block;
    let source: SegmentText = block.source;
    let first = block.kept;
    let count = block.marked - first;
    if ((block.seen & NON_ASCII) === 0) block.keep(this.#at);
    else {
      source = segmentText(this.#decoded(this.#at, block.end), context.separators);
      first = 0;
      count = source.marks.length - 1;
    }
    const { text, marks } = source;
    const start = (marks[first] ?? 0) + 1;
    const end = marks[first + count] ?? 0;
    const id =
      plainIdAt(text, start, end, this.#block.elementSeparator) ||
      meantId(text.slice(start, marks[first + 1]));
    if (id === 'ST') this.#ordinal = 1;
    else if (id === 'GS' || id === 'GE' || id === 'IEA' || id === 'TA1') this.#ordinal = 0;
    else if (this.#ordinal > 0) this.#ordinal += 1;
    for (const fault of segmentFaults(id, text.slice(start, end), block.seen, isTerminated)) {
      this.#report(context, id, fault);
    }
    if (id === '') return;
    const within = id === 'GS' || id === 'ST' ? this.#open(context, id, text.slice(start, end)) : context;
    const place = this.#block.place(this.#at, this.#ordinal);
    this.#handOn(new Segment(id, within, place, source, first, count));
    if (id === 'SE' || id === 'GE' || id === 'IEA') this.#close(within, id);
  }

  /** Begins an interchange (or what was found without one) at the place under way. */
  #begin(start: Start): void {
    const { header, separators, length } = start;
    this.#reportSkipped(this.#at, true);
    const place = this.#block.place(this.#at);
    const context = { ...OUTSIDE, separators, interchangeControlNumber: header?.[13]?.trim() ?? '' };
    for (const { fault, element } of startFaults(start)) {
      const location = locationIn(context, place, header ? 'ISA' : '');
      this.#findings.add(element === undefined ? location : { ...location, element }, fault);
    }
    if (header) {
      const source = segmentText(header.join(separators.element), separators);
      this.#handOn(new Segment('ISA', context, place, source, 0, header.length));
    }
    this.#context = context;
    this.#block.divideBy(separators);
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

  /** Text with bytes outside ASCII: UTF-8, or else Latin-1. */
  #decoded(from: number, end: number): string {
    return (this.#window.utf8(from, end) ?? this.#block.text.slice(from, end)).trimEnd();
  }

  #reportSkipped(end: number, isBeforeInterchange: boolean): void {
    const from = this.#skippedFrom;
    if (!from) return;
    this.#skippedFrom = undefined;
    const bytes = this.#block.offset + end - from.byte;
    if (bytes === 0) return;
    const isAllOfFile = !this.#hasBegun && !isBeforeInterchange;
    this.#findings.add(locationIn(undefined, from), textSkipped(bytes, isBeforeInterchange, isAllOfFile));
  }

  #report(context: SegmentContext, segmentId: string, fault: Fault): void {
    const location = locationIn(context, this.#block.place(this.#at, this.#ordinal), segmentId);
    if (isOncePerFile(fault)) this.#findings.addOnce(location, fault);
    else this.#findings.add(location, fault);
  }
}
