/** Claims that follow one another: the one account that they make, from the first to the last. */
import type { ClaimStatus, FollowUp } from '@claimside/shared/lifecycle';
import { and, eq, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

export interface StoredSubmission {
  readonly id: string;
  readonly patientControlNumber: string;
  readonly createdAt: string;
  readonly status: ClaimStatus;
  readonly payerName: string;
  /** Null for the first. */
  readonly how: FollowUp | null;
}

interface Links {
  readonly follows: string | null;
  readonly followedBy: string | null;
}

/** More than any account has; a circle, which nothing writes, ends too. */
const MOST = 100;

/** The first claim to the last, of the account that this claim is of; empty when the practice has no such claim. */
export async function listSubmissions(scope: Scope, claimId: string): Promise<StoredSubmission[]> {
  const found = await submission(scope, claimId);
  if (!found) return [];
  const before: StoredSubmission[] = [];
  for (let id = found.follows; id !== null && before.length < MOST; ) {
    const one = await submission(scope, id);
    if (one) before.unshift(one.stored);
    id = one?.follows ?? null;
  }
  const after: StoredSubmission[] = [];
  for (let id = found.followedBy; id !== null && after.length < MOST; ) {
    const one = await submission(scope, id);
    if (one) after.push(one.stored);
    id = one?.followedBy ?? null;
  }
  return [...before, found.stored, ...after];
}

const linked = oncePerConnection((db) =>
  db
    .select({
      id: claims.id,
      patientControlNumber: claims.patientControlNumber,
      createdAt: claims.createdAt,
      status: claims.status,
      payerName: claims.payerName,
      how: claims.followUp,
      follows: claims.followsClaim,
      followedBy: claims.followedBy,
    })
    .from(claims)
    .where(and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('id'))))
    .prepare(),
);

async function submission(
  { db, practiceId }: Scope,
  id: string,
): Promise<(Links & { readonly stored: StoredSubmission }) | undefined> {
  const [row] = await linked(db).execute({ practiceId, id });
  if (!row) return undefined;
  const { follows, followedBy, status, how, ...rest } = row;
  return {
    follows,
    followedBy,
    stored: { ...rest, status: status as ClaimStatus, how: how as FollowUp | null },
  };
}
