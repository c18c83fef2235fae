/** For tests of what is stored: a store in a temporary folder, removed with it, and claims in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimFact, FollowUp } from '@claimside/shared/lifecycle';
import { type Cents, cents, type UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, sql } from 'drizzle-orm';
import { appendFacts } from './claim-events.ts';
import { insertClaim, setFollowedBy } from './claims.ts';
import { insertPractice } from './practices.ts';
import { claimPayerNumbers, journalEntries, journalTransactions, unmatchedAnswers } from './schema.ts';
import { openStore, type Scope, type Store } from './store.ts';

export const AT = '2026-11-26T12:00:00.000Z' as UtcInstant;

export interface TestStore {
  readonly store: Store;
  close(): Promise<void>;
  /** A practice of its own, which sees nothing of the others. */
  practice(): Promise<TestLedger>;
}

export interface TestLedger {
  /** Reads what is committed. */
  readonly scope: Scope;
  write<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
  /** Stores a claim with its first fact; gives its id. */
  bill(charge?: Cents, follows?: { readonly claimId: string; readonly how: FollowUp }): Promise<string>;
  /** The same fact (by its content) is learnt once. */
  learn(claimId: string, ...facts: ClaimFact[]): Promise<void>;
  /** What waits for a person, which is one part of an answer, is given to this claim. */
  giveWaitingTo(claimId: string): Promise<void>;
  /** Every number that payers gave claims is this one's. */
  givePayerNumbersTo(claimId: string): Promise<void>;
  /** Every part of an answer that did not name its claim, the oldest first. */
  answers(): Promise<(typeof unmatchedAnswers.$inferSelect)[]>;
  /** As it was before there was a ledger, and a queue of unmatched parts: takes the rows of all practices away. */
  forgetLedger(): Promise<void>;
  /** Takes a claim back that follows `follows`, or none. */
  takeBack(claimId: string, follows: string | null): Promise<void>;
}

export function openTestStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-store-'));
  const store = openStore(join(folder, 'claimside.db'));
  let practices = 0;
  return {
    store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
    async practice() {
      practices += 1;
      const practiceId = `practice-${practices}`;
      await store.transaction((db) =>
        insertPractice(db, { id: practiceId, name: 'TEST PRACTICE', createdAt: AT }),
      );
      return testLedger(store, practiceId);
    },
  };
}

/** Of a practice that is there. */
export function testLedger(store: Store, practiceId: string): TestLedger {
  let claims = 0;
  const write = <T>(work: (scope: Scope) => Promise<T>) =>
    store.transaction((db) => work({ db, practiceId }));
  const append = (scope: Scope, claimId: string, facts: readonly ClaimFact[]) =>
    appendFacts(
      scope,
      claimId,
      facts.map((fact) => ({
        at: AT,
        source: { kind: 'system' },
        fact,
        dedupeKey: fact.type === 'payment' ? paymentDedupe(fact.payment) : JSON.stringify(fact),
      })),
    );
  return {
    scope: { db: store.db, practiceId },
    write,
    bill: (charge = cents(28_100), follows) =>
      write(async (scope) => {
        claims += 1;
        const id = `${practiceId}-${claims}`;
        await insertClaim(scope, {
          id,
          idempotencyKey: id,
          requestHash: id,
          visitKey: follows?.claimId ?? id,
          patientControlNumber: `C${String(claims).padStart(9, '0')}`,
          claim: exampleClaim,
          totalCharge: charge,
          ehr: 'manual',
          correctedFields: [],
          createdByDevice: 'device',
          createdAt: AT,
          follows,
        });
        await append(scope, id, [{ type: 'queued' }]);
        if (follows)
          await append(scope, follows.claimId, [
            { type: 'followed', how: follows.how, claimId: id, patientControlNumber: `C${claims}` },
          ]);
        return id;
      }),
    learn: (claimId, ...facts) => write((scope) => append(scope, claimId, facts).then(() => undefined)),
    giveWaitingTo: (claimId) =>
      write(async (scope) => {
        const [waiting] = await scope.db
          .update(unmatchedAnswers)
          .set({ state: 'matched', claimId })
          .where(and(eq(unmatchedAnswers.practiceId, practiceId), eq(unmatchedAnswers.state, 'waiting')))
          .returning({ fact: unmatchedAnswers.fact });
        if (waiting) await append(scope, claimId, [JSON.parse(waiting.fact) as ClaimFact]);
      }),
    givePayerNumbersTo: (claimId) =>
      write(async ({ db }) => {
        await db
          .update(claimPayerNumbers)
          .set({ claimId })
          .where(eq(claimPayerNumbers.practiceId, practiceId));
      }),
    answers: () =>
      store.db
        .select()
        .from(unmatchedAnswers)
        .where(eq(unmatchedAnswers.practiceId, practiceId))
        .orderBy(asc(unmatchedAnswers.createdAt), asc(unmatchedAnswers.id)),
    forgetLedger: () =>
      store.transaction(async (db) => {
        for (const table of ['journal_entries', 'journal_transactions'])
          await db.run(sql.raw(`DROP TRIGGER IF EXISTS ${table}_no_delete`));
        await db.delete(journalEntries);
        await db.delete(journalTransactions);
        await db.delete(unmatchedAnswers);
      }),
    takeBack: (claimId, follows) =>
      write(async (scope) => {
        await append(scope, claimId, [{ type: 'cancelled' }]);
        if (follows === null) return;
        await setFollowedBy(scope, follows, null);
        await append(scope, follows, [{ type: 'follow-up-cancelled', claimId }]);
      }),
  };
}

/** As the exchange makes it. */
const paymentDedupe = ({ paymentKey, contentHash }: { paymentKey: string; contentHash: string }) =>
  `payment:${paymentKey}:${contentHash}`;
