/** Imported code lists: the editions with what is known of their files, and what the held ones say of codes. */
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { fromJson, toJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { codeListEditions, codeListEntries } from './schema.ts';
import type { Scope } from './store.ts';

/** A file that an edition was read from. */
export interface CodeFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface CodeListEdition {
  readonly id: string;
  readonly list: string;
  /** The day from which it holds. */
  readonly effective: IsoDate;
  readonly files: readonly CodeFile[];
  /** Codes, or pairs of codes. */
  readonly size: number;
  /** Against the edition before it. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly importedAt: UtcInstant;
  /** Null when a person at the server's own console did it. */
  readonly importedByDevice: string | null;
  /** When its entries were let go; null while they are held. */
  readonly replacedAt: UtcInstant | null;
}

/** Rows of one statement: four values each, and SQLite takes some ten thousand values. */
const ROWS_AT_ONCE = 1_000;

/** Every import ever made, newest first. */
export async function listEditions(scope: Scope): Promise<CodeListEdition[]> {
  const rows = await scope.db
    .select()
    .from(codeListEditions)
    .where(eq(codeListEditions.practiceId, scope.practiceId))
    .orderBy(desc(codeListEditions.importedAt), desc(codeListEditions.id));
  return rows.map(toEdition);
}

/** The editions that can be asked, by list, earliest first. */
export async function listHeldEditions({ db, practiceId }: Scope): Promise<CodeListEdition[]> {
  const rows = await heldEditions(db).execute({ practiceId });
  return rows.map(toEdition);
}

const heldEditions = oncePerConnection((db) =>
  db
    .select()
    .from(codeListEditions)
    .where(
      and(
        eq(codeListEditions.practiceId, sql.placeholder('practiceId')),
        isNull(codeListEditions.replacedAt),
      ),
    )
    .orderBy(asc(codeListEditions.list), asc(codeListEditions.effective))
    .prepare(),
);

/** What these editions say of these codes; entries are the text they were stored as. */
export async function findEntries(
  scope: Scope,
  editionIds: readonly string[],
  codes: readonly string[],
): Promise<{ editionId: string; code: string; entry: string }[]> {
  if (editionIds.length === 0 || codes.length === 0) return [];
  return scope.db
    .select({
      editionId: codeListEntries.editionId,
      code: codeListEntries.code,
      entry: codeListEntries.entry,
    })
    .from(codeListEntries)
    .where(
      and(
        eq(codeListEntries.practiceId, scope.practiceId),
        inArray(codeListEntries.editionId, [...editionIds]),
        inArray(codeListEntries.code, [...codes]),
      ),
    );
}

/** The whole of an edition, by code. */
export async function readEdition(scope: Scope, editionId: string): Promise<Map<string, string>> {
  const rows = await scope.db
    .select({ code: codeListEntries.code, entry: codeListEntries.entry })
    .from(codeListEntries)
    .where(and(eq(codeListEntries.practiceId, scope.practiceId), eq(codeListEntries.editionId, editionId)));
  return new Map(rows.map((row) => [row.code, row.entry]));
}

/** Stores an edition with all it says. Call inside a transaction. */
export async function insertEdition(
  scope: Scope,
  edition: Omit<CodeListEdition, 'replacedAt'>,
  entries: ReadonlyMap<string, string>,
): Promise<void> {
  const { practiceId } = scope;
  await scope.db
    .insert(codeListEditions)
    .values({ ...edition, practiceId, files: toJson(edition.files), replacedAt: null });
  for (const some of chunks([...entries], ROWS_AT_ONCE))
    await scope.db
      .insert(codeListEntries)
      .values(some.map(([code, entry]) => ({ practiceId, editionId: edition.id, code, entry })));
}

/** Lets the entries of editions go; that they were there stays known. Call inside a transaction. */
export async function letGoOfEditions(
  scope: Scope,
  editionIds: readonly string[],
  at: UtcInstant,
): Promise<void> {
  if (editionIds.length === 0) return;
  const ids = [...editionIds];
  await scope.db
    .delete(codeListEntries)
    .where(and(eq(codeListEntries.practiceId, scope.practiceId), inArray(codeListEntries.editionId, ids)));
  await scope.db
    .update(codeListEditions)
    .set({ replacedAt: at })
    .where(and(eq(codeListEditions.practiceId, scope.practiceId), inArray(codeListEditions.id, ids)));
}

function toEdition(row: typeof codeListEditions.$inferSelect): CodeListEdition {
  const { practiceId: _, ...edition } = row;
  return {
    ...edition,
    effective: row.effective as IsoDate,
    files: fromJson<CodeFile[]>(row.files),
    importedAt: row.importedAt as UtcInstant,
    replacedAt: row.replacedAt as UtcInstant | null,
  };
}
