/** Practices and their settings. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { asc, eq, sql } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { practices } from './schema.ts';
import type { Db, Scope } from './store.ts';

export interface PracticeRow {
  readonly name: string;
  /** Null until set up. */
  readonly settings: PracticeSettings | null;
}

/** The first practice of this data folder, undefined on an empty one. Takes no scope: it is how a start finds its scope. */
export async function findFirstPracticeId(db: Db): Promise<string | undefined> {
  const [row] = await db
    .select({ id: practices.id })
    .from(practices)
    .orderBy(asc(practices.createdAt), asc(practices.id))
    .limit(1);
  return row?.id;
}

/** All of them, for work that the server does for each. */
export async function listPractices(
  db: Db,
): Promise<{ readonly id: string; readonly createdAt: UtcInstant }[]> {
  const rows = await db.select({ id: practices.id, createdAt: practices.createdAt }).from(practices);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt as UtcInstant }));
}

export async function insertPractice(
  db: Db,
  practice: { readonly id: string; readonly name: string; readonly createdAt: UtcInstant },
): Promise<void> {
  await db.insert(practices).values({ ...practice, settings: null });
}

/** Throws when the scope names no practice: that is a bug of the caller. */
export async function getPractice(scope: Scope): Promise<PracticeRow> {
  const [row] = await practiceOfId(scope.db).execute({ id: scope.practiceId });
  if (!row) throw new Error('no such practice');
  return {
    name: row.name,
    settings: row.settings === null ? null : fromJson<PracticeSettings>(row.settings),
  };
}

const practiceOfId = oncePerConnection((db) =>
  db
    .select({ name: practices.name, settings: practices.settings })
    .from(practices)
    .where(eq(practices.id, sql.placeholder('id')))
    .prepare(),
);

/** Replaces the settings; the practice takes the name they give. */
export async function savePracticeSettings(scope: Scope, settings: PracticeSettings): Promise<void> {
  await scope.db
    .update(practices)
    .set({ name: settings.name, settings: toJson(settings) })
    .where(eq(practices.id, scope.practiceId));
}
