/** One short text that changes when anything read changes; for comparing two readings, not a secret. */
import type { Captured, CapturedDiagnosis, CapturedLine, CaptureField } from '@claimside/shared/capture';

/** Digest (64-bit FNV-1a, hexadecimal) of all values; places, raw texts and confidences don't count. */
export function contentDigest(
  fields: Partial<Record<CaptureField, Captured>>,
  diagnoses: readonly CapturedDiagnosis[],
  lines: readonly CapturedLine[],
): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = JSON.stringify([sorted, diagnoses, lines], (key, value: unknown) =>
    NOT_CONTENT.includes(key) ? undefined : value,
  );
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(values))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}

const NOT_CONTENT: readonly string[] = ['raw', 'placeId', 'place', 'confidence'] satisfies (keyof Captured)[];
