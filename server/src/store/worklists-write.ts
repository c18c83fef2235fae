/** Keeps a claim's places on the worklists as its facts have them. */
import type { Claim } from '@claimside/shared/claim';
import { payerOf } from '@claimside/shared/edits';
import type { ClaimEvent, ClaimState } from '@claimside/shared/lifecycle';
import { worklistsOf } from '@claimside/shared/worklists';
import { and, eq, sql } from 'drizzle-orm';
import { fromJson } from './json.ts';
import { ON_THEIR_WAY } from './on-their-way.ts';
import { getPractice } from './practices.ts';
import { oncePerConnection } from './prepared.ts';
import { claims, worklistItems } from './schema.ts';
import type { Scope } from './store.ts';

/** Call in the transaction that stores the facts, after the claim's row was brought up to date. */
export async function setWorklists(
  scope: Scope,
  claimId: string,
  state: ClaimState,
  events: readonly ClaimEvent[],
): Promise<void> {
  await clearWorklists(scope, claimId);
  const owesNothing = state.money.patientResponsibility <= state.money.patientPaid;
  // Most claims: without a look at them it is sure that they stand on no list.
  if (state.silence === null && ON_THEIR_WAY.includes(state.status) && owesNothing) return;
  const [row] = await scope.db
    .select({
      claim: claims.claim,
      patientControlNumber: claims.patientControlNumber,
      followedBy: claims.followedBy,
      payerName: claims.payerName,
      assignedTo: claims.assignedTo,
      renderingNpi: claims.renderingNpi,
      location: claims.location,
    })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  if (!row) return;
  const claim = fromJson<Claim>(row.claim);
  const { settings } = await getPractice(scope);
  const items = worklistsOf({
    patientControlNumber: row.patientControlNumber,
    claim,
    events,
    state,
    isFollowed: row.followedBy !== null,
    payer: payerOf(settings?.payers ?? [], claim.coverage),
  });
  if (items.length === 0) return;
  const { payerName, assignedTo, renderingNpi, location } = row;
  const { practiceId } = scope;
  await scope.db.insert(worklistItems).values(
    items.map((item) => ({
      ...item,
      practiceId,
      claimId,
      payerName,
      assignedTo,
      renderingNpi,
      location,
    })),
  );
}

export async function clearWorklists(scope: Scope, claimId: string): Promise<void> {
  await deleteOfClaim(scope.db).execute({ practiceId: scope.practiceId, claimId });
}

const deleteOfClaim = oncePerConnection((db) =>
  db
    .delete(worklistItems)
    .where(
      and(
        eq(worklistItems.practiceId, sql.placeholder('practiceId')),
        eq(worklistItems.claimId, sql.placeholder('claimId')),
      ),
    )
    .prepare(),
);
