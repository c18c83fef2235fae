/** SegmentReader: the same segments however the bytes are cut, each in its place. */
import { FindingList, type Segment, SegmentReader } from '../../src/x12/index.ts';
import { type Input, Lines } from '../input.ts';
import { blockSize, chunksOf } from '../promises/chunks.ts';
import { mustBeSame } from '../promises/findings.ts';
import { must } from '../promises/promise.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const CUT = 'reading in chunks is reading at once';
/** Components that are asked for one at a time. */
const SOUGHT = 20;
const WITHOUT_BYTES = 'a segment says the same whether its bytes are given or not, cut before or not';
/** Bytes from where a segment should stand. */
const LOOKED_AT = 40;

export const segmentsTarget: Target = {
  name: 'segments',
  oneIn: 2,
  read(input) {
    const { segments, syntaxFindings: findings } = input;
    checkPlaces(input);
    readInChunks(input);
    readWithoutBytes(input);
    return { findings, kept: segments.map(({ elements }) => elements) };
  },
};

/** Segments stand in the order of the file, at their ids, and count on from ST. */
function checkPlaces({ segments, text }: Input): void {
  const lines = new Lines(text);
  let before = -1;
  let ordinal = 0;
  for (const segment of segments) {
    const { id, byte } = segment;
    must(byte > before, 'segments are in the order of the file', () => `${id} at ${byte} behind ${before}`);
    before = byte;
    // Blanks of other character sets may stand before an id.
    const standing = text
      .slice(byte, byte + LOOKED_AT)
      .replace(/^[\s\x80-\xff]+/, '')
      .toUpperCase();
    must(standing.startsWith(id), 'a segment stands where it says', () => `${id} at ${byte}: ${standing}`);
    const own = lines.at(byte);
    must(
      segment.line === own.line && segment.column === own.column,
      'line and column of a segment are those of its byte',
      () => `${id} at ${byte}: ${segment.line}:${segment.column}, not ${own.line}:${own.column}`,
    );
    const isInSet = segment.ordinal > 0;
    must(
      id === 'ST' ? segment.ordinal === 1 : !isInSet || segment.ordinal > ordinal,
      'segments of a set count on from its ST',
      () => `${id} at ${byte}: ${segment.ordinal} behind ${ordinal}`,
    );
    ordinal = segment.ordinal;
  }
}

function readInChunks({ bytes, text, segments, syntaxFindings }: Input): void {
  const random = new Random(hashOf(text));
  const findings = new FindingList();
  let at = 0;
  const reader = new SegmentReader(
    findings,
    (segment) => {
      const same = segments[at];
      at += 1;
      must(
        same !== undefined && isSame(same, segment),
        CUT,
        () => `segment ${at} is ${described(segment)}, at once ${described(same)}`,
      );
    },
    { blockBytes: blockSize(bytes.length, random) },
  );
  for (const chunk of chunksOf(bytes, random)) reader.push(chunk);
  reader.end();
  must(at === segments.length, CUT, () => `${at} segments, at once ${segments.length}`);
  mustBeSame(findings.toArray(), syntaxFindings, CUT);
}

/** Asked for one element after the other, or for all of them cut once, it says the same. */
function readWithoutBytes({ bytes, segments, syntaxFindings }: Input): void {
  const findings = new FindingList();
  let at = 0;
  const compare = (segment: Segment) => {
    const same = segments[at];
    at += 1;
    segment.cut();
    must(
      same !== undefined && isSame(same, segment) && saysSame(same, segment),
      WITHOUT_BYTES,
      () => `segment ${at} is ${described(segment)}, with bytes ${described(same)}`,
    );
  };
  const reader = new SegmentReader(findings, compare, { givesBytes: false });
  reader.push(bytes);
  reader.end();
  must(at === segments.length, WITHOUT_BYTES, () => `${at} segments, with bytes ${segments.length}`);
  mustBeSame(findings.toArray(), syntaxFindings, WITHOUT_BYTES);
}

function saysSame(one: Segment, other: Segment): boolean {
  for (let n = 1; n <= one.elementCount; n += 1) {
    if (one.element(n) !== other.element(n)) return false;
    const [a, b] = [one.components(n), other.components(n)];
    if (a.length !== b.length || a.some((text, c) => text !== b[c])) return false;
    // One at a time, each seeks from the start of its element.
    if (a.slice(0, SOUGHT).some((text, c) => text !== other.component(n, c + 1))) return false;
  }
  return true;
}

function isSame(one: Segment, other: Segment): boolean {
  if (one.id !== other.id || one.byte !== other.byte || one.line !== other.line) return false;
  if (one.column !== other.column || one.ordinal !== other.ordinal) return false;
  if (one.elements.length !== other.elements.length) return false;
  const [a, b] = [one.context, other.context];
  return (
    a.interchangeControlNumber === b.interchangeControlNumber &&
    a.groupControlNumber === b.groupControlNumber &&
    a.transactionSetControlNumber === b.transactionSetControlNumber &&
    a.separators.element === b.separators.element &&
    a.separators.component === b.separators.component &&
    a.separators.repetition === b.separators.repetition &&
    a.separators.terminator === b.separators.terminator &&
    one.elements.every((text, n) => text === other.elements[n])
  );
}

function described(segment: Segment | undefined): string {
  if (!segment) return 'none';
  const { byte, line, column, ordinal, context, elements } = segment;
  return JSON.stringify({ byte, line, column, ordinal, context, elements }).slice(0, 400);
}
