/** A claim's facts: appended once, never changed; the claim's row follows them in the same transaction. */
import type { ClaimEvent, ClaimFact, ClaimStatus, EventSource } from '@claimside/shared/lifecycle';
import {
  type ClaimState,
  countingAccount,
  foldClaim,
  standingEvents,
  takenBackIds,
  turnsOfClaims,
} from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, sql } from 'drizzle-orm';
import { appealColumns } from './appeals.ts';
import { billedIn } from './billed.ts';
import { forgetCheckNumbers, noteCheckNumbers } from './check-numbers.ts';
import { accountOfOne, journalKindOf, postAccount, postClaimMoney } from './claim-ledger.ts';
import { forgetPayerNumbers, notePayerNumbers } from './claim-matching.ts';
import { eventRows, listEvents, toEvent } from './event-rows.ts';
import type { Cause } from './journal.ts';
import { oncePerConnection } from './prepared.ts';
import { type FirstClaim, setReportAccount } from './report-accounts-write.ts';
import { claimEvents, claims } from './schema.ts';
import type { Scope } from './store.ts';
import { listSubmissions } from './submissions.ts';
import { setWorklists } from './worklists-write.ts';

export { findEvent, findFact, listEvents } from './event-rows.ts';
export { takenBackKey } from './schema.ts';

export interface NewFact {
  readonly at: UtcInstant;
  readonly source: EventSource;
  readonly fact: ClaimFact;
  /** The same fact learnt again (a file delivered twice) has the same key and is not added. */
  readonly dedupeKey: string;
}

/**
 * Appends what is new and refolds the claim's status and money. Call inside a transaction.
 * Throws when the practice has no such claim.
 */
export async function appendFacts(
  scope: Scope,
  claimId: string,
  facts: readonly NewFact[],
): Promise<{ added: number; status: ClaimStatus }> {
  const claim = await inAccount(scope, claimId);
  if (!claim) throw new Error('no such claim in this practice');
  const rows = await eventRows(scope, claimId);
  const events = rows.map(toEvent);
  const takenBack = takenBackIds(events);
  const known = new Set(rows.flatMap(({ id, dedupeKey }) => (takenBack.has(id) ? [] : dedupeKey)));
  const fresh: (typeof claimEvents.$inferInsert)[] = [];
  for (const { at, source, fact, dedupeKey } of facts) {
    if (known.has(dedupeKey)) continue;
    known.add(dedupeKey);
    const sequence = rows.length + fresh.length + 1;
    const id = `${claimId}-${sequence}`;
    fresh.push({
      id,
      practiceId: scope.practiceId,
      claimId,
      sequence,
      at,
      source: JSON.stringify(source),
      fact: JSON.stringify(fact),
      dedupeKey,
      round: rows.filter((row) => row.dedupeKey === dedupeKey).length,
    });
    events.push({ id, at, source, fact });
  }
  const earlier = claim.follows === null ? [] : await listAccountEvents(scope, claim.follows);
  const state = foldClaim(billedIn(claim), events, ...earlier);
  if (fresh.length > 0) {
    for (const row of fresh) await insertEvent(scope.db).execute(row);
    const learnt = events.slice(rows.length).map(({ fact }) => fact);
    await notePayerNumbers(scope, claimId, learnt);
    await noteCheckNumbers(scope, claimId, learnt);
    await forgetTakenBack(scope, claimId, learnt, events);
    await setState(scope, claimId, state, events, { ...claim, earlier });
    if (claim.followedBy !== null) await refold(scope, claim.followedBy);
    const cause = causeOf(events.slice(rows.length));
    if (claim.follows === null && claim.followedBy === null)
      await postClaimMoney(scope, accountOfOne(claimId, state.status, state.money, events), cause);
    else await postAccount(scope, claimId, cause);
  }
  return { added: fresh.length, status: state.status };
}

const insertEvent = oncePerConnection((db) =>
  db
    .insert(claimEvents)
    .values({
      id: sql.placeholder('id'),
      practiceId: sql.placeholder('practiceId'),
      claimId: sql.placeholder('claimId'),
      sequence: sql.placeholder('sequence'),
      at: sql.placeholder('at'),
      source: sql.placeholder('source'),
      fact: sql.placeholder('fact'),
      dedupeKey: sql.placeholder('dedupeKey'),
      round: sql.placeholder('round'),
    })
    .prepare(),
);

/** By numbers that only answers told which were taken back, the claim is not found any more. */
async function forgetTakenBack(
  scope: Scope,
  claimId: string,
  learnt: readonly ClaimFact[],
  events: readonly ClaimEvent[],
): Promise<void> {
  const gone = new Set(learnt.flatMap((fact) => (fact.type === 'answer-taken-back' ? fact.eventId : [])));
  if (gone.size === 0) return;
  const wasSaid = events.flatMap(({ id, fact }) => (gone.has(id) ? fact : []));
  const isSaid = standingEvents(events).map(({ fact }) => fact);
  await forgetPayerNumbers(scope, claimId, wasSaid, isSaid);
  await forgetCheckNumbers(scope, claimId, wasSaid, isSaid);
}

