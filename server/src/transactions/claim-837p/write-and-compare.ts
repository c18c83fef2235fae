/** Writes an 837P that came as JSON, and tells what the file does not say as the JSON does. */
import { isFields } from '../guide/fields.ts';
import type { ClaimInterchange } from './file-parts.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { pathText, TOP } from './json-path.ts';
import { readClaimInterchanges } from './read.ts';
import { differences } from './same-claim.ts';
import { SEPARATOR_REPLACED, type Unwritten, whyUnwritten, whyUnwrittenAround } from './unwritten.ts';

export interface WrittenAndRead {
  readonly bytes: Uint8Array;
  /** What the file does not say as the JSON does, and why. */
  readonly unwritten: readonly Unwritten[];
}

/**
 * Writes a file and reads it back: what has no place in an 837P, or does not fit its place, is told and not lost.
 * `behindSegments` is a line break, or nothing.
 */
export function writeAndCompare(
  interchanges: readonly ClaimInterchange[],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  const bytes = writeClaimInterchanges(interchanges, behindSegments);
  const read = readClaimInterchanges(bytes).interchanges;
  const unwritten = differences(said(interchanges), said(read), '').flatMap((path) =>
    unwrittenAt(path.split('.'), interchanges),
  );
  return { bytes, unwritten };
}

/** Of a part that is not written at all, those of its values that are to blame; the part where none is. */
function unwrittenAt(
  keys: readonly string[],
  interchanges: readonly ClaimInterchange[],
): readonly Unwritten[] {
  const value = valueAt(interchanges, keys);
  const separators = Object.values(interchanges[Number(keys[0])]?.separators ?? {});
  const inClaim = keys.indexOf('claim') + 1;
  const why = (at: readonly string[], each: unknown): Unwritten => ({
    path: pathText([...TOP, ...at]),
    ...(inClaim > 0
      ? whyUnwritten(at.slice(inClaim), each, separators)
      : at[1] === 'separators'
        ? SEPARATOR_REPLACED
        : whyUnwrittenAround(each, separators)),
  });
  const whole = why(keys, value);
  if (!isFields(value) || whole.reason === 'field') return [whole];
  const parts = leavesOf(value, keys).map(([at, each]) => why(at, each));
  const toBlame = parts.filter(({ reason }) => reason !== 'place');
  return inClaim === 0 || toBlame.length === 0 ? [whole] : toBlame;
}

function leavesOf(value: unknown, keys: readonly string[]): [keys: readonly string[], value: unknown][] {
  if (!isFields(value)) return [[keys, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
}

/** Without what is worked out anew, and with codes as a file has them. */
function said(interchanges: readonly ClaimInterchange[]): unknown {
  return JSON.parse(
    JSON.stringify(interchanges, (name, value: unknown) => {
      if (name === 'statedCharge' || name === 'position' || name === 'opens') return undefined;
      return name === 'code' && typeof value === 'string' ? value.replaceAll('.', '') : value;
    }),
  );
}
