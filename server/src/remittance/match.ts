/**
 * Finds the claim that an answer is about, step by step from the surest on; where it is not certain a person decides. Never by name
 * alone.
 */

import { nameKey } from '@claimside/shared/capture';
import type { Claim } from '@claimside/shared/claim';
import {
  type ClaimFit,
  type ClaimReference,
  claimNumbersMeantBy,
  compareWithClaim,
  contradicts,
  foreignNumberKey,
  identityOf,
  memberKey,
} from '@claimside/shared/matching';
import {
  findClaimByControlNumber,
  findClaimsByPayerNumber,
  findClaimsOfDay,
  findDecidedClaim,
  type NumberedClaimRow,
} from '../store/claim-matching.ts';
import { findClaim } from '../store/claims.ts';
import type { Scope } from '../store/store.ts';
import { claimsOfAccounts, meantOfAccount } from './account.ts';

/** `decision`: a person said so of this number before. */
export type MatchStep = 'decision' | 'our-number' | 'payer-number' | 'member-date-charge';

export type ClaimMatch =
  | { readonly kind: 'matched'; readonly claimId: string; readonly by: MatchStep }
  /** Several accounts fit as well as each other, or something speaks against the one that does. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** A number names the claim, and name, member and charge are all another's. */
  | { readonly kind: 'contradicts'; readonly claimId: string; readonly by: MatchStep }
  | { readonly kind: 'none' };

export async function matchClaim(scope: Scope, reference: ClaimReference): Promise<ClaimMatch> {
  return (
    (await byOurNumber(scope, reference)) ??
    (await byDecision(scope, reference)) ??
    (await byPayerNumber(scope, reference)) ??
    (await bySubject(scope, reference)) ?? { kind: 'none' }
  );
}

/**
 * Numbers of other systems are often the patient's and not the claim's: what was decided of one holds for answers of the same day
 * or charge, neither being another's, and asks again of any other.
 */
async function byDecision(scope: Scope, reference: ClaimReference): Promise<ClaimMatch | undefined> {
  for (const number of numbersToRemember(reference)) {
    const claimId = await findDecidedClaim(scope, number);
    const stored = claimId === undefined ? undefined : await findClaim(scope, claimId);
    if (!stored) continue;
    const fit = compareWithClaim(reference, identityOf(stored.claim));
    const visit = [fit.serviceDate, fit.charge];
    if (visit.includes('same') && visit.every((each) => each === 'same' || each === 'unknown'))
      return { kind: 'matched', claimId: stored.summary.id, by: 'decision' };
  }
  return undefined;
}

/** Under which a person's decision is kept, the number that came back for ours first. */
export function numbersToRemember(reference: ClaimReference): string[] {
  const { patientControlNumber, payerClaimControlNumber = '' } = reference;
  return [patientControlNumber, payerClaimControlNumber].flatMap((each) => foreignNumberKey(each) ?? []);
}

async function byOurNumber(scope: Scope, reference: ClaimReference): Promise<ClaimMatch | undefined> {
  const row = await findClaimByControlNumber(scope, claimNumbersMeantBy(reference.patientControlNumber));
  if (!row) return undefined;
  const isSure = agreesAtAGlance(reference, row) || !(await isContradicted(scope, reference, row.id));
  return { kind: isSure ? 'matched' : 'contradicts', claimId: row.id, by: 'our-number' };
}

/** Nearly always: then the claim itself need not be read. */
function agreesAtAGlance({ charge, lastName }: ClaimReference, row: NumberedClaimRow): boolean {
  if (charge === undefined || charge === row.totalCharge || lastName === undefined) return true;
  return nameKey(row.patientName.split(',')[0] ?? '') === nameKey(lastName);
}

async function isContradicted(scope: Scope, reference: ClaimReference, claimId: string): Promise<boolean> {
  const stored = await findClaim(scope, claimId);
  return stored !== undefined && contradicts(compareWithClaim(reference, identityOf(stored.claim)));
}

