/** What reports read: accounts by their dates of service, in pieces, so that others have their turn in between. */
import { setImmediate } from 'node:timers/promises';
import type { ClaimMoney, ClaimStatus } from '@claimside/shared/lifecycle';
import type { Decision, ReportAccount } from '@claimside/shared/reports';
import { cents, type IsoDate } from '@claimside/shared/values';
import { isToFile, type WorkReason } from '@claimside/shared/worklists';
import { and, asc, eq, gt, gte, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { fromJson } from './json.ts';
import { claims, reportAccounts, worklistItems } from './schema.ts';
import type { Scope } from './store.ts';

/** Rows that are read at once. */
const PIECE = 1_000;

/** `mode`: accounts that left, or would leave, as tests are left out of `live`. */
export interface AccountsAsked {
  readonly mode: 'test' | 'live';
  /** Of who treated alone, by the NPI. */
  readonly provider?: string | undefined;
}

interface Piece extends AccountsAsked {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** Something is owed on them. */
  readonly areOwed?: boolean;
  /** The last of the piece before. */
  readonly after?: Place | undefined;
}

type Place = Pick<typeof reportAccounts.$inferSelect, 'servedOn' | 'claimId'>;

/** Served from one day to another, both counted. */
export const accountsServed = (scope: Scope, from: IsoDate, to: IsoDate, asked: AccountsAsked) =>
  inPieces(scope, { ...asked, from, to });

/** On which anything is owed, whenever they were served. */
export const accountsOwed = (scope: Scope, asked: AccountsAsked) =>
  inPieces(scope, { ...asked, areOwed: true });

async function inPieces(scope: Scope, asked: Piece): Promise<ReportAccount[]> {
  const accounts: ReportAccount[] = [];
  let after: Place | undefined;
  do {
    const rows = await readPiece(scope, { ...asked, after });
    for (const row of rows) accounts.push(toAccount(row));
    after = rows.length < PIECE ? undefined : rows.at(-1);
    await setImmediate();
  } while (after);
  return accounts;
}

/** The next rows in the order of their dates of service. */
export async function readPiece(
  { db, practiceId }: Scope,
  { from, to, areOwed, after, ...asked }: Piece,
): Promise<(typeof reportAccounts.$inferSelect)[]> {
  const { servedOn, claimId } = reportAccounts;
  const first = after?.servedOn ?? from;
  return db
    .select()
    .from(reportAccounts)
    .where(
      and(
        eq(reportAccounts.practiceId, practiceId),
        first === undefined ? undefined : gte(servedOn, first),
        to === undefined ? undefined : lte(servedOn, to),
        // Literal, or the index of these alone is not used.
        areOwed ? sql`owed > 0` : undefined,
        after && or(gt(servedOn, after.servedOn), gt(claimId, after.claimId)),
        countsIn(asked),
      ),
    )
    .orderBy(asc(servedOn), asc(claimId))
    .limit(PIECE);
}

const countsIn = ({ mode, provider }: AccountsAsked): SQL | undefined =>
  and(
    mode === 'live' ? or(isNull(reportAccounts.mode), ne(reportAccounts.mode, 'test')) : undefined,
    provider === undefined ? undefined : eq(reportAccounts.renderingNpi, provider),
  );

function toAccount(row: typeof reportAccounts.$inferSelect): ReportAccount {
  const { servedOn, billedOn, expected, firstAnswer, decision, waitsSince } = row;
  return {
    payerName: row.payerName,
    lastPayerName: row.lastPayerName,
    renderingNpi: row.renderingNpi,
    servedOn: servedOn as IsoDate,
    billedOn: billedOn as IsoDate,
    money: fromJson<ClaimMoney>(row.money),
    isClosed: row.isClosed,
    ...(expected !== null && { expected: cents(expected) }),
    ...(firstAnswer !== null && { firstAnswer: firstAnswer as 'accepted' | 'rejected' }),
    ...(decision !== null && { decision: fromJson<Decision>(decision) }),
    ...(waitsSince !== null && { waitsSince: waitsSince as IsoDate }),
  };
}

export interface ComingDeadline {
  /** To file with the payer, or to answer its decision. */
  readonly kind: 'filing' | 'appeal';
  readonly deadline: IsoDate;
  readonly amount: number;
}

/** Of the claims that ask for a person, those whose deadline is known and is no later than `by`; `payer`: of that one's alone, by its name. */
export async function deadlinesBy(
  { db, practiceId }: Scope,
  by: IsoDate,
  { payer, ...asked }: AccountsAsked & { readonly payer?: string | undefined },
): Promise<ComingDeadline[]> {
  const rows = await db
    .select({
      deadline: worklistItems.deadline,
      amount: worklistItems.amount,
      why: worklistItems.why,
      status: claims.status,
    })
    .from(worklistItems)
    .innerJoin(claims, eq(claims.id, worklistItems.claimId))
    .innerJoin(
      reportAccounts,
      and(
        eq(reportAccounts.practiceId, worklistItems.practiceId),
        eq(reportAccounts.claimId, worklistItems.claimId),
      ),
    )
    .where(
      and(
        eq(worklistItems.practiceId, practiceId),
        eq(worklistItems.list, 'needs-you'),
        isNotNull(worklistItems.deadline),
        lte(worklistItems.deadline, by),
        payer === undefined ? undefined : eq(worklistItems.payerName, payer),
        countsIn(asked),
      ),
    );
  return rows.map(({ deadline, amount, why, status }) => ({
    kind: isToFile(status as ClaimStatus, why as WorkReason) ? 'filing' : 'appeal',
    deadline: deadline as IsoDate,
    amount,
  }));
}
