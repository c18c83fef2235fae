/** The practice's fee schedule: procedures by code, and what payers allow for them. */
import type { ContractAmount, Procedure, ScheduledProcedure } from '@claimside/shared/api';
import { and, asc, eq, gt, inArray, like, or, type SQL } from 'drizzle-orm';
import { nameKeyOf } from '../payer-list/entry.ts';
import { chunks } from './chunks.ts';
import { fromJson, toJson } from './json.ts';
import { contractAmounts, procedures } from './schema.ts';
import type { Scope } from './store.ts';

const ROWS_AT_ONCE = 1_000;
const CODES_AT_ONCE = 500;

type ProcedureRow = Omit<typeof procedures.$inferSelect, 'practiceId' | 'nameKey'>;
type More = Omit<Procedure, 'code' | 'price' | 'selfPayPrice'>;

const columns = {
  code: procedures.code,
  price: procedures.price,
  selfPayPrice: procedures.selfPayPrice,
  more: procedures.more,
};

/** All of them, by code. */
export async function listProcedures({ db, practiceId }: Scope): Promise<Procedure[]> {
  const rows = await db
    .select(columns)
    .from(procedures)
    .where(eq(procedures.practiceId, practiceId))
    .orderBy(asc(procedures.code));
  return rows.map(toProcedure);
}

/** Those of these codes that stand in it. */
export async function findProcedures(scope: Scope, codes: readonly string[]): Promise<Procedure[]> {
  const found: Procedure[] = [];
  for (const some of chunks([...new Set(codes)], CODES_AT_ONCE)) {
    const rows = await scope.db
      .select(columns)
      .from(procedures)
      .where(and(eq(procedures.practiceId, scope.practiceId), inArray(procedures.code, some)));
    found.push(...rows.map(toProcedure));
  }
  return found;
}

/** Whether the practice keeps a fee schedule. */
export async function hasFeeSchedule({ db, practiceId }: Scope): Promise<boolean> {
  const [row] = await db
    .select({ code: procedures.code })
    .from(procedures)
    .where(eq(procedures.practiceId, practiceId))
    .limit(1);
  return row !== undefined;
}

/** All contract amounts, or those for these codes. */
export async function listContractAmounts(
  scope: Scope,
  codes?: readonly string[],
): Promise<(ContractAmount & { readonly code: string })[]> {
  const lists = codes === undefined ? [undefined] : chunks([...new Set(codes)], CODES_AT_ONCE);
  const found: (ContractAmount & { code: string })[] = [];
  for (const some of lists) {
    const rows = await scope.db
      .select()
      .from(contractAmounts)
      .where(
        and(eq(contractAmounts.practiceId, scope.practiceId), some && inArray(contractAmounts.code, some)),
      )
      .orderBy(
        asc(contractAmounts.code),
        asc(contractAmounts.payerId),
        asc(contractAmounts.payerName),
        asc(contractAmounts.procedure),
      );
    found.push(
      ...rows.map(({ code, payerId, payerName, procedure, amount }) => ({
        code,
        payerId,
        ...(payerName !== '' && { payerName }),
        procedure,
        amount,
      })),
    );
  }
  return found;
}

/** At most `limit`, by code, after a code: each of the words begins the code or a word of the description. */
export async function searchProcedures(
  scope: Scope,
  words: readonly string[],
  after: string,
  limit: number,
): Promise<Procedure[]> {
  const rows = await scope.db
    .select(columns)
    .from(procedures)
    .where(
      and(eq(procedures.practiceId, scope.practiceId), gt(procedures.code, after), ...words.map(hasWord)),
    )
    .orderBy(asc(procedures.code))
    .limit(limit);
  return rows.map(toProcedure);
}

/** Only letters and digits come here, so that nothing stands for anything else. */
const hasWord = (word: string): SQL | undefined =>
  or(
    like(procedures.code, `${word}%`),
    like(procedures.nameKey, `${word}%`),
    like(procedures.nameKey, `% ${word}%`),
  );

/** Puts these in the place of all. Call inside a transaction. */
export async function replaceFeeSchedule(scope: Scope, all: readonly ScheduledProcedure[]): Promise<void> {
  const { db, practiceId } = scope;
  await db.delete(contractAmounts).where(eq(contractAmounts.practiceId, practiceId));
  await db.delete(procedures).where(eq(procedures.practiceId, practiceId));
  await insert(scope, all);
}

/** Adds it, or puts it in the place of the one with its code. Call inside a transaction. */
export async function saveProcedure(scope: Scope, procedure: ScheduledProcedure): Promise<void> {
  await removeProcedure(scope, procedure.code);
  await insert(scope, [procedure]);
}

/** Call inside a transaction. */
export async function removeProcedure({ db, practiceId }: Scope, code: string): Promise<void> {
  await db
    .delete(contractAmounts)
    .where(and(eq(contractAmounts.practiceId, practiceId), eq(contractAmounts.code, code)));
  await db.delete(procedures).where(and(eq(procedures.practiceId, practiceId), eq(procedures.code, code)));
}

async function insert({ db, practiceId }: Scope, all: readonly ScheduledProcedure[]): Promise<void> {
  const rows = all.map(({ code, price = null, selfPayPrice = null, contract: _, ...more }) => ({
    practiceId,
    code,
    price,
    selfPayPrice,
    nameKey: nameKeyOf(more.description ?? ''),
    more: toJson(more satisfies More),
  }));
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insert(procedures).values(some);
  const amounts = all.flatMap(({ code, contract }) =>
    contract.map(({ payerName = '', ...amount }) => ({ ...amount, payerName, practiceId, code })),
  );
  for (const some of chunks(amounts, ROWS_AT_ONCE)) await db.insert(contractAmounts).values(some);
}

function toProcedure({ code, price, selfPayPrice, more }: ProcedureRow): Procedure {
  return {
    code,
    ...(price !== null && { price }),
    ...(selfPayPrice !== null && { selfPayPrice }),
    ...fromJson<More>(more),
  };
}
