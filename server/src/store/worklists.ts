/** The worklists: which claims ask for a person, the most urgent first. */
import type { ClaimSummary } from '@claimside/shared/api';
import { type Cents, cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import type { Worklist, WorkReason } from '@claimside/shared/worklists';
import { and, asc, desc, eq, gte, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import { summaryColumns, toSummary } from './claims.ts';
import { claims, worklistItems } from './schema.ts';
import type { Scope } from './store.ts';

export interface WorklistPlace {
  readonly list: Worklist;
  readonly why: WorkReason;
  readonly since: UtcInstant;
  readonly amount: Cents;
  readonly deadline: IsoDate | null;
}

export interface ClaimFilter {
  readonly payerName?: string | undefined;
  /** A device; null: claims that nobody took. */
  readonly assignedTo?: string | null | undefined;
  readonly renderingNpi?: string | undefined;
  readonly location?: string | undefined;
  /** Of what is at stake. */
  readonly minimumAmount?: number | undefined;
  /** The last day that counts. */
  readonly deadlineBy?: string | undefined;
  readonly why?: WorkReason | undefined;
}

export interface WorklistQuery extends ClaimFilter {
  readonly list: Worklist;
  readonly limit: number;
  /** The item that the page before ended with. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  /** Of the claim. */
  readonly matching?: SQL | undefined;
  /** What came last first: urgency tells of money. Absent like false. */
  readonly isWithoutMoney?: boolean;
}

export interface ListedClaim {
  readonly summary: ClaimSummary;
  readonly place: WorklistPlace | null;
  /** Where the next page begins behind it. */
  readonly key: string;
}

/** The most urgent first, or what came last; of the same in a fixed order. */
export async function listWorklist(scope: Scope, query: WorklistQuery): Promise<ListedClaim[]> {
  const { list, after, matching, limit, isWithoutMoney = false } = query;
  const order = isWithoutMoney ? worklistItems.since : worklistItems.urgency;
  const rows = await scope.db
    .select({ summary: summaryColumns, place: placeColumns, urgency: worklistItems.urgency })
    .from(worklistItems)
    .innerJoin(claims, eq(claims.id, worklistItems.claimId))
    .where(
      and(
        eq(worklistItems.practiceId, scope.practiceId),
        eq(worklistItems.list, list),
        ...filters(query),
        after && isBehind(order, isWithoutMoney ? after.key : Number(after.key), after.id),
        matching,
      ),
    )
    .orderBy(desc(order), desc(worklistItems.claimId))
    .limit(limit);
  return rows.map(({ summary, place, urgency }) => ({
    summary: toSummary(summary),
    place: toPlace(place),
    key: isWithoutMoney ? place.since : String(urgency),
  }));
}

function filters({
  payerName,
  assignedTo,
  renderingNpi,
  location,
  minimumAmount,
  deadlineBy,
  why,
}: ClaimFilter): (SQL | undefined)[] {
  return [
    payerName === undefined ? undefined : eq(worklistItems.payerName, payerName),
    assignedTo === undefined
      ? undefined
      : assignedTo === null
        ? isNull(worklistItems.assignedTo)
        : eq(worklistItems.assignedTo, assignedTo),
    renderingNpi === undefined ? undefined : eq(worklistItems.renderingNpi, renderingNpi),
    location === undefined ? undefined : eq(worklistItems.location, location),
    minimumAmount === undefined ? undefined : gte(worklistItems.amount, minimumAmount),
    deadlineBy === undefined ? undefined : lte(worklistItems.deadline, deadlineBy),
    why === undefined ? undefined : eq(worklistItems.why, why),
  ];
}

type Order = typeof worklistItems.since | typeof worklistItems.urgency;

function isBehind(order: Order, key: string | number, claimId: string): SQL | undefined {
  return or(lt(order, key), and(eq(order, key), lt(worklistItems.claimId, claimId)));
}

/** The lists on which a claim stands. */
export async function worklistsOfClaim(scope: Scope, claimId: string): Promise<WorklistPlace[]> {
  const rows = await scope.db
    .select(placeColumns)
    .from(worklistItems)
    .where(and(eq(worklistItems.practiceId, scope.practiceId), eq(worklistItems.claimId, claimId)))
    .orderBy(asc(worklistItems.list));
  return rows.map(toPlace);
}

/** Gives a claim, wherever it stands, to a device; null takes it from everyone. */
export async function setAssignee(scope: Scope, claimId: string, assignedTo: string | null): Promise<void> {
  await scope.db
    .update(claims)
    .set({ assignedTo })
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  await scope.db
    .update(worklistItems)
    .set({ assignedTo })
    .where(and(eq(worklistItems.practiceId, scope.practiceId), eq(worklistItems.claimId, claimId)));
}

const placeColumns = {
  list: worklistItems.list,
  why: worklistItems.why,
  since: worklistItems.since,
  amount: worklistItems.amount,
  deadline: worklistItems.deadline,
};

function toPlace(
  row: { [Key in keyof typeof placeColumns]: (typeof worklistItems.$inferSelect)[Key] },
): WorklistPlace {
  return {
    list: row.list as Worklist,
    why: row.why as WorkReason,
    since: row.since as UtcInstant,
    amount: row.amount as Cents,
    deadline: row.deadline as IsoDate | null,
  };
}

/** Zero where the claim is not on the list of the underpaid. */
export async function underpaidBy({ db, practiceId }: Scope, claimId: string): Promise<Cents> {
  const [item] = await db
    .select({ amount: worklistItems.amount })
    .from(worklistItems)
    .where(
      and(
        eq(worklistItems.practiceId, practiceId),
        eq(worklistItems.claimId, claimId),
        eq(worklistItems.list, 'underpaid'),
      ),
    );
  return cents(item?.amount ?? 0);
}
