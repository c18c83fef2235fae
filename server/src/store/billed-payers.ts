/** What the practice knows of the payers that were billed on an account: each refuses, and answers, by its own days. */
import type { PracticePayer } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { payerOf } from '@claimside/shared/edits';
import type { PayerBefore } from '@claimside/shared/lifecycle';
import { and, eq } from 'drizzle-orm';
import { fromJson } from './json.ts';
import { getPractice } from './practices.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';
import { listSubmissions } from './submissions.ts';

/** Of those before the last one that the practice knows, by their turn. */
export async function payersBilledBefore(
  scope: Scope,
  claimId: string,
  before: readonly Pick<PayerBefore, 'turn' | 'place'>[],
): Promise<ReadonlyMap<number, PracticePayer>> {
  const known = new Map<number, PracticePayer>();
  if (before.length === 0) return known;
  const submissions = await listSubmissions(scope, claimId);
  for (const { turn, place } of before) {
    const payer = await payerOfClaim(scope, submissions[place]?.id ?? '');
    if (payer) known.set(turn, payer);
  }
  return known;
}

/** The one that it went to. */
export async function payerOfClaim(scope: Scope, claimId: string): Promise<PracticePayer | undefined> {
  const [row] = await scope.db
    .select({ claim: claims.claim })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  const { settings } = await getPractice(scope);
  return row && payerOf(settings?.payers ?? [], fromJson<Claim>(row.claim).coverage);
}
