/** One short text that changes when anything read changes; for comparing two readings, not a secret. */
import type { Captured, CapturedDiagnosis, CapturedLine, CaptureField } from '@claimside/shared/capture';

/** Digest (64-bit FNV-1a, hexadecimal) of all values; places, raw texts and confidences don't count. */
export function contentDigest(
  fields: Partial<Record<CaptureField, Captured>>,
  diagnoses: readonly CapturedDiagnosis[],
  lines: readonly CapturedLine[],
): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = textOf([sorted, diagnoses, lines], NOT_CONTENT);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(values))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}

const NOT_CONTENT: readonly string[] = ['raw', 'placeId', 'place', 'confidence'] satisfies (keyof Captured)[];

/** All of it as one text, but for parts of these names. */
export const textOf = (read: unknown, leftOut: readonly string[]): string =>
  JSON.stringify(read, (key, value: unknown) => (leftOut.includes(key) ? undefined : value));