/** Of facts that were learnt together: one at least. */
function causeOf(facts: readonly ClaimEvent[]): Cause {
  const { at, source } = facts.at(-1) as ClaimEvent;
  return { at, source, kind: journalKindOf(facts.map(({ fact }) => fact.type)) };
}

const claimInAccount = oncePerConnection((db) =>
  db
    .select({
      id: claims.id,
      totalCharge: claims.totalCharge,
      claim: claims.claim,
      follows: claims.followsClaim,
      followedBy: claims.followedBy,
      serviceDate: claims.serviceDate,
      createdAt: claims.createdAt,
      payerName: claims.payerName,
      renderingNpi: claims.renderingNpi,
    })
    .from(claims)
    .where(
      and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('claimId'))),
    )
    .prepare(),
);

async function inAccount({ db, practiceId }: Scope, claimId: string) {
  const [claim] = await claimInAccount(db).execute({ practiceId, claimId });
  return claim;
}

/**
 * Derives the claim's row and its places on worklists anew: of what is paid on a claim, of every one that follows it; and where
 * the way they are derived has changed.
 */
export async function refold(scope: Scope, claimId: string): Promise<void> {
  const claim = await inAccount(scope, claimId);
  if (!claim) return;
  const earlier = claim.follows === null ? [] : await listAccountEvents(scope, claim.follows);
  const events = await listEvents(scope, claimId);
  const state = foldClaim(billedIn(claim), events, ...earlier);
  await setState(scope, claimId, state, events, { ...claim, earlier });
  if (claim.followedBy !== null) await refold(scope, claim.followedBy);
}

async function setState(
  scope: Scope,
  claimId: string,
  state: ClaimState,
  events: readonly ClaimEvent[],
  { earlier, ...claim }: AccountPlace & { readonly earlier: readonly (readonly ClaimEvent[])[] },
): Promise<void> {
  const { status, since, money, awaits } = state;
  const { db, practiceId } = scope;
  const appeal = await appealColumns(scope, claimId, state);
  const row = { practiceId, claimId, status, since, money: JSON.stringify(money), awaits, ...appeal };
  await updateClaim(db).execute(row);
  const firstBilled = await firstPayersClaim(scope, claim.follows, [...earlier, events]);
  const looked = await setWorklists(scope, claimId, state, [...state.carried, ...events], firstBilled);
  const first = claim.follows === null ? claim : await firstOfAccount(scope, claim.follows);
  await setReportAccount(scope, claimId, { ...claim, first, looked }, [...earlier, events], state);
}

/** Undefined where no other insurance was billed since: the claim is the first payer's own. */
async function firstPayersClaim(
  scope: Scope,
  follows: string | null,
  account: readonly (readonly ClaimEvent[])[],
): Promise<{ readonly id: string; readonly events: readonly ClaimEvent[] } | undefined> {
  const turns = turnsOfClaims(account);
  if (follows === null || turns.at(-1) === 1) return undefined;
  const submission = (await listSubmissions(scope, follows))[turns.lastIndexOf(1)];
  const events = countingAccount(account).flatMap((each, place) => (turns[place] === 1 ? each : []));
  return submission && { id: submission.id, events };
}

/** Of the claim, and of how it stands in its account. */
type AccountPlace = NonNullable<Awaited<ReturnType<typeof inAccount>>>;

/** To the first insurance; where another was billed instead of it, to that one. */
async function firstOfAccount(scope: Scope, claimId: string): Promise<FirstClaim | undefined> {
  const submissions = await listSubmissions(scope, claimId);
  const next = submissions.findIndex(({ how }) => how === 'next-payer');
  const toFirst = next < 0 ? submissions : submissions.slice(0, next);
  const first = toFirst.findLast(({ how }) => how === 'instead') ?? submissions[0];
  return first && (await inAccount(scope, first.id));
}

const updateClaim = oncePerConnection((db) =>
  db
    .update(claims)
    .set({
      status: sql`${sql.placeholder('status')}`,
      statusSince: sql`${sql.placeholder('since')}`,
      money: sql`${sql.placeholder('money')}`,
      awaits: sql`${sql.placeholder('awaits')}`,
      appeal: sql`${sql.placeholder('appeal')}`,
      appealDue: sql`${sql.placeholder('appealDue')}`,
    })
    .where(
      and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('claimId'))),
    )
    .prepare(),
);

/** The facts of each claim that one follows, and its own, the first claim's first. */
export async function listAccountEvents(scope: Scope, claimId: string): Promise<(readonly ClaimEvent[])[]> {
  const submissions = await listSubmissions(scope, claimId);
  const ids = submissions.slice(0, submissions.findIndex(({ id }) => id === claimId) + 1).map(({ id }) => id);
  const each: (readonly ClaimEvent[])[] = [];
  for (const id of ids) each.push(await listEvents(scope, id));
  return each;
}
