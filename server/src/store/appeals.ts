/** What a claim's row says of an appeal that its payer has not answered, and which of them should have been by now. */
import type { ListedAppeal } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { payerOf } from '@claimside/shared/edits';
import { appealDueOn, type ClaimState } from '@claimside/shared/lifecycle';
import { daysBetween, type IsoDate } from '@claimside/shared/values';
import { and, asc, eq, lt } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { getPractice } from './practices.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

/** By the days that its payer usually takes. */
export async function appealColumns(
  scope: Scope,
  claimId: string,
  { appeal, silence, isClosed }: ClaimState,
): Promise<{ readonly appeal: string | null; readonly appealDue: string | null }> {
  if (!appeal) return { appeal: null, appealDue: null };
  const [row] = await scope.db
    .select({ claim: claims.claim })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  const { settings } = await getPractice(scope);
  const payer = row && payerOf(settings?.payers ?? [], fromJson<Claim>(row.claim).coverage);
  const due = appealDueOn(appeal, payer?.appealAnswerDays);
  const { sentOn, grantedOn, turn } = appeal;
  const listed: ListedAppeal = {
    sentOn,
    grantedOn,
    usualDays: daysBetween(grantedOn ?? sentOn, due),
    ...(turn !== undefined && { turn }),
  };
  return {
    appeal: toJson(listed),
    appealDue: isClosed || silence?.awaited === 'appeal-decision' ? null : due,
  };
}

/** Ids of claims whose answer should have come before `today`, that waited longest first. */
export async function listAppealsDue(scope: Scope, today: IsoDate, limit: number): Promise<string[]> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), lt(claims.appealDue, today)))
    .orderBy(asc(claims.appealDue))
    .limit(limit);
  return rows.map(({ id }) => id);
}
