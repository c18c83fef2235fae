/** How many claims each list holds, which is kept and not counted; and the look whether what is kept is what counting gives. */
import { CLAIM_LISTS, type ClaimListName } from '@claimside/shared/api';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { claims, listSizes, worklistItems } from './schema.ts';
import { isWorklist, STATUSES_OF } from './status-lists.ts';
import type { Scope } from './store.ts';

type Sizes = ReadonlyMap<string, number>;

/** How many claims each list holds. */
export async function sizesOfLists(scope: Scope): Promise<Record<ClaimListName, number>> {
  const kept = await keptSizes(scope);
  const sizes = CLAIM_LISTS.map((list): [ClaimListName, number] => {
    if (isWorklist(list)) return [list, kept.get(ofList(list)) ?? 0];
    const statuses = STATUSES_OF[list]?.map(ofStatus) ?? [...kept.keys()].filter(isOfStatus);
    return [list, statuses.reduce((sum, of) => sum + (kept.get(of) ?? 0), 0)];
  });
  return Object.fromEntries(sizes) as Record<ClaimListName, number>;
}

/**
 * Counts the claims of every list and writes down what they come to where something else was kept, which only a change of the file past
 * this server can bring about; true when that was so. Looks at every claim of the practice. Call inside a transaction.
 */
export async function mendListSizes(scope: Scope): Promise<boolean> {
  const { db, practiceId } = scope;
  const counted = await countedSizes(scope);
  if (isSame(await keptSizes(scope), counted)) return false;
  await db.delete(listSizes).where(eq(listSizes.practiceId, practiceId));
  for (const [of, number] of counted) await db.insert(listSizes).values({ practiceId, of, claims: number });
  return true;
}

const ofList = (list: string): string => `list:${list}`;
const ofStatus = (status: string): string => `status:${status}`;
const isOfStatus = (of: string): boolean => of.startsWith(ofStatus(''));

const selectSizes = oncePerConnection((db) =>
  db
    .select({ of: listSizes.of, claims: listSizes.claims })
    .from(listSizes)
    .where(eq(listSizes.practiceId, sql.placeholder('practiceId')))
    .prepare(),
);

/** One that holds none may be absent. */
async function keptSizes({ db, practiceId }: Scope): Promise<Sizes> {
  const rows = await selectSizes(db).execute({ practiceId });
  return new Map(rows.map((row) => [row.of, row.claims]));
}

/** What the rows come to that are kept count of. */
export async function countedSizes({ db, practiceId }: Scope): Promise<Sizes> {
  const places = await db
    .select({ list: worklistItems.list, claims: count() })
    .from(worklistItems)
    .where(eq(worklistItems.practiceId, practiceId))
    .groupBy(worklistItems.list);
  const statuses = await db
    .select({ status: claims.status, claims: count() })
    .from(claims)
    .where(and(eq(claims.practiceId, practiceId), isNull(claims.followedBy)))
    .groupBy(claims.status);
  return new Map([
    ...places.map((row) => [ofList(row.list), row.claims] as const),
    ...statuses.map((row) => [ofStatus(row.status), row.claims] as const),
  ]);
}

function isSame(kept: Sizes, counted: Sizes): boolean {
  return [...kept.keys(), ...counted.keys()].every((of) => (kept.get(of) ?? 0) === (counted.get(of) ?? 0));
}
