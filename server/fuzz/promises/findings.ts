/** What holds for every list of findings, whatever was read: each in its place, in order, of bounded number and length. */
import type { X12Finding } from '../../src/x12/index.ts';
import { type Input, Lines } from '../input.ts';
import { must, mustEqual } from './promise.ts';

/** So many of one code, and one that counts the rest. */
const MOST_OF_A_CODE = 201;
/** No text that a finding repeats out of a file is longer: see `x12/own-text.ts`. */
const LONGEST_TEXT = 300;
/** A sentence with names of segments and a list of codes. */
const LONGEST_MESSAGE = 500;

export function checkFindings(findings: readonly X12Finding[], input: Input): void {
  const lines = new Lines(input.text);
  const { segments } = input;
  const counts = new Map<string, number>();
  let before = 0;
  let at = 0;
  for (const finding of findings) {
    const { code, location } = finding;
    const { byte, line, column, ordinal } = location;
    must(
      Number.isInteger(byte) && byte >= 0 && byte < input.bytes.length,
      'a finding lies within the file',
      () => `${code} at byte ${byte} of ${input.bytes.length}`,
    );
    must(
      byte >= before,
      'findings are in the order of the file',
      () => `${code} at ${byte} behind ${before}`,
    );
    before = byte;
    const own = lines.at(byte);
    must(
      line === own.line && column === own.column,
      'line and column of a finding are those of its byte',
      () => `${code} at byte ${byte}: ${line}:${column}, not ${own.line}:${own.column}`,
    );
    while (at < segments.length && (segments[at]?.byte ?? 0) < byte) at += 1;
    const segment = segments[at];
    must(
      segment?.byte !== byte || segment.ordinal === ordinal || location.segmentId === '',
      'the ordinal of a finding is that of its segment',
      () => `${code} at byte ${byte}: ${ordinal}, not ${segment?.ordinal}`,
    );
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    must(count <= MOST_OF_A_CODE, 'findings of one code are capped', () => `${count} of ${code}`);
    checkTexts(finding);
  }
}

/** Two lists that must be the same; compared field by field, which takes a tenth of the time that their JSON would. */
export function mustBeSame(one: readonly X12Finding[], other: readonly X12Finding[], promise: string): void {
  if (one.length === other.length && one.every((finding, at) => isSame(finding, other[at]))) return;
  mustEqual(one, other, promise, 'findings');
}

function isSame(a: X12Finding, b: X12Finding | undefined): boolean {
  if (a.code !== b?.code || a.severity !== b.severity || a.message !== b.message) return false;
  if (a.value !== b.value || a.expected !== b.expected || a.claim !== b.claim || a.fix !== b.fix)
    return false;
  const [x, y] = [a.location, b.location];
  if (x.byte !== y.byte || x.line !== y.line || x.column !== y.column || x.ordinal !== y.ordinal)
    return false;
  if (x.segmentId !== y.segmentId || x.loop !== y.loop || x.repetition !== y.repetition) return false;
  return x.element === y.element && x.component === y.component;
}

function checkTexts({ code, message, value = '', expected, claim, fix, location }: X12Finding): void {
  must(message.length <= LONGEST_MESSAGE, 'a message is short', () => `${code}: ${message.slice(0, 600)}`);
  must(
    !isSecret(value) || code === 'VERSION' || !saysWhole(message, value),
    'a message says nothing of what the file says',
    () => `${code}: ${message}`,
  );
  const { segmentId, loop, interchangeControlNumber, groupControlNumber, transactionSetControlNumber } =
    location;
  for (const text of [
    value,
    expected,
    claim,
    fix,
    segmentId,
    loop,
    interchangeControlNumber,
    groupControlNumber,
    transactionSetControlNumber,
  ]) {
    must(
      text === undefined || text.length <= LONGEST_TEXT,
      'what a finding repeats is short',
      () => `${code}: ${text?.length} characters, ${text?.slice(0, 40)}`,
    );
  }
}

/** A piece of what should stand there is no word of the file: `FICE AL` in a sentence that names Office Ally. */
function saysWhole(message: string, value: string): boolean {
  const at = message.indexOf(value);
  if (at < 0) return false;
  const around = [message.charAt(at - 1), message.charAt(at + value.length)];
  return !around.some((neighbour) => /[\p{L}\p{N}]/u.test(neighbour));
}

/** Shorter texts may be words of a message by chance, and amounts are told where they do not add up. */
function isSecret(value: string): boolean {
  return value.length >= 7 && /[^\d.-]/.test(value);
}
