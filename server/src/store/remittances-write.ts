/** Remittances as they are received: the same one in two files is stored, and posted, once. */
import type { RemittanceSummary } from '@claimside/shared/api';
import type { Cents, IsoDate, UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, gte, isNull, lt, ne, notInArray } from 'drizzle-orm';
import { plainCheckNumber } from './check-numbers.ts';
import type { StoredDecision } from './decisions.ts';
import { settleInbound } from './inbound-files.ts';
import { fromJson, toJson } from './json.ts';
import { remittances } from './schema.ts';
import type { Scope } from './store.ts';

export interface NewRemittance {
  readonly id: string;
  readonly paymentKey: string;
  readonly contentHash: string;
  readonly inboundFileId: string;
  readonly checkNumber: string;
  readonly paymentDate: IsoDate;
  readonly payerName: string;
  /** BPR04. */
  readonly paymentMethod: string;
  readonly total: Cents;
  readonly claimCount: number;
  readonly state: RemittanceSummary['state'];
  /** Why it waits; no patient data. */
  readonly reason: string | null;
  /** Whether any of it was posted. */
  readonly posted: boolean;
  /** Of a person, who is asked again. */
  readonly decision?: StoredDecision | null;
  readonly createdAt: UtcInstant;
}

export interface ReceivedRemittance {
  readonly id: string;
  readonly paymentKey: string;
  readonly state: string;
  readonly contentHash: string;
  readonly posted: boolean;
  readonly inboundFileId: string;
  readonly decision: StoredDecision | null;
}

/** False when this payment with this content is here already. Call inside a transaction. */
export async function insertRemittance(
  scope: Scope,
  { decision = null, ...remittance }: NewRemittance,
): Promise<boolean> {
  const rows = await scope.db
    .insert(remittances)
    .values({
      ...remittance,
      decision: decision && toJson(decision),
      practiceId: scope.practiceId,
      checkKey: plainCheckNumber(remittance.checkNumber),
    })
    .onConflictDoNothing()
    .returning({ id: remittances.id });
  return rows.length > 0;
}

/** What was received of this payment: under its key, and under the keys of what a person posted of it all the same. */
export async function listRemittancesOfPayment(
  scope: Scope,
  paymentKey: string,
): Promise<ReceivedRemittance[]> {
  const rows = await scope.db
    .select({
      id: remittances.id,
      paymentKey: remittances.paymentKey,
      decision: remittances.decision,
      contentHash: remittances.contentHash,
      state: remittances.state,
      posted: remittances.posted,
      inboundFileId: remittances.inboundFileId,
    })
    .from(remittances)
    .where(
      and(
        eq(remittances.practiceId, scope.practiceId),
        // The rest of such a key is a bar and a number.
        gte(remittances.paymentKey, paymentKey),
        lt(remittances.paymentKey, `${paymentKey}|\u007f`),
      ),
    );
  return rows.map(({ decision, ...row }) => ({
    ...row,
    decision: decision === null ? null : fromJson<StoredDecision>(decision),
  }));
}

/** Whether one was posted whose key begins like this, other than under this key. */
export async function hasOtherPayment(scope: Scope, prefix: string, paymentKey: string): Promise<boolean> {
  const rows = await scope.db
    .select({ id: remittances.id })
    .from(remittances)
    .where(
      and(
        eq(remittances.practiceId, scope.practiceId),
        gte(remittances.paymentKey, prefix),
        lt(remittances.paymentKey, `${prefix}\u007f`),
        ne(remittances.paymentKey, paymentKey),
        eq(remittances.posted, true),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * Takes away remittances that posted nothing, as a better account of the same payment came; their raw files stay. A file
 * of which nothing else waits needs nobody any more. Call inside a transaction.
 */
export async function supersedeRemittances(
  scope: Scope,
  superseded: readonly ReceivedRemittance[],
): Promise<void> {
  const ofPractice = eq(remittances.practiceId, scope.practiceId);
  for (const { id } of superseded)
    await scope.db
      .delete(remittances)
      .where(and(ofPractice, eq(remittances.id, id), eq(remittances.posted, false)));
  for (const fileId of new Set(superseded.map((each) => each.inboundFileId)))
    if (!(await hasWaitingInFile(scope, fileId))) await settleInbound(scope, fileId);
}

/** States of which nobody is needed any more. */
const SETTLED: readonly RemittanceSummary['state'][] = ['posted', 'set-aside'];

/** Those of a payment of which something was posted, as they came in one file. */
export async function listPostedInFile(
  scope: Scope,
  inboundFileId: string,
  paymentKey: string,
): Promise<{ readonly id: string; readonly reason: string | null }[]> {
  return scope.db
    .select({ id: remittances.id, reason: remittances.reason })
    .from(remittances)
    .where(
      and(
        eq(remittances.practiceId, scope.practiceId),
        eq(remittances.paymentKey, paymentKey),
        eq(remittances.inboundFileId, inboundFileId),
        eq(remittances.posted, true),
      ),
    );
}

/** A reason leaves it with a person; null settles it. */
export async function setRemittanceReason(scope: Scope, id: string, reason: string | null): Promise<void> {
  await scope.db
    .update(remittances)
    .set({ reason, state: reason === null ? 'posted' : 'needs-person' })
    .where(and(eq(remittances.practiceId, scope.practiceId), eq(remittances.id, id)));
}

/** What one that posted nothing has come to; `decision`: by a person. `posted`: what was posted of it then, and under which key. */
export async function concludeRemittance(
  scope: Scope,
  id: string,
  outcome: {
    readonly state: RemittanceSummary['state'];
    readonly reason: string | null;
    readonly paymentKey?: string;
    readonly posted?: boolean;
  },
  decision?: StoredDecision,
): Promise<void> {
  await scope.db
    .update(remittances)
    .set({ ...outcome, ...(decision && { decision: toJson(decision) }) })
    .where(and(eq(remittances.practiceId, scope.practiceId), eq(remittances.id, id)));
}

/** Ids of those that add up, posted nothing, and of which no person has said anything, in the order they came. */
export async function listHeldRemittances(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .select({ id: remittances.id })
    .from(remittances)
    .where(
      and(
        eq(remittances.practiceId, scope.practiceId),
        eq(remittances.state, 'needs-person' satisfies RemittanceSummary['state']),
        eq(remittances.posted, false),
        isNull(remittances.decision),
      ),
    )
    .orderBy(asc(remittances.createdAt), asc(remittances.id));
  return rows.map(({ id }) => id);
}

/** Of a file: whether a remittance in it still needs a person. */
export async function hasWaitingInFile(scope: Scope, inboundFileId: string): Promise<boolean> {
  const rows = await scope.db
    .select({ id: remittances.id })
    .from(remittances)
    .where(
      and(
        eq(remittances.practiceId, scope.practiceId),
        eq(remittances.inboundFileId, inboundFileId),
        notInArray(remittances.state, [...SETTLED]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
