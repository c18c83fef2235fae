/** Power cuts, played back: the files as they may lie on the disk after each, and whether all that was answered is in them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Random } from '../../fuzz/random.ts';
import { openStore } from '../../src/store/store.ts';
import type { Checked, Watching } from '../suite.ts';
import { DATABASE, LOG, type Recorded, recordMorning } from './recorded.ts';

/** Of the log (SQLite, file format, 4.1 and 4.2). */
const LOG_HEAD_BYTES = 32;
const FRAME_HEAD_BYTES = 24;
/** In which a database is half carried over. */
const HALF_CARRIED = 100;

interface Disk {
  readonly what: string;
  /** Made when they are looked at: all of them together would fill the memory. */
  files(): { readonly database: Buffer; readonly log: Buffer };
  /** Bytes of the log that were on the disk for certain. */
  readonly certain: number;
}

/** `every`: only each so-manieth frame. */
export async function cutPower(every: number, { stopped, onProgress, trouble }: Watching): Promise<Checked> {
  const recorded = await recordMorning(60);
  try {
    const disks = [...cutsOf(recorded, every), ...halfCarriedOf(recorded, every)];
    let passed = 0;
    for (const [index, disk] of disks.entries()) {
      if (stopped.aborted) break;
      const found = missingOf(disk, recorded);
      for (const line of found) trouble(`${disk.what}: ${line}`);
      if (found.length === 0) passed += 1;
      onProgress(index + 1, disks.length);
    }
    const claims = recorded.answered.length;
    return {
      passed,
      figure: `${disks.length} power cuts, in the log and as it is carried over; ${claims} claims.`,
    };
  } finally {
    recorded.remove();
  }
}

/** The log ends at each of its frames, or within one; or the next frame never came, though others after it did. */
function cutsOf({ folder }: Recorded, every: number): Disk[] {
  const database = readFileSync(join(folder, DATABASE));
  const log = readFileSync(join(folder, LOG));
  const frame = database.readUInt16BE(16) + FRAME_HEAD_BYTES;
  const random = new Random(1);
  const disks: Disk[] = [];
  for (let certain = LOG_HEAD_BYTES; certain <= log.length; certain += frame * every) {
    const rest = Math.min(frame, log.length - certain);
    const tornAt = certain + random.below(rest + 1);
    const holed = () => Buffer.from(log).fill(0, certain, certain + rest);
    for (const [what, left] of [
      ['cut', () => log.subarray(0, certain)],
      ['torn', () => log.subarray(0, tornAt)],
      ['holed', holed],
    ] as const)
      disks.push({ what: `${what} at byte ${certain}`, files: () => ({ database, log: left() }), certain });
  }
  return disks;
}

/** The log is whole, as it is synced before; any of the pages that are carried over may be on the disk. */
function halfCarriedOf({ folder }: Recorded, every: number): Disk[] {
  const before = readFileSync(join(folder, DATABASE));
  const log = readFileSync(join(folder, LOG));
  const after = withFiles(before, log, (file) => {
    const db = new Database(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    return readFileSync(file);
  });
  const page = before.readUInt16BE(16);
  const certain = log.length;
  const disks: Disk[] = [
    { what: 'carried over', files: () => ({ database: after, log: Buffer.alloc(0) }), certain },
  ];
  for (let count = 0; count < HALF_CARRIED / every; count += 1) {
    const halfCarried = () => {
      const random = new Random(2, count);
      const database = Buffer.alloc(after.length);
      before.copy(database);
      for (let at = 0; at < after.length; at += page)
        if (random.oneIn(2)) after.copy(database, at, at, at + page);
      return { database, log };
    };
    disks.push({ what: `half carried over, ${count}`, files: halfCarried, certain });
  }
  return disks;
}

/** Opened as a start opens it. */
function missingOf({ files, certain }: Disk, { answered }: Recorded): string[] {
  const { database, log } = files();
  return withFiles(database, log, (file) => {
    void openStore(file).close();
    const db = new Database(file, { readonly: true });
    const list = (sql: string) => db.prepare(sql).pluck().all().map(String);
    const troubles: string[] = [];
    const integrity = String(db.pragma('integrity_check', { simple: true }));
    if (integrity !== 'ok') troubles.push(`damaged: ${integrity}`);
    const claims = new Set(list('select id from claims'));
    const lost = answered.filter(({ claimId, logBytes }) => logBytes <= certain && !claims.has(claimId));
    if (lost.length > 0) troubles.push(`${lost.length} claims were answered and are lost`);
    const half = list(
      `select id from claims where (select count(*) from claim_events where claim_id = claims.id) <> 3
       or not exists (select 1 from outbox where claim_id = claims.id)`,
    );
    if (half.length > 0) troubles.push(`${half.length} claims are there in part`);
    db.close();
    return troubles;
  });
}

function withFiles<T>(database: Buffer, log: Buffer, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-power-cut-'));
  try {
    writeFileSync(join(folder, DATABASE), database);
    if (log.length > 0) writeFileSync(join(folder, LOG), log);
    return work(join(folder, DATABASE));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
