/** What the patient paid at the visit (AMT*F5) counts from the moment that it is billed, once however often the visit is. */
import type { Claim } from '@claimside/shared/claim';
import {
  type ClaimEvent,
  type ClaimFact,
  type FollowUp,
  type StandingAct,
  saidAtVisit,
  standingActs,
} from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import type { Runtime } from '../../runtime.ts';
import { appendFacts, listEvents } from '../../store/claim-events.ts';
import { listOpenAgainOfVisit } from '../../store/claims.ts';
import type { Scope } from '../../store/store.ts';
import { listSubmissions } from '../../store/submissions.ts';

export interface BilledVisit {
  readonly id: string;
  readonly claim: Claim;
  readonly visitKey: string;
  readonly follows: { readonly claimId: string; readonly how: FollowUp } | undefined;
}

type PatientPaid = Extract<ClaimFact, { type: 'patient-paid' }>;
/** A payment that stands, and where it was written down. */
interface Standing {
  readonly claimId: string;
  readonly eventId: string;
  readonly act: StandingAct & { readonly fact: PatientPaid };
}

/**
 * A claim that follows another says by how much its amount is another than what counts by then. A visit that is billed afresh, as its
 * first claim was taken back or rejected, takes all that the patient paid along from there.
 */
export async function recordPaidAtVisit(
  { runtime }: { readonly runtime: Pick<Runtime, 'now'> },
  scope: Scope,
  { id, claim, visitKey, follows }: BilledVisit,
  deviceId: string,
): Promise<void> {
  // A void repeats its claim and says nothing new.
  const paidOn = claim.serviceLines[0]?.serviceDate;
  if (follows?.how === 'void' || paidOn === undefined) return;
  const record = (claimId: string, fact: Omit<PatientPaid, 'type'>, dedupeKey: string) =>
    appendFacts(scope, claimId, [
      {
        at: runtime.now(),
        source: { kind: 'person', deviceId },
        fact: { type: 'patient-paid', ...fact },
        dedupeKey,
      },
    ]);
  const paid = follows ? await paidOnAccount(scope, follows.claimId) : await paidBefore(scope, visitKey);
  for (const { claimId, eventId, act } of follows ? [] : paid) {
    const { fact, left } = act;
    const moved = { ...fact, because: { kind: 'billed-afresh' } } as const;
    await record(claimId, { ...moved, amount: cents(-left) }, `${AT_VISIT}-of:${id}:${eventId}`);
    await record(id, { ...moved, amount: left }, `${AT_VISIT}-from:${eventId}`);
  }
  const said = claim.patientPaidAmount ?? cents(0);
  const amount = saidAtVisit(
    said,
    paid.map(({ act }) => act),
  );
  const isFirst = paid.length === 0 && !follows;
  const because = { kind: 'claim-says', amount: said } as const;
  if (amount !== 0) await record(id, { amount, paidOn, ...(!isFirst && { because }) }, AT_VISIT);
}

const AT_VISIT = 'paid-at-visit';

/** On the accounts of the visit that stand no more. */
async function paidBefore(scope: Scope, visitKey: string): Promise<Standing[]> {
  const paid: Standing[] = [];
  for (const id of await listOpenAgainOfVisit(scope, visitKey)) {
    const submissions = await listSubmissions(scope, id);
    // What was taken back before it was sent has no part in the account that it followed.
    const isAside = submissions.length > 1 && submissions.at(-1)?.status === 'closed';
    if (submissions.at(-1)?.id === id && !isAside) paid.push(...(await paidOnAccount(scope, id)));
  }
  return paid;
}

/** On the claims from the first to this one. */
async function paidOnAccount(scope: Scope, claimId: string): Promise<Standing[]> {
  const submissions = await listSubmissions(scope, claimId);
  const claims = submissions.slice(0, submissions.findIndex(({ id }) => id === claimId) + 1);
  const placeOf = new Map<string, string>();
  const all: ClaimEvent[] = [];
  for (const { id } of claims)
    for (const event of await listEvents(scope, id)) {
      placeOf.set(event.id, id);
      all.push(event);
    }
  return [...standingActs(all)].flatMap(([eventId, { fact, left }]) =>
    fact.type === 'patient-paid'
      ? { claimId: placeOf.get(eventId) ?? claimId, eventId, act: { fact, left } }
      : [],
  );
}
