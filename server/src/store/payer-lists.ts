/** Imported payer lists: the imports on record, and the rows of the one in use. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, desc, eq, inArray, isNull, like, or, type SQL } from 'drizzle-orm';
import { type ListedPayer, nameKeyOf } from '../payer-list/entry.ts';
import { chunks } from './chunks.ts';
import { listedPayers, payerLists } from './schema.ts';
import type { Scope } from './store.ts';

export interface PayerListImport {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Rows. */
  readonly size: number;
  /** Against the list before it. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Rows that were not understood, and left out as a person said. */
  readonly leftOut: number;
  readonly importedAt: UtcInstant;
  readonly importedByDevice: string | null;
  /** Null for the one in use. */
  readonly replacedAt: UtcInstant | null;
}

/** Thirteen values each. */
const ROWS_AT_ONCE = 1_000;

const rowColumns = {
  name: listedPayers.name,
  payerId: listedPayers.payerId,
  transaction: listedPayers.transaction,
  isAvailable: listedPayers.isAvailable,
  isNonPar: listedPayers.isNonPar,
  needsEnrollment: listedPayers.needsEnrollment,
  takesSecondary: listedPayers.takesSecondary,
  takesAttachments: listedPayers.takesAttachments,
  accidentKind: listedPayers.accidentKind,
  notes: listedPayers.notes,
};

/** Every import ever made, newest first. */
export async function listPayerLists(scope: Scope): Promise<PayerListImport[]> {
  const rows = await scope.db
    .select()
    .from(payerLists)
    .where(eq(payerLists.practiceId, scope.practiceId))
    .orderBy(desc(payerLists.importedAt), desc(payerLists.id));
  return rows.map(toImport);
}

export async function payerListInUse(scope: Scope): Promise<PayerListImport | undefined> {
  const [row] = await scope.db
    .select()
    .from(payerLists)
    .where(and(eq(payerLists.practiceId, scope.practiceId), isNull(payerLists.replacedAt)));
  return row && toImport(row);
}

/** All rows of a list. */
export async function readPayerRows(scope: Scope, listId: string): Promise<ListedPayer[]> {
  const rows = await scope.db
    .select(rowColumns)
    .from(listedPayers)
    .where(and(eq(listedPayers.practiceId, scope.practiceId), eq(listedPayers.listId, listId)));
  return rows.map(toRow);
}

/** Rows of these ids, for one transaction. */
export function findPayerRows(
  scope: Scope,
  listId: string,
  transaction: ListedPayer['transaction'],
  payerIds: readonly string[],
): Promise<ListedPayer[]> {
  return findRows(scope, listId, transaction, listedPayers.payerId, payerIds);
}

/** Rows of these names, as `nameKeyOf` gives them, for one transaction. */
export function findPayerRowsByName(
  scope: Scope,
  listId: string,
  transaction: ListedPayer['transaction'],
  nameKeys: readonly string[],
): Promise<ListedPayer[]> {
  return findRows(scope, listId, transaction, listedPayers.nameKey, nameKeys);
}

async function findRows(
  scope: Scope,
  listId: string,
  transaction: ListedPayer['transaction'],
  column: typeof listedPayers.payerId | typeof listedPayers.nameKey,
  values: readonly string[],
): Promise<ListedPayer[]> {
  const found: ListedPayer[] = [];
  for (const some of chunks(values, 500)) {
    const rows = await scope.db
      .select(rowColumns)
      .from(listedPayers)
      .where(
        and(
          eq(listedPayers.practiceId, scope.practiceId),
          eq(listedPayers.listId, listId),
          eq(listedPayers.transaction, transaction),
          inArray(column, some),
        ),
      );
    found.push(...rows.map(toRow));
  }
  return found;
}

/** Rows in which each of the words stands, in name or id, by name. */
export async function searchPayerRows(
  scope: Scope,
  listId: string,
  words: readonly string[],
  limit: number,
): Promise<ListedPayer[]> {
  const rows = await scope.db
    .select(rowColumns)
    .from(listedPayers)
    .where(
      and(
        eq(listedPayers.practiceId, scope.practiceId),
        eq(listedPayers.listId, listId),
        ...words.map(hasWord),
      ),
    )
    .orderBy(asc(listedPayers.nameKey), asc(listedPayers.payerId), asc(listedPayers.transaction))
    .limit(limit);
  return rows.map(toRow);
}

/** Only letters and digits come here, so that nothing stands for anything else. */
function hasWord(word: string): SQL | undefined {
  return or(
    like(listedPayers.nameKey, `${word}%`),
    like(listedPayers.nameKey, `% ${word}%`),
    like(listedPayers.payerId, `${word}%`),
  );
}

/** Takes the place of the list in use. Call inside a transaction. */
export async function replacePayerList(
  scope: Scope,
  list: Omit<PayerListImport, 'replacedAt'>,
  rows: readonly ListedPayer[],
): Promise<void> {
  const { db, practiceId } = scope;
  const before = await payerListInUse(scope);
  if (before) {
    await db
      .delete(listedPayers)
      .where(and(eq(listedPayers.practiceId, practiceId), eq(listedPayers.listId, before.id)));
    await db
      .update(payerLists)
      .set({ replacedAt: list.importedAt })
      .where(and(eq(payerLists.practiceId, practiceId), eq(payerLists.id, before.id)));
  }
  await db.insert(payerLists).values({ ...list, practiceId, replacedAt: null });
  for (const some of chunks(rows, ROWS_AT_ONCE))
    await db
      .insert(listedPayers)
      .values(some.map((row) => ({ ...row, practiceId, listId: list.id, nameKey: nameKeyOf(row.name) })));
}

function toImport({ practiceId: _, ...row }: typeof payerLists.$inferSelect): PayerListImport {
  return {
    ...row,
    importedAt: row.importedAt as UtcInstant,
    replacedAt: row.replacedAt as UtcInstant | null,
  };
}

function toRow(
  row: { [Key in keyof typeof rowColumns]: (typeof listedPayers.$inferSelect)[Key] },
): ListedPayer {
  return {
    ...row,
    transaction: row.transaction as ListedPayer['transaction'],
    accidentKind: row.accidentKind as ListedPayer['accidentKind'],
  };
}
