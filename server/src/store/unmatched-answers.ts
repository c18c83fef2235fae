/** Parts of answers that do not name their claim by our number: kept once, listed, decided on, and taken back. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { type Cents, cents, type UtcInstant } from '@claimside/shared/values';
import { and, asc, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
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

/** `in-doubt`: it is the claim's, and what is known by now says that it is another's. */
export type AnswerState = 'waiting' | 'matched' | 'dismissed' | 'in-doubt';

export interface StoredUnmatchedAnswer extends UnmatchedAnswer {
  readonly state: AnswerState;
  readonly claimId: string | null;
  readonly fileName: string;
  /** How it found its claim by itself; null where a person said so, and while it waits. */
  readonly matchedBy: string | null;
  readonly decidedAt: string | null;
  /** Why it was set aside, or taken off a claim. */
  readonly reason: string | null;
  readonly reopenedAt: string | null;
  readonly reopenedFrom: string | null;
}

export type AnswerDecision =
  | { readonly state: 'matched'; readonly claimId: string }
  | { readonly state: 'dismissed'; readonly reason: string };

/** What it was when it came: to be decided, or found to be of a claim. */
export type FirstState =
  | { readonly state: 'waiting' }
  | { readonly state: 'matched' | 'in-doubt'; readonly claimId: string; readonly matchedBy: string | null };

/** Kept once, however often the same part comes. Call in the transaction that stores what else its file says. */
export async function insertUnmatchedAnswers(
  scope: Scope,
  answers: readonly (UnmatchedAnswer & Partial<FirstState>)[],
): Promise<void> {
  for (const { reference, fact, ...answer } of answers)
    await scope.db
      .insert(unmatchedAnswers)
      .values({
        state: 'waiting',
        ...answer,
        practiceId: scope.practiceId,
        reference: toJson(reference),
        fact: toJson(fact),
      })
      .onConflictDoNothing();
}

export interface EarlierPart
  extends Pick<StoredUnmatchedAnswer, 'id' | 'state' | 'claimId' | 'inboundFileId' | 'reopenedAt'> {
  readonly decidedByDevice: string | null;
}

/** What became of a part that came before. */
export async function findUnmatchedByKey(scope: Scope, dedupeKey: string): Promise<EarlierPart | undefined> {
  const { db, practiceId } = scope;
  const [row] = await answerOfKey(db).execute({ practiceId, dedupeKey });
  return row && { ...row, state: row.state as AnswerState };
}

const answerOfKey = oncePerConnection((db) =>
  db
    .select({
      id: unmatchedAnswers.id,
      state: unmatchedAnswers.state,
      claimId: unmatchedAnswers.claimId,
      inboundFileId: unmatchedAnswers.inboundFileId,
      reopenedAt: unmatchedAnswers.reopenedAt,
      decidedByDevice: unmatchedAnswers.decidedByDevice,
    })
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
    .where(and(eq(unmatchedAnswers.practiceId, scope.practiceId), NEEDS_PERSON))
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
        NEEDS_PERSON,
        of.inboundFileId === undefined ? undefined : eq(unmatchedAnswers.inboundFileId, of.inboundFileId),
        of.paymentKey === undefined ? undefined : eq(unmatchedAnswers.paymentKey, of.paymentKey),
      ),
    );
  return row?.answers ?? 0;
}

/** Who decided: a person, or what came later and made it certain, by which step. */
export type DecidedBy = { readonly deviceId: string } | { readonly step: string };

/** False when it does not wait any more. */
export async function setAnswerDecision(
  scope: Scope,
  id: string,
  decision: AnswerDecision,
  who: DecidedBy,
  at: UtcInstant,
): Promise<boolean> {
  const by = 'step' in who ? who.step : null;
  const deviceId = 'deviceId' in who ? who.deviceId : null;
  const rows = await scope.db
    .update(unmatchedAnswers)
    .set({ claimId: null, ...decision, matchedBy: by, decidedByDevice: deviceId, decidedAt: at })
    .where(and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.id, id), NEEDS_PERSON))
    .returning({ id: unmatchedAnswers.id });
  return rows.length > 0;
}

/** It waits again, until a person decides anew. */
export async function setWaitingAgain(
  scope: Scope,
  id: string,
  {
    deviceId,
    at,
    from,
    reason,
  }: {
    readonly deviceId: string;
    readonly at: UtcInstant;
    readonly from: string | null;
    readonly reason: string | null;
  },
): Promise<void> {
  await scope.db
    .update(unmatchedAnswers)
    .set({
      state: 'waiting',
      claimId: null,
      matchedBy: null,
      decidedByDevice: null,
      decidedAt: null,
      reopenedAt: at,
      reopenedByDevice: deviceId,
      reopenedFrom: from,
      reason,
    })
    .where(and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.id, id)));
}

/** A person has to look at it: it stays with its claim until then. */
export async function markInDoubt(scope: Scope, id: string): Promise<void> {
  await scope.db
    .update(unmatchedAnswers)
    .set({ state: 'in-doubt' })
    .where(and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.id, id)));
}

/** Those that are of the claim, in the order in which they came. */
export async function listAnswersOfClaim(scope: Scope, claimId: string): Promise<StoredUnmatchedAnswer[]> {
  const rows = await withFile(scope)
    .where(and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.claimId, claimId)))
    .orderBy(asc(unmatchedAnswers.createdAt), asc(unmatchedAnswers.id));
  return rows.map(toAnswer);
}

/** What people decided last, the latest first. */
export async function listDecidedAnswers(scope: Scope, limit: number): Promise<StoredUnmatchedAnswer[]> {
  const rows = await withFile(scope)
    .where(
      and(eq(unmatchedAnswers.practiceId, scope.practiceId), isNotNull(unmatchedAnswers.decidedByDevice)),
    )
    .orderBy(desc(unmatchedAnswers.decidedAt), desc(unmatchedAnswers.id))
    .limit(limit);
  return rows.map(toAnswer);
}

const NEEDS_PERSON = inArray(unmatchedAnswers.state, ['waiting', 'in-doubt']);

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
  const { id, inboundFileId, paymentKey, dedupeKey, claimId, matchedBy } = answer;
  const { decidedAt, reason, reopenedAt, reopenedFrom } = answer;
  return {
    id,
    inboundFileId,
    paymentKey,
    dedupeKey,
    claimId,
    matchedBy,
    decidedAt,
    reason,
    reopenedAt,
    reopenedFrom,
    fileName,
    reference: fromJson<ClaimReference>(answer.reference),
    fact: fromJson<ClaimFact>(answer.fact),
    amount: cents(answer.amount),
    createdAt: answer.createdAt as UtcInstant,
    state: answer.state as AnswerState,
  };
}
