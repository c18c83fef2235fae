/**
 * Who looked at what: kept at once in a small file beside the database, and moved into the log a moment later. A look at a list then
 * waits for no writer, however much an answer of the clearinghouse has to write.
 */
import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type AuditDeed, insertAuditEntry, unknownAuditIds } from './audit.ts';
import type { Db } from './store.ts';

export interface Looks {
  /**
   * On record when it resolves, as far as the end of this process goes; only a loss of power may take the last moment. Rejects where
   * that file can't be written: then nothing may be shown.
   */
  note(practiceId: string, deed: AuditDeed): Promise<void>;
  /** Resolves when all that was noted, by an earlier process too, stands in the log. */
  moved(): Promise<void>;
  close(): Promise<void>;
}

/** Long enough that the looks of one moment share a commit. */
const MOVE_AFTER_MILLISECONDS = 250;
const AGAIN_AFTER_MILLISECONDS = 5_000;
const AT_ONCE = 500;

const looks = sqliteTable('looks', {
  id: text('id').primaryKey(),
  practiceId: text('practice_id').notNull(),
  at: text('at').notNull().$type<AuditDeed['at']>(),
  deviceId: text('device_id'),
  action: text('action').notNull().$type<AuditDeed['action']>(),
  subject: text('subject').notNull(),
});

/** Of one moment in the order in which they were noted. */
const AS_NOTED = sql`rowid`;

const TABLE = `
  create table if not exists looks (
    id text primary key, practice_id text not null, at text not null, device_id text, action text not null, subject text not null
  )`;

/** Beside `databaseFile`; opened at the first look, or where an earlier process left some. `transaction`: of the database. */
export function createLooks(
  databaseFile: string,
  transaction: <T>(work: (tx: Db) => Promise<T>) => Promise<T>,
): Looks {
  const file = join(dirname(databaseFile), 'looks.db');
  let opened: ReturnType<typeof open> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let moving: Promise<void> | undefined;
  let isClosed = false;
  const kept = () => {
    opened ??= open(file);
    return opened;
  };

  async function moveAll(): Promise<void> {
    const { db } = kept();
    for (;;) {
      const some = await db.select().from(looks).orderBy(looks.at, AS_NOTED).limit(AT_ONCE);
      if (some.length === 0) return;
      const ids = some.map(({ id }) => id);
      await transaction(async (tx) => {
        // Another process, or this one before it ended, may have moved them and not yet said so.
        const isNew = await unknownAuditIds(tx, ids);
        for (const { practiceId, ...deed } of some)
          if (isNew.has(deed.id)) await insertAuditEntry({ db: tx, practiceId }, deed);
      });
      await db.delete(looks).where(inArray(looks.id, ids));
    }
  }

  function moveSoon(milliseconds: number): void {
    if (isClosed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      // What keeps it from being moved keeps every writer, and is told there.
      move().catch(() => moveSoon(AGAIN_AFTER_MILLISECONDS));
    }, milliseconds).unref();
  }

  function move(): Promise<void> {
    moving ??= moveAll().finally(() => {
      moving = undefined;
    });
    return moving;
  }

  return {
    async note(practiceId, deed) {
      await kept()
        .db.insert(looks)
        .values({ ...deed, practiceId });
      moveSoon(MOVE_AFTER_MILLISECONDS);
    },
    async moved() {
      if (!opened && !existsSync(file)) return;
      // What is on its way may have been read before the last look.
      await moving?.catch(() => {});
      await move();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      // What can't be moved now is moved at the next start.
      if (opened) await move().catch(() => {});
      opened?.connection.close();
    },
  };
}

function open(file: string) {
  closeSync(openSync(file, 'a', 0o600));
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('busy_timeout = 5000');
  connection.exec(TABLE);
  return { connection, db: drizzle(connection) };
}
