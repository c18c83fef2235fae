/** Whole files and streams of bytes to segments. */
import type { FindingList } from './findings.ts';
import type { Segment } from './segment.ts';
import { SegmentReader } from './segment-reader.ts';

/** What is read at once: a caller that stops early has not read much more than it needed. */
const CHUNK_BYTES = 16 * 1024;

/**
 * Yields every segment of a file with its place. Text that belongs to no interchange is skipped and reported; a file
 * that is cut off yields what is there.
 */
export function* readSegments(bytes: Uint8Array, findings: FindingList): Generator<Segment> {
  let segments: Segment[] = [];
  const reader = new SegmentReader(findings, (segment) => segments.push(segment));
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    reader.push(bytes.subarray(from, from + CHUNK_BYTES));
    yield* segments;
    segments = [];
  }
  reader.end();
  yield* segments;
}

/** As `readSegments`, for a file that arrives in pieces: yields the segments that each piece completes. */
export async function* readSegmentStream(
  source: AsyncIterable<Uint8Array>,
  findings: FindingList,
): AsyncGenerator<readonly Segment[]> {
  let segments: Segment[] = [];
  const reader = new SegmentReader(findings, (segment) => segments.push(segment));
  for await (const chunk of source) {
    reader.push(chunk);
    yield segments;
    segments = [];
  }
  reader.end();
  yield segments;
}
