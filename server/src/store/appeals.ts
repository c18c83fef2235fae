/** What a claim's row says of an appeal that its payer has not answered, and which of them should have been by now. */
import type { ListedAppeal, PracticePayer } from '@claimside/shared/api';
import { type Appeal, appealDueOn, type ClaimState } from '@claimside/shared/lifecycle';
import { daysBetween, type IsoDate } from '@claimside/shared/values';
import { and, asc, eq, lt } from 'drizzle-orm';
import { payerOfClaim, payersBilledBefore } from './billed-payers.ts';
import { toJson } from './json.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

/** By the days that the payer usually takes that was written to. */
export async function appealColumns(
  scope: Scope,
  claimId: string,
  { appeal, silence, isClosed, payersBefore }: ClaimState,
): Promise<{ readonly appeal: string | null; readonly appealDue: string | null }> {
  if (!appeal) return { appeal: null, appealDue: null };
  const payer = await writtenTo(scope, claimId, appeal, payersBefore);
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

async function writtenTo(
  scope: Scope,
  claimId: string,
  { turn }: Appeal,
  before: ClaimState['payersBefore'],
): Promise<PracticePayer | undefined> {
  if (turn === undefined) return payerOfClaim(scope, claimId);
  const asked = before.filter((each) => each.turn === turn);
  return (await payersBilledBefore(scope, claimId, asked)).get(turn);
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
