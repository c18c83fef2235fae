/** Looks at the database that a killed process left, in a copy: the next server is to mend the original by itself. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** `ok`, or what SQLite finds. */
export function integrityOf(dataDir: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-integrity-'));
  try {
    for (const name of ['claimside.db', 'claimside.db-wal'])
      if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name));
    const db = new Database(join(folder, 'claimside.db'));
    const found = db.pragma('integrity_check', { simple: true });
    db.close();
    return String(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
