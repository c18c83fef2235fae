/** Questions that a clearinghouse answers at once: kept before they are asked, and settled by the answer or the trouble. */
import type { EligibilityCheck } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { realTimeQuestions } from './schema.ts';
import type { Scope } from './store.ts';

export type QuestionTrouble = NonNullable<EligibilityCheck['trouble']>;

export interface QuestionToKeep {
  readonly id: string;
  readonly kind: '270' | '276';
  /** The patient's key, or the claim's id. */
  readonly subject: string;
  /** A hash of all that is asked but the day. */
  readonly target: string;
  /** The payer's as on claims, where it is asked under another one. */
  readonly payerId: string | null;
  readonly connectionId: string;
  readonly deviceId: string;
  /** A hash of the asking device and its idempotency key. */
  readonly askedUnder: string;
  readonly askedAt: UtcInstant;
  readonly question: Buffer;
}

export interface KeptQuestion extends QuestionToKeep {
  /** Null while it is under way. */
  readonly answeredAt: UtcInstant | null;
  readonly trouble: QuestionTrouble | null;
  /** As it came; there before the question counts as answered. */
  readonly answer: Buffer | null;
}

export async function insertQuestion(scope: Scope, question: QuestionToKeep): Promise<void> {
  await scope.db.insert(realTimeQuestions).values({ ...question, practiceId: scope.practiceId });
}

/** Before anything is done with it. */
export async function keepAnswer(scope: Scope, id: string, answer: Uint8Array): Promise<void> {
  await scope.db
    .update(realTimeQuestions)
    .set({ answer: Buffer.from(answer) })
    .where(unsettled(scope, id));
}

/** Once: what is settled stays so. `trouble`: why there is no answer; null where it is kept. */
export async function settleQuestion(
  scope: Scope,
  id: string,
  at: UtcInstant,
  trouble: QuestionTrouble | null,
): Promise<void> {
  await scope.db
    .update(realTimeQuestions)
    .set({ answeredAt: at, trouble: trouble && toJson(trouble) })
    .where(unsettled(scope, id));
}

const unsettled = (scope: Scope, id: string) =>
  and(ours(scope), eq(realTimeQuestions.id, id), isNull(realTimeQuestions.answeredAt));

export async function findQuestion(scope: Scope, id: string): Promise<KeptQuestion | undefined> {
  return one(scope, eq(realTimeQuestions.id, id));
}

export async function findQuestionAskedUnder(
  scope: Scope,
  askedUnder: string,
): Promise<KeptQuestion | undefined> {
  return one(scope, eq(realTimeQuestions.askedUnder, askedUnder));
}

/** The newest about the patient or claim. */
export async function latestQuestion(
  scope: Scope,
  kind: KeptQuestion['kind'],
  subject: string,
): Promise<KeptQuestion | undefined> {
  return one(scope, about(kind, subject));
}

/** The same question, asked since then and not answered yet. */
export async function questionUnderWay(
  scope: Scope,
  { kind, subject, target }: Pick<QuestionToKeep, 'kind' | 'subject' | 'target'>,
  since: UtcInstant,
): Promise<KeptQuestion | undefined> {
  return one(
    scope,
    and(
      about(kind, subject),
      eq(realTimeQuestions.target, target),
      isNull(realTimeQuestions.answeredAt),
      gte(realTimeQuestions.askedAt, since),
    ),
  );
}

/** How often the same was asked since then. */
export async function timesAsked(
  scope: Scope,
  { kind, subject, target }: Pick<QuestionToKeep, 'kind' | 'subject' | 'target'>,
  since: UtcInstant,
): Promise<number> {
  const [row] = await scope.db
    .select({ times: sql<number>`count(*)` })
    .from(realTimeQuestions)
    .where(
      and(
        ours(scope),
        about(kind, subject),
        eq(realTimeQuestions.target, target),
        gte(realTimeQuestions.askedAt, since),
      ),
    );
  return Number(row?.times ?? 0);
}

const ours = ({ practiceId }: Scope) => eq(realTimeQuestions.practiceId, practiceId);
const about = (kind: KeptQuestion['kind'], subject: string) =>
  and(eq(realTimeQuestions.kind, kind), eq(realTimeQuestions.subject, subject));

async function one(scope: Scope, where: ReturnType<typeof and>): Promise<KeptQuestion | undefined> {
  const [row] = await scope.db
    .select()
    .from(realTimeQuestions)
    .where(and(ours(scope), where))
    .orderBy(desc(realTimeQuestions.askedAt), desc(realTimeQuestions.id))
    .limit(1);
  if (!row) return undefined;
  return {
    ...row,
    kind: row.kind as KeptQuestion['kind'],
    askedAt: row.askedAt as UtcInstant,
    answeredAt: row.answeredAt as UtcInstant | null,
    trouble: row.trouble === null ? null : fromJson<QuestionTrouble>(row.trouble),
  };
}
