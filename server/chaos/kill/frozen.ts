/** Holds what the clearinghouse received against what the server had frozen, byte for byte. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReceivedFile } from '../../src/sandbox/index.ts';

export function notAsFrozen(dataDir: string, received: readonly ReceivedFile[]): string[] {
  const db = new Database(join(dataDir, 'claimside.db'), { readonly: true });
  try {
    const rows = db
      .prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM outbound_files')
      .all();
    const frozen = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    return received.flatMap(({ name, sha256, verdict }) => {
      if (!frozen.has(name)) return `${name}: taken, and never made`;
      return verdict === 'accepted' && frozen.get(name) !== sha256
        ? `${name}: other bytes than were frozen`
        : [];
    });
  } finally {
    db.close();
  }
}
