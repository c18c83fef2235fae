/** Keeps what reports read of an account as its facts have it. */
import type { ClaimEvent, ClaimState } from '@claimside/shared/lifecycle';
import { expectedOf, outcomeOf, receivableOf } from '@claimside/shared/reports';
import type { Cents } from '@claimside/shared/values';
import { and, eq, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { reportAccounts } from './schema.ts';
import type { Scope } from './store.ts';
import { type LookedAt, lookAt } from './worklists-write.ts';

export interface FirstClaim {
  readonly id: string;
  readonly serviceDate: string;
  readonly createdAt: string;
  readonly payerName: string;
  readonly renderingNpi: string;
}

interface Place {
  /** Of the claim itself. */
  readonly payerName: string;
  readonly followedBy: string | null;
  readonly first: FirstClaim | undefined;
  readonly looked: LookedAt | undefined;
}

/**
 * Call in the transaction that stores the facts, with those of each claim of the account up to this one. The claim that stands for the
 * account has a row; not where it was taken back before it was sent, or cancelled at the payer.
 */
export async function setReportAccount(
  scope: Scope,
  claimId: string,
  { payerName, followedBy, first, looked }: Place,
  account: readonly (readonly ClaimEvent[])[],
  state: ClaimState,
): Promise<void> {
  const { db, practiceId } = scope;
  if (followedBy !== null || !first || state.status === 'closed' || state.status === 'voided') {
    await deleteRow(db).execute({ practiceId, claimId });
    return;
  }
  const { filedOn, firstAnswer, decision, waitsSince } = outcomeOf(account, state);
  const { money, isClosed } = state;
  const row = {
    practiceId,
    claimId,
    servedOn: first.serviceDate,
    billedOn: filedOn ?? first.createdAt.slice(0, 10),
    payerName: first.payerName,
    lastPayerName: payerName,
    renderingNpi: first.renderingNpi,
    money: JSON.stringify(money),
    isClosed: isClosed ? 1 : 0,
    owed: receivableOf({ money, isClosed }),
    expected: (decision && (await expectedOfFirst(scope, claimId, first.id, looked))) ?? null,
    firstAnswer: firstAnswer ?? null,
    decision: decision ? JSON.stringify(decision) : null,
    waitsSince: waitsSince ?? null,
  };
  // Nearly always it is there, and an insert that finds it costs several times as much.
  const [updated] = await updateRow(db).execute(row);
  if (!updated) await insertRow(db).execute(row);
}

/** By the contract of the first payer: where another insurance was billed since, of the account's first claim. */
async function expectedOfFirst(
  scope: Scope,
  claimId: string,
  firstId: string,
  seen: LookedAt | undefined,
): Promise<Cents | undefined> {
  const own = seen ?? (await lookAt(scope, claimId));
  const isFirstPayers = (own?.claim.coverage.rank ?? 'P') === 'P';
  const looked = isFirstPayers ? own : await lookAt(scope, firstId);
  return looked?.contract && expectedOf(looked.claim, looked.contract);
}

/** Of a claim that waits for its file as it would leave; what was billed without an account leaves as a test, if at all. */
const MODE = sql`(
  select coalesce(f.mode, o.mode, 'test') from outbox as o left join outbound_files as f on f.id = o.outbound_file_id
  where o.claim_id = ${sql.placeholder('claimId')}
)`;

const VALUES = {
  servedOn: sql`${sql.placeholder('servedOn')}`,
  billedOn: sql`${sql.placeholder('billedOn')}`,
  payerName: sql`${sql.placeholder('payerName')}`,
  lastPayerName: sql`${sql.placeholder('lastPayerName')}`,
  renderingNpi: sql`${sql.placeholder('renderingNpi')}`,
  mode: MODE,
  money: sql`${sql.placeholder('money')}`,
  isClosed: sql`${sql.placeholder('isClosed')}`,
  owed: sql`${sql.placeholder('owed')}`,
  expected: sql`${sql.placeholder('expected')}`,
  firstAnswer: sql`${sql.placeholder('firstAnswer')}`,
  decision: sql`${sql.placeholder('decision')}`,
  waitsSince: sql`${sql.placeholder('waitsSince')}`,
};

const updateRow = oncePerConnection((db) =>
  db
    .update(reportAccounts)
    .set(VALUES)
    .where(
      and(
        eq(reportAccounts.practiceId, sql.placeholder('practiceId')),
        eq(reportAccounts.claimId, sql.placeholder('claimId')),
      ),
    )
    .returning({ claimId: reportAccounts.claimId })
    .prepare(),
);

const insertRow = oncePerConnection((db) =>
  db
    .insert(reportAccounts)
    .values({ practiceId: sql.placeholder('practiceId'), claimId: sql.placeholder('claimId'), ...VALUES })
    .prepare(),
);

const deleteRow = oncePerConnection((db) =>
  db
    .delete(reportAccounts)
    .where(
      and(
        eq(reportAccounts.practiceId, sql.placeholder('practiceId')),
        eq(reportAccounts.claimId, sql.placeholder('claimId')),
      ),
    )
    .prepare(),
);
