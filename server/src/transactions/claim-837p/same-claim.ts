/** Compares a claim with what was read back from the file it was written into, before the file leaves. */
import { ClaimSchema } from '@claimside/shared/claim';
import { isFields } from '../guide/fields.ts';
import { asWritten } from './as-written.ts';
import type { ClaimFileEnvelope, NumberedClaim, ReadClaim } from './model.ts';

type Submitter = ClaimFileEnvelope['submitter'];

/**
 * Paths that differ, such as `claim.serviceLines.0.units`; empty when the file says exactly what was to be sent. A claim that
 * folding to X12 characters made incomplete (a name without any Latin letter) counts as different too.
 */
export function differingPaths(sent: NumberedClaim, readBack: ReadClaim, submitter: Submitter): string[] {
  const expected = asWritten(sent, submitter);
  const { patientControlNumber, claim, notInModel = [] } = readBack;
  const paths = differences(expected, { patientControlNumber, claim }, '');
  const parsed = ClaimSchema.safeParse(claim);
  const invalid = parsed.success ? [] : parsed.error.issues.map(({ path }) => ['claim', ...path].join('.'));
  return [...new Set([...paths, ...notInModel.map(({ segment }) => segment), ...invalid])];
}

/** True when the file says exactly what was to be sent. */
export function sameClaim(sent: NumberedClaim, readBack: ReadClaim, submitter: Submitter): boolean {
  return differingPaths(sent, readBack, submitter).length === 0;
}

/** Paths below `path` at which two values of plain data differ. */
export function differences(a: unknown, b: unknown, path: string): string[] {
  const paths: string[] = [];
  compare(a, b, [path], paths);
  return paths;
}

/** `keys` names the place; a path is only put together where something differs. */
function compare(a: unknown, b: unknown, keys: string[], paths: string[]): void {
  if (a === b) return;
  if (!isFields(a) || !isFields(b)) {
    paths.push(keys.filter((key) => key !== '').join('.'));
    return;
  }
  for (const name of Object.keys(a)) {
    keys.push(name);
    compare(a[name], Object.hasOwn(b, name) ? b[name] : undefined, keys, paths);
    keys.pop();
  }
  for (const name of Object.keys(b))
    if (!Object.hasOwn(a, name)) compare(undefined, b[name], [...keys, name], paths);
}
