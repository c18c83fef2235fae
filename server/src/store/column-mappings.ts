/** What a person said the columns of a list are, for the next list with the same headings. */
import type { SaidColumns } from '@claimside/shared/patients';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { columnMappings } from './schema.ts';
import type { Scope } from './store.ts';

export async function findColumnMapping(
  { db, practiceId }: Scope,
  headingsKey: string,
): Promise<SaidColumns | undefined> {
  const [row] = await db
    .select({ columns: columnMappings.columns })
    .from(columnMappings)
    .where(and(eq(columnMappings.practiceId, practiceId), eq(columnMappings.headingsKey, headingsKey)));
  return row && fromJson<SaidColumns>(row.columns);
}

/** In the place of what was said before. Call inside a transaction. */
export async function saveColumnMapping(
  { db, practiceId }: Scope,
  headingsKey: string,
  said: SaidColumns,
  at: UtcInstant,
): Promise<void> {
  const columns = toJson(said);
  await db
    .insert(columnMappings)
    .values({ practiceId, headingsKey, columns, changedAt: at })
    .onConflictDoUpdate({
      target: [columnMappings.practiceId, columnMappings.headingsKey],
      set: { columns, changedAt: at },
    });
}
