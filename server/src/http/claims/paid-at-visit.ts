/** What the patient paid at the visit (AMT*F5) counts from the moment that it is billed, once however often the visit is. */
import type { Claim } from '@claimside/shared/claim';
import type { ClaimEvent } from '@claimside/shared/lifecycle';
import { type Cents, cents, sumCents } from '@claimside/shared/values';
import type { Runtime } from '../../runtime.ts';
import { appendFacts, listEvents } from '../../store/claim-events.ts';
import { findClaim, listOpenAgainOfVisit } from '../../store/claims.ts';
import type { Scope } from '../../store/store.ts';

export interface BilledVisit {
  readonly id: string;
  readonly claim: Claim;
  readonly visitKey: string;
  /** The claim that it follows. */
  readonly follows: string | undefined;
}

/**
 * A claim that follows another says by how much its amount is another than before. A visit that is billed afresh, as its first claim
 * was taken back or rejected, takes the payment along from there.
 */
export async function recordPaidAtVisit(
  { runtime }: { readonly runtime: Pick<Runtime, 'now'> },
  scope: Scope,
  { id, claim, visitKey, follows }: BilledVisit,
  deviceId: string,
): Promise<void> {
  const said = claim.patientPaidAmount;
  if (said === undefined) return;
  const paidOn = claim.serviceLines[0]?.serviceDate;
  if (paidOn === undefined) return;
  const record = (claimId: string, amount: Cents, dedupeKey: string) =>
    appendFacts(scope, claimId, [
      {
        at: runtime.now(),
        source: { kind: 'person', deviceId },
        fact: { type: 'patient-paid', amount, paidOn },
        dedupeKey,
      },
    ]);
  const before = follows === undefined ? undefined : await findClaim(scope, follows);
  const amount = cents(said - (before?.claim.patientPaidAmount ?? 0));
  if (amount !== 0) await record(id, amount, AT_VISIT);
  if (follows !== undefined) return;
  for (const left of await listOpenAgainOfVisit(scope, visitKey)) {
    const counted = left === id ? cents(0) : paidAtVisit(await listEvents(scope, left));
    if (counted > 0) await record(left, cents(-counted), `${AT_VISIT}-of:${id}`);
  }
}

const AT_VISIT = 'paid-at-visit';

/** As much of it as was not paid back since. */
function paidAtVisit(events: readonly ClaimEvent[]): Cents {
  const paid = events.flatMap(({ fact }) => (fact.type === 'patient-paid' ? fact : []));
  const sum = (of: typeof paid) => sumCents(of.map(({ amount }) => amount));
  return cents(Math.min(sum(paid.filter(({ method }) => method === undefined)), sum(paid)));
}