/** Numbers of two payers may be the same; within one account they are of one claim or several. */
async function byPayerNumber(scope: Scope, reference: ClaimReference): Promise<ClaimMatch | undefined> {
  const number = reference.payerClaimControlNumber?.trim() ?? '';
  const named = await findClaimsByPayerNumber(scope, number);
  const accounts = await claimsOfAccounts(scope, named);
  const [account, ...others] = accounts;
  if (!account) return undefined;
  if (others.length > 0) return certainOr(scope, reference, { kind: 'ambiguous', candidates: named });
  const claimId = meantOfAccount(account, reference, new Set(named));
  const stored = claimId === undefined ? undefined : await findClaim(scope, claimId);
  if (claimId === undefined || !stored) return undefined;
  const identity = identityOf(stored.claim);
  // Under which names payers have paid it.
  const paidBy = account.flatMap(({ payments }) => payments.map(({ payerName }) => payerName));
  const fit = compareWithClaim(reference, { ...identity, payerNames: [...identity.payerNames, ...paidBy] });
  if (contradicts(fit)) return { kind: 'contradicts', claimId, by: 'payer-number' };
  return isAnothers(fit)
    ? certainOr(scope, reference, { kind: 'ambiguous', candidates: [claimId] })
    : { kind: 'matched', claimId, by: 'payer-number' };
}

/** Enough against a number that another payer may have given as well: another name is believed only with the claim's member number and charge. */
const isAnothers = ({ patient, memberId, payer, serviceDate, charge }: ClaimFit): boolean =>
  payer === 'other' ||
  serviceDate === 'other' ||
  (patient === 'other' && (memberId !== 'same' || charge === 'other'));

async function certainOr(scope: Scope, reference: ClaimReference, doubtful: ClaimMatch): Promise<ClaimMatch> {
  const certain = await bySubject(scope, reference);
  return certain?.kind === 'matched' ? certain : doubtful;
}

/**
 * Member, first day and whole charge, all three; of claims that were sent. A family has one member number: where the answer names a
 * patient, it has to be the claim's.
 */
async function bySubject(scope: Scope, reference: ClaimReference): Promise<ClaimMatch | undefined> {
  const { serviceDate, charge, memberIds = [] } = reference;
  if (serviceDate === undefined || charge === undefined || memberIds.length === 0) return undefined;
  const ofMember = (await findClaimsOfDay(scope, serviceDate, charge)).filter(({ claim }) =>
    isOfMember(reference, claim),
  );
  const ofPatient = ofMember.filter(({ claim }) => isOfPatient(reference, claim));
  const possible = ofPatient.length > 0 ? ofPatient : ofMember;
  const members = new Set(memberIds.map(memberKey));
  const ofCoverage = possible.filter(({ claim }) => members.has(memberKey(claim.coverage.memberId)));
  const fitting = ofCoverage.length > 0 ? ofCoverage : possible;
  const accounts = await claimsOfAccounts(
    scope,
    fitting.map(({ id }) => id),
  );
  const fits = new Set(fitting.map(({ id }) => id));
  const meant = accounts.flatMap(
    (account) =>
      meantOfAccount(
        account.filter(({ id }) => fits.has(id)),
        reference,
        new Set(),
      ) ?? [],
  );
  const [claimId, ...others] = meant;
  if (claimId === undefined) return undefined;
  if (others.length > 0 || ofPatient.length === 0) return { kind: 'ambiguous', candidates: meant };
  return { kind: 'matched', claimId, by: 'member-date-charge' };
}

const isOfMember = (reference: ClaimReference, claim: Claim): boolean =>
  compareWithClaim(reference, identityOf(claim)).memberId === 'same';

/** Not of who insures the patient: that one may have been there on the day as well. */
function isOfPatient(reference: ClaimReference, claim: Claim): boolean {
  const { patient } = compareWithClaim(reference, { ...identityOf(claim), people: [claim.patient] });
  return patient === 'same' || patient === 'unknown';
}
