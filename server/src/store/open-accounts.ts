/** Claim accounts that came before the ledger: what their facts did to them, fact by fact, is entered as if it had been there. */
import {
  type Billed,
  type ClaimEvent,
  foldClaim,
  paidByPayment,
  sentBack,
} from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import { and, asc, eq, gt, inArray, isNull, notExists } from 'drizzle-orm';
import { billedIn } from './billed.ts';
import { isOwed, journalKindOf, withoutTakenBack } from './claim-ledger.ts';
import { unindexed } from './dialect.ts';
import { listEvents } from './event-rows.ts';
import { appendToJournal } from './journal.ts';
import { claimPostings, difference, type Posting } from './ledger-accounts.ts';
import { claims, journalEntries } from './schema.ts';
import type { Scope } from './store.ts';
import { listSubmissions, type StoredSubmission } from './submissions.ts';

const NOTHING = cents(0);

/** First claims of accounts of which the ledger knows nothing, in the order of their ids, behind `after`. */
export async function listUnopenedAccounts(scope: Scope, after: string, limit: number): Promise<string[]> {
  const entries = scope.db
    .select({ line: journalEntries.line })
    .from(journalEntries)
    .where(and(eq(journalEntries.practiceId, claims.practiceId), eq(journalEntries.claimAccount, claims.id)));
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(unindexed(claims.practiceId), scope.practiceId),
        gt(claims.id, after),
        isNull(claims.followsClaim),
        notExists(entries),
      ),
    )
    .orderBy(asc(claims.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

interface Learnt {
  readonly claim: number;
  readonly event: ClaimEvent;
}

/** Call inside a transaction of the store; the ledger must know nothing of the account. */
export async function openAccount(scope: Scope, id: string): Promise<void> {
  const submissions = withoutTakenBack(await listSubmissions(scope, id));
  const billed = await readBilled(scope, submissions);
  const learnt: Learnt[] = [];
  for (const [claim, submission] of submissions.entries())
    for (const event of await listEvents(scope, submission.id)) learnt.push({ claim, event });
  learnt.sort((a, b) => (a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : 0));
  let entered: Posting[] = [];
  let transactions = 0;
  for (const [index, { event }] of learnt.entries()) {
    const wanted = postingsAfter(id, submissions, billed, learnt.slice(0, index + 1));
    const cause = { at: event.at, source: event.source, kind: journalKindOf([event.fact.type]) };
    const key = `claim:${id}:${transactions + 1}`;
    if (await appendToJournal(scope, cause, key, difference(entered, wanted))) transactions += 1;
    entered = wanted;
  }
}

/** What the account came to when this much was known. */
function postingsAfter(
  id: string,
  submissions: readonly StoredSubmission[],
  billed: ReadonlyMap<string, Billed>,
  learnt: readonly Learnt[],
): Posting[] {
  const known = submissions.flatMap((submission, claim) => {
    const events = learnt.filter((each) => each.claim === claim).map(({ event }) => event);
    return events.length === 0 ? [] : [{ ...submission, events }];
  });
  const events = known.flatMap((each) => each.events);
  const standing = known.map((each, index) => {
    const earlier = known.slice(0, index).map((before) => before.events);
    return {
      how: each.how,
      status: foldClaim(billed.get(each.id) ?? NOTHING, each.events, ...earlier).status,
    };
  });
  const earlier = known.slice(0, -1).map((each) => each.events);
  const { money } = foldClaim(
    billed.get(known.at(-1)?.id ?? '') ?? NOTHING,
    known.at(-1)?.events ?? [],
    ...earlier,
  );
  return claimPostings(id, money, paidByPayment(events), isOwed(money, standing), sentBack(events));
}

async function readBilled(
  scope: Scope,
  submissions: readonly StoredSubmission[],
): Promise<ReadonlyMap<string, Billed>> {
  const ids = submissions.map(({ id }) => id);
  const rows = await scope.db
    .select({ id: claims.id, totalCharge: claims.totalCharge, claim: claims.claim })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), inArray(claims.id, ids)));
  return new Map(rows.map((row) => [row.id, billedIn(row)]));
}
