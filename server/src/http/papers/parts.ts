/** Reads what papers about a claim, or about all claims of its patient, are made of. */
import { billedOf, foldClaim, patientDue } from '@claimside/shared/lifecycle';
import type { ClaimParts } from '@claimside/shared/papers';
import { type Cents, cents } from '@claimside/shared/values';
import { listAccountEvents, listEvents } from '../../store/claim-events.ts';
import { findClaim, listAccountsOfPatient } from '../../store/claims.ts';
import type { Scope } from '../../store/store.ts';

/** More than any patient has; the oldest are left out. */
const MOST = 500;

/** Undefined when the practice has no such claim. */
export async function claimParts(scope: Scope, id: string): Promise<ClaimParts | undefined> {
  const found = await findClaim(scope, id);
  if (!found) return undefined;
  const { summary, claim, follows } = found;
  const events = await listEvents(scope, id);
  const earlier = follows === null ? [] : await listAccountEvents(scope, follows);
  const { status, money, isClosed } = foldClaim(billedOf(summary.totalCharge, claim), events, ...earlier);
  return {
    claim,
    patientControlNumber: summary.patientControlNumber,
    status,
    money,
    isClosed,
    events,
    earlier,
  };
}

/** Of the patient of this claim, one for each account, the last visit first. */
export async function partsOfPatient(scope: Scope, claimId: string): Promise<ClaimParts[]> {
  const all: ClaimParts[] = [];
  for (const id of await listAccountsOfPatient(scope, claimId, MOST)) {
    const parts = await claimParts(scope, id);
    if (parts) all.push(parts);
  }
  return all;
}

/** What the statement of this claim's patient asks for, by the claims that stand for its visits. */
export async function askedOnStatement(scope: Scope, claimId: string): Promise<ReadonlyMap<string, Cents>> {
  const asked = new Map<string, Cents>();
  for (const id of await listAccountsOfPatient(scope, claimId, MOST)) {
    const parts = await claimParts(scope, id);
    const due = parts && !parts.isClosed ? patientDue(parts.status, parts.money) : 0;
    if (due > 0) asked.set(id, cents(due));
  }
  return asked;
}
