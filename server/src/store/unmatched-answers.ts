/** Parts of answers that fit no claim for certain: kept once, listed, and decided on once. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { type Cents, cents, type UtcInstant } from '@claimside/shared/values';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { inboundFiles, unmatchedAnswers } from './schema.ts';
import type { Scope } from './store.ts';

export interface UnmatchedAnswer {
  readonly id: string;
  readonly inboundFileId: string;
  /** The payment that it is a part of; null for an answer without money. */
  readonly paymentKey: string | null;
  readonly reference: ClaimReference;
  readonly fact: ClaimFact;
  readonly dedupeKey: string;
  readonly amount: Cents;
  readonly createdAt: UtcInstant;
}

export interface StoredUnmatchedAnswer extends UnmatchedAnswer {
  readonly state: 'waiting' | 'matched' | 'dismissed';
  readonly claimId: string | null;
  readonly fileName: string;
}

export type AnswerDecision =
  | { readonly state: 'matched'; readonly claimId: string }
  | { readonly state: 'dismissed'; readonly reason: string };

/** Kept once, however often the same part comes. Call in the transaction that stores what else its file says. */
export async function insertUnmatchedAnswers(
  scope: Scope,
  answers: readonly UnmatchedAnswer[],
): Promise<void> {
  for (const { reference, fact, ...answer } of answers)
    await scope.db
      .insert(unmatchedAnswers)
      .values({
        ...answer,
        practiceId: scope.practiceId,
        reference: toJson(reference),
        fact: toJson(fact),
        state: 'waiting',
      })
      .onConflictDoNothing();
}

/** What became of a part that came before. */
export async function findUnmatchedByKey(
  scope: Scope,
  dedupeKey: string,
): Promise<Pick<StoredUnmatchedAnswer, 'id' | 'state' | 'claimId'> | undefined> {
  const { db, practiceId } = scope;
  const [row] = await answerOfKey(db).execute({ practiceId, dedupeKey });
  return row && { ...row, state: row.state as StoredUnmatchedAnswer['state'] };
}

const answerOfKey = oncePerConnection((db) =>
  db
    .select({ id: unmatchedAnswers.id, state: unmatchedAnswers.state, claimId: unmatchedAnswers.claimId })
    .from(unmatchedAnswers)
    .where(
      and(
        eq(unmatchedAnswers.practiceId, sql.placeholder('practiceId')),
        eq(unmatchedAnswers.dedupeKey, sql.placeholder('dedupeKey')),
      ),
    )
    .prepare(),
);

export async function findUnmatchedAnswer(
  scope: Scope,
  id: string,
): Promise<StoredUnmatchedAnswer | undefined> {
  const [row] = await withFile(scope).where(
    and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.id, id)),
  );
  return row && toAnswer(row);
}

/** Those that wait, the oldest first. */
export async function listWaitingAnswers(scope: Scope, limit: number): Promise<StoredUnmatchedAnswer[]> {
  const rows = await withFile(scope)
    .where(and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.state, 'waiting')))
    .orderBy(asc(unmatchedAnswers.createdAt), asc(unmatchedAnswers.id))
    .limit(limit);
  return rows.map(toAnswer);
}

/** How many wait: of the practice, of a file, or of one payment in a file. */
export async function countWaitingAnswers(
  scope: Scope,
  of: { readonly inboundFileId?: string; readonly paymentKey?: string } = {},
): Promise<number> {
  const [row] = await scope.db
    .select({ answers: count() })
    .from(unmatchedAnswers)
    .where(
      and(
        eq(unmatchedAnswers.practiceId, scope.practiceId),
        eq(unmatchedAnswers.state, 'waiting'),
        of.inboundFileId === undefined ? undefined : eq(unmatchedAnswers.inboundFileId, of.inboundFileId),
        of.paymentKey === undefined ? undefined : eq(unmatchedAnswers.paymentKey, of.paymentKey),
      ),
    );
  return row?.answers ?? 0;
}

/** False when it does not wait any more. `deviceId` null: what came later made it certain. */
export async function setAnswerDecision(
  scope: Scope,
  id: string,
  decision: AnswerDecision,
  deviceId: string | null,
  at: UtcInstant,
): Promise<boolean> {
  const rows = await scope.db
    .update(unmatchedAnswers)
    .set({ ...decision, decidedByDevice: deviceId, decidedAt: at })
    .where(
      and(
        eq(unmatchedAnswers.practiceId, scope.practiceId),
        eq(unmatchedAnswers.id, id),
        eq(unmatchedAnswers.state, 'waiting'),
      ),
    )
    .returning({ id: unmatchedAnswers.id });
  return rows.length > 0;
}

function withFile(scope: Scope) {
  return scope.db
    .select({ answer: unmatchedAnswers, fileName: inboundFiles.name })
    .from(unmatchedAnswers)
    .innerJoin(inboundFiles, eq(inboundFiles.id, unmatchedAnswers.inboundFileId));
}

function toAnswer({
  answer,
  fileName,
}: {
  readonly answer: typeof unmatchedAnswers.$inferSelect;
  readonly fileName: string;
}): StoredUnmatchedAnswer {
  const { id, inboundFileId, paymentKey, dedupeKey, claimId } = answer;
  return {
    id,
    inboundFileId,
    paymentKey,
    dedupeKey,
    claimId,
    fileName,
    reference: fromJson<ClaimReference>(answer.reference),
    fact: fromJson<ClaimFact>(answer.fact),
    amount: cents(answer.amount),
    createdAt: answer.createdAt as UtcInstant,
    state: answer.state as StoredUnmatchedAnswer['state'],
  };
}
