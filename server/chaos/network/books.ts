/** What a practice's database says, read beside its server. */
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface SentFile {
  readonly name: string;
  readonly state: string;
  readonly sha256: string;
  readonly attempts: number;
}

export interface StoredAnswer {
  readonly name: string;
  readonly sha256: string;
}

export class Books {
  readonly #db: Database.Database;
  #seen = 0;

  constructor(dataDir: string) {
    this.#db = new Database(join(dataDir, 'claimside.db'), { readonly: true });
  }

  /** The file that a claim is in. */
  fileOf(claimId: string): SentFile | undefined {
    return this.#db
      .prepare<[string], SentFile>(
        `select name, state, sha256, attempts from outbound_files
         where id = (select outbound_file_id from outbox where claim_id = ?)`,
      )
      .get(claimId);
  }

  /** How often a claim was said to be sent. */
  timesSent(claimId: string): number {
    return this.#count(
      `select count(*) from claim_events where claim_id = ? and json_extract(fact, '$.type') = 'sent'`,
      claimId,
    );
  }

  hasStored(name: string): boolean {
    return this.#count('select count(*) from inbound_files where name = ?', name) > 0;
  }

  claimsNotPaid(): number {
    return this.#count(`select count(*) from claims where status <> 'paid'`);
  }

  /** Fetched since the last look; what came out of a package is not among it. */
  newAnswers(): StoredAnswer[] {
    const rows = this.#db
      .prepare<[number], StoredAnswer & { row: number }>(
        `select rowid as row, name, sha256 from inbound_files where rowid > ? and parent_id is null order by rowid`,
      )
      .all(this.#seen);
    this.#seen = rows.at(-1)?.row ?? this.#seen;
    return rows;
  }

  close(): void {
    this.#db.close();
  }

  #count(sql: string, ...values: string[]): number {
    return Number(
      this.#db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  }
}
