/** Bytes to segments: finds each interchange, splits it by its own separators, keeps every place true, and never throws on content. */
import type { FindingList } from './findings.ts';
import { Segment } from './segment.ts';
import { guessStart, type Oddity, readStart, type Separators, type Start } from './separators.ts';

const LINE_FEED = 0x0a;
const ODDITIES: Readonly<Record<Oddity, { severity: 'error' | 'warning'; message: string }>> = {
  'ISA-LENGTH': {
    severity: 'warning',
    message: 'The ISA is not 106 characters long; read by its separators.',
  },
  'ISA16-MISSING': {
    severity: 'error',
    message: 'ISA16 is missing; a colon is taken as component separator.',
  },
  'ISA-TERMINATOR': {
    severity: 'error',
    message: 'The ISA has no segment terminator of its own; taken from the segment behind it.',
  },
  'ISA-MISSING': {
    severity: 'error',
    message: 'There is no ISA; separators are guessed from the first segment.',
  },
};

/**
 * Yields every segment of a file with its place. Text that belongs to no interchange is skipped and reported; a file
 * that is cut off yields what is there.
 */
export function* readSegments(bytes: Uint8Array, findings: FindingList): Generator<Segment> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lineOf = lineCounter(source);
  const decode = decoder(source, (byte) =>
    findings.addOnce(place(byte), {
      code: 'CHARACTER-SET',
      severity: 'warning',
      message: 'The file holds characters outside ASCII.',
    }),
  );
  const place = (byte: number, segmentId = '') => ({
    byte,
    line: lineOf(byte),
    ordinal: 0,
    segmentId,
    loop: '',
  });
  let separators: Separators | undefined;
  let ordinal = 0;
  let at = skipBlanks(source, startsWithByteOrderMark(source) ? 3 : 0);

  while (at < source.length) {
    const start = separators === undefined ? findStart(source, at) : startAt(source, at);
    if (start) {
      if (start.at > at) {
        findings.add(place(at), {
          code: 'TEXT-SKIPPED',
          severity: 'info',
          message: `${start.at - at} bytes before the interchange are not X12 and were skipped.`,
        });
      }
      at = start.at;
      ordinal = 0;
      separators = start.separators;
      const { header } = start;
      for (const code of start.oddities)
        findings.add(place(at, header ? 'ISA' : ''), { code, ...ODDITIES[code] });
      if (header) {
        yield new Segment(header, separators, { byte: at, line: lineOf(at), ordinal });
        at = skipBlanks(source, at + start.length);
        continue;
      }
    }
    if (separators === undefined) {
      findings.add(place(at), {
        code: 'TEXT-SKIPPED',
        severity: at === 0 ? 'error' : 'info',
        message: `${source.length - at} bytes are not X12 and were skipped.`,
      });
      return;
    }
    const end = endOfSegment(source, at, separators);
    const elements = decode(at, end.content).trimEnd().split(separators.element);
    const segmentId = (elements[0] ?? '').trim().toUpperCase();
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(segmentId)) {
      findings.add(place(at), {
        code: elements.length === 1 && elements[0] === '' ? 'SEGMENT-EMPTY' : 'SEGMENT-ID',
        severity: end.isTerminated ? 'error' : 'info',
        message: 'This text does not start with a segment id and was skipped.',
      });
      if (ordinal > 0) ordinal += 1;
    } else {
      if (segmentId === 'ST') ordinal = 1;
      else if (/^(GS|GE|IEA|TA1)$/.test(segmentId)) ordinal = 0;
      else if (ordinal > 0) ordinal += 1;
      const segment = new Segment(elements, separators, { byte: at, line: lineOf(at), ordinal });
      if (!end.isTerminated) {
        findings.add(place(at, segmentId), {
          code: 'TERMINATOR-MISSING',
          severity: segmentId === 'IEA' ? 'warning' : 'error',
          message: 'The file ends (or the next interchange begins) within this segment.',
        });
      }
      if (segmentId === 'SE') ordinal = 0;
      yield segment;
      if (segmentId === 'IEA') separators = undefined;
    }
    at = skipBlanks(source, end.next);
  }
}

/** An interchange that starts exactly at `at`, which is a segment boundary. */
function startAt(source: Buffer, at: number): (Start & { at: number }) | undefined {
  const start = readStart(source, at);
  return start && { ...start, at };
}

/** The next interchange at or behind `from`; without any, a bare group or set at `from`. */
function findStart(source: Buffer, from: number): (Start & { at: number }) | undefined {
  const bare = guessStart(source, from);
  if (bare) return { ...bare, at: from };
  for (
    let at = source.indexOf('ISA', from, 'latin1');
    at >= 0;
    at = source.indexOf('ISA', at + 1, 'latin1')
  ) {
    if (at > from && /[A-Za-z0-9]/.test(source.toString('latin1', at - 1, at))) continue;
    const start = startAt(source, at);
    if (start) return start;
  }
  return undefined;
}

interface SegmentEnd {
  readonly content: number;
  readonly next: number;
  readonly isTerminated: boolean;
}

/** Where the segment at `at` ends: at its terminator, at an ISA that begins a line within it, or with the file. */
function endOfSegment(source: Buffer, at: number, separators: Separators): SegmentEnd {
  const terminator = source.indexOf(separators.terminator.charCodeAt(0), at);
  const end = terminator < 0 ? source.length : terminator;
  const text = source.subarray(at, end);
  for (let newline = text.indexOf(LINE_FEED); newline >= 0; newline = text.indexOf(LINE_FEED, newline + 1)) {
    const next = at + newline + 1;
    if (readStart(source, next)) return { content: at + newline, next, isTerminated: false };
  }
  return { content: end, next: end + 1, isTerminated: terminator >= 0 };
}

/** Blanks, line ends, NULs and Ctrl-Z between segments. */
function skipBlanks(source: Buffer, from: number): number {
  let at = from;
  while (at < source.length && isBlank(source[at])) at += 1;
  return at;
}

function isBlank(byte: number | undefined): boolean {
  return (
    byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d) || byte === 0x00 || byte === 0x1a
  );
}

function startsWithByteOrderMark(source: Buffer): boolean {
  return source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
}

/** Tells the line of ever later bytes, looking at each newline once. */
function lineCounter(source: Buffer): (byte: number) => number {
  let line = 1;
  let newline = source.indexOf(LINE_FEED);
  return (byte) => {
    while (newline >= 0 && newline < byte) {
      line += 1;
      newline = source.indexOf(LINE_FEED, newline + 1);
    }
    return line;
  };
}

/** Decodes as ASCII, else as UTF-8, else as Latin-1. */
function decoder(source: Buffer, onOther: (byte: number) => void): (start: number, end: number) => string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return (start, end) => {
    const text = source.toString('latin1', start, end);
    if (!/[\u0080-\u00ff]/.test(text)) return text;
    onOther(start);
    try {
      return utf8.decode(source.subarray(start, end));
    } catch {
      return text;
    }
  };
}
