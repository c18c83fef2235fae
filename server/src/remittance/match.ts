/** Finds the claim that an answer is about: by our number, then by the payer's; never by name. */
import { findClaimsByControlNumber, findClaimsByPayerNumber } from '../store/claim-matching.ts';
import type { Scope } from '../store/store.ts';

export interface ClaimReference {
  /** CLP01 or TRN02: our CLM01 as it came back. */
  readonly patientControlNumber: string;
  /** CLP07 or REF*1K. */
  readonly payerClaimControlNumber?: string | undefined;
}

/**
 * The claim's id, or undefined when it is none of this practice's or not certain. Our number counts exactly, then
 * in upper case and without leading zeros; the payer's number only when it names one single claim.
 */
export async function matchClaim(scope: Scope, reference: ClaimReference): Promise<string | undefined> {
  const candidates = spellings(reference.patientControlNumber);
  if (candidates.length > 0) {
    const found = await findClaimsByControlNumber(scope, candidates);
    const match = candidates.find((candidate) => found.has(candidate));
    if (match !== undefined) return found.get(match);
  }
  const payerNumber = reference.payerClaimControlNumber?.trim() ?? '';
  if (payerNumber === '') return undefined;
  const [only, ...others] = await findClaimsByPayerNumber(scope, payerNumber);
  return others.length === 0 ? only : undefined;
}

/** As sent, then as payers change it; most exact first. */
function spellings(number: string): string[] {
  const trimmed = number.trim();
  const upper = trimmed.toUpperCase();
  return [...new Set([trimmed, upper, upper.replace(/^0+/, '')])].filter((each) => each !== '');
}
