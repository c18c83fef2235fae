/** Takes a multipart body apart, within bounds: each part with its name and its bytes as they came. */
import { err, ok, type Result } from '@claimside/shared/values';
import { type RealTimeTrouble, troubleOf } from '../trouble.ts';
import { isAsciiBased } from './charset.ts';
import { headerValue } from './content-type.ts';

export interface Part {
  /** Of its Content-Disposition; empty where it has none. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it begins in the body. */
  readonly byte: number;
}

const MOST_PARTS = 50;
const LONGEST_HEAD = 4_096;
const LONGEST_BOUNDARY = 200;
const LINE_FEED = 10;
const RETURN = 13;

/** Lines may end with CR+LF or with LF alone: some senders write no other. */
export function readMultipart(contentType: string, body: Uint8Array): Result<Part[], RealTimeTrouble> {
  const boundary = headerValue(contentType).parameters.get('boundary') ?? '';
  if (boundary === '' || boundary.length > LONGEST_BOUNDARY) return err(troubleOf('BOUNDARY'));
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const lines = delimitersIn(bytes, Buffer.from(`--${boundary}`, 'latin1'));
  if (lines.length === 0) return err(troubleOf('BOUNDARY', { at: { byte: 0 } }));
  const parts: Part[] = [];
  for (const [nth, line] of lines.entries()) {
    if (line.isLast) return ok(parts);
    const end = lines[nth + 1]?.start;
    if (end === undefined) break;
    const part = partOf(bytes, line.end, end);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  // Behind the last line that divides, where it is not marked as the last, nothing may be left.
  const { end } = lines.at(-1) ?? { end: 0 };
  const isAllRead = bytes.subarray(end).every(isBlank);
  return isAllRead ? ok(parts) : err(troubleOf('CUT-OFF', { at: { byte: bytes.length } }));
}

interface Delimiter {
  /** Of the line end before it, which belongs to it. */
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

function delimitersIn(bytes: Buffer, mark: Buffer): Delimiter[] {
  const found: Delimiter[] = [];
  for (let at = bytes.indexOf(mark); at >= 0 && found.length <= MOST_PARTS; ) {
    const after = at + mark.length;
    const isLast = bytes[after] === 45 && bytes[after + 1] === 45;
    const end = endOfLine(bytes, isLast ? after + 2 : after);
    const isWhole = (at === 0 || bytes[at - 1] === LINE_FEED) && end !== undefined;
    if (isWhole) found.push({ start: lineBefore(bytes, at), end, isLast });
    if (isWhole && isLast) break;
    at = bytes.indexOf(mark, after);
  }
  return found;
}

/** Behind the line end, where nothing but blanks stands before it. */
function endOfLine(bytes: Buffer, from: number): number | undefined {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === RETURN) at += 1;
  if (at >= bytes.length) return bytes.length;
  return bytes[at] === LINE_FEED ? at + 1 : undefined;
}

function lineBefore(bytes: Buffer, at: number): number {
  if (at === 0) return 0;
  return bytes[at - 2] === RETURN ? at - 2 : at - 1;
}

const isBlank = (byte: number) => byte === 32 || byte === 9 || byte === RETURN || byte === LINE_FEED;

function partOf(bytes: Buffer, start: number, end: number): Result<Part, RealTimeTrouble> {
  const refuse = (code: 'PART' | 'CHARSET') => err(troubleOf(code, { at: { byte: start } }));
  const head = headOf(bytes, start, Math.max(start, end));
  if (!head) return refuse('PART');
  const headers = new Map(head.lines.map(headerOf));
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase() ?? 'binary';
  if (!['7bit', '8bit', 'binary'].includes(encoding)) return refuse('PART');
  const charset = headerValue(headers.get('content-type') ?? '').parameters.get('charset') ?? 'utf-8';
  if (!isAsciiBased(charset)) return refuse('CHARSET');
  const name = headerValue(headers.get('content-disposition') ?? '').parameters.get('name') ?? '';
  // The line that divides takes the end of an empty head with it.
  return ok({ name, bytes: bytes.subarray(Math.min(head.end, end), end), byte: head.end });
}

/** The lines up to the empty one. */
function headOf(bytes: Buffer, start: number, end: number) {
  const lines: string[] = [];
  let at = start;
  while (at - start <= LONGEST_HEAD) {
    const next = bytes.indexOf(LINE_FEED, at);
    if (next < 0 || next > end + 1) return undefined;
    const line = bytes.toString('latin1', at, next).replace(/\r$/, '');
    at = next + 1;
    if (line === '') return { lines, end: at };
    lines.push(line);
  }
  return undefined;
}

function headerOf(line: string): [string, string] {
  const at = line.indexOf(':');
  return at < 0 ? ['', ''] : [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1)];
}
