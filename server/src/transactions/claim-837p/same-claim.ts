/** Compares a claim with what was read back from the file it was written into, before the file leaves. */
import { ClaimSchema } from '@claimside/shared/claim';
import { differences } from '../parts/differences.ts';
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
