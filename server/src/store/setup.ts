/** The firsts of a practice: the first claim accepted, the claim that waits longest, the first payment. */
import { type ClaimStatus, DECIDED_STATUSES } from '@claimside/shared/lifecycle';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';
import { isNoEndedTest } from './tests-of-practice.ts';

/** The clearinghouse or the payer has taken it. */
const ACCEPTED: readonly ClaimStatus[] = ['at-clearinghouse', 'with-payer', ...DECIDED_STATUSES];
/** It has left, and nobody there has said yet that it is accepted. */
const UNANSWERED: readonly ClaimStatus[] = ['sent', 'file-accepted', 'pended'];

const PAID: readonly ClaimStatus[] = ['paid', 'partly-paid'];

export interface Firsts {
  readonly firstAcceptedAt: string | null;
  readonly claimWaitsSince: string | null;
  readonly firstPaymentOn: string | null;
}

export async function readFirsts(scope: Scope): Promise<Firsts> {
  return {
    firstAcceptedAt: await earliest(scope, ACCEPTED),
    claimWaitsSince: await earliest(scope, UNANSWERED),
    firstPaymentOn: (await earliest(scope, PAID))?.slice(0, 10) ?? null,
  };
}

/** Of each status the oldest claim that stands, as the index has them; of those, since when the first is so. */
async function earliest({ db, practiceId }: Scope, statuses: readonly ClaimStatus[]): Promise<string | null> {
  const since: string[] = [];
  for (const status of statuses) {
    const [row] = await db
      .select({ since: claims.statusSince })
      .from(claims)
      .where(
        and(
          eq(claims.practiceId, practiceId),
          isNull(claims.followedBy),
          eq(claims.status, status),
          isNoEndedTest(),
        ),
      )
      .orderBy(asc(claims.createdAt), asc(claims.id))
      .limit(1);
    if (row) since.push(row.since);
  }
  return since.sort()[0] ?? null;
}
