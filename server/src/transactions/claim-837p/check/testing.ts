/** A good file of several claims, one segment a line, that tests put one fault into. */
import type { Claim } from '@claimside/shared/claim';
import { dependentClaim, exampleClaim, medicareClaim, secondaryClaim } from '@claimside/shared/examples';
import { exampleClaimFileEnvelope, fileOf, segmentLines } from '../../examples.ts';
import { writeClaimFile } from '../write.ts';

/** A file of claims C000000001 and so on, as we send it. */
export function goodLines(claims: readonly Claim[]): string[] {
  const numbered = claims.map((claim, index) => ({
    patientControlNumber: `C${String(index + 1).padStart(9, '0')}`,
    claim,
  }));
  return segmentLines(writeClaimFile(exampleClaimFileEnvelope, numbered).bytes);
}

/** A visit, a child of the insured person, a claim to the second payer, one to Medicare. */
export const MIXED: readonly string[] = goodLines([
  exampleClaim,
  dependentClaim,
  secondaryClaim,
  medicareClaim,
]);

/** What becomes of a file's lines. */
export type Change = (lines: readonly string[]) => readonly string[];

/** The file's bytes after a change, with the segments counted anew unless the count is what was changed. */
export function changed(lines: readonly string[], change: Change): Uint8Array {
  const after = [...change(lines)];
  const [start, end] = [after.findIndex((line) => line.startsWith('ST*')), after.findIndex(isTrailer)];
  if (end >= 0 && lines.includes(after[end] ?? ''))
    after[end] = `SE*${end - start + 1}*${after[end]?.split('*')[2] ?? ''}`;
  return fileOf(after.join('\n'));
}

const isTrailer = (line: string) => line.startsWith('SE*');

/** Which of the lines that begin so; 1-based. */
export function at(lines: readonly string[], start: string, nth = 1): number {
  const found = lines.flatMap((line, index) => (line.startsWith(start) ? index : []))[nth - 1];
  if (found === undefined) throw new Error(`the file has no line ${nth} that begins with ${start}`);
  return found;
}

/** Without the nth line that begins so. */
export const without =
  (start: string, nth?: number): Change =>
  (lines) =>
    lines.toSpliced(at(lines, start, nth), 1);

/** The nth line that begins so becomes others. */
export const replace =
  (start: string, by: string | readonly string[], nth?: number): Change =>
  (lines) =>
    lines.toSpliced(at(lines, start, nth), 1, ...[by].flat());

/** Other lines come right behind the nth line that begins so. */
export const behind =
  (start: string, more: string | readonly string[], nth?: number): Change =>
  (lines) =>
    lines.toSpliced(at(lines, start, nth) + 1, 0, ...[more].flat());

/** The nth line that begins so says `to` instead of `from`. */
export const say =
  (start: string, from: string, to: string, nth?: number): Change =>
  (lines) => {
    const index = at(lines, start, nth);
    const line = lines[index] ?? '';
    if (!line.includes(from)) throw new Error(`${line} does not say ${from}`);
    return lines.toSpliced(index, 1, line.replace(from, to));
  };

/** One change after the other. */
export const all =
  (...changes: readonly Change[]): Change =>
  (lines) =>
    changes.reduce((before, change) => change(before), lines);
