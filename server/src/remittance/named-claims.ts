/** Claims of ours that references of provider adjustments name, which often join an account number, a date and a claim number. */
import { claimNumbersMeantBy } from '@claimside/shared/matching';
import { findClaimByControlNumber } from '../store/claim-matching.ts';
import type { Scope } from '../store/store.ts';

/** The claim's id by each reference that names one. */
export async function claimsNamedIn(
  scope: Scope,
  references: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const reference of new Set(references)) {
    const claim = reference ? await findClaimByControlNumber(scope, numbersIn(reference)) : undefined;
    if (reference && claim) found.set(reference, claim.id);
  }
  return found;
}

const numbersIn = (reference: string): string[] => reference.split(/[\s,;:/]+/).flatMap(claimNumbersMeantBy);
