/** What the sandbox remembers across restarts: an append-only file, one JSON line for each file received or published. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import type { PublishedFile, ReceivedFile } from './types.ts';

type Entry =
  /** A finished upload waits in `inbound`. */
  | { readonly type: 'uploaded'; readonly name: string }
  | { readonly type: 'received'; readonly file: ReceivedFile; readonly highestFileId: number }
  | { readonly type: 'published'; readonly file: PublishedFile };

export interface Journal {
  received(): readonly ReceivedFile[];
  published(): readonly PublishedFile[];
  /** Finished uploads that were not picked up before the last stop. */
  waiting(): readonly string[];
  /** A file number never given before: ten digits, growing with time as Office Ally's do. */
  nextFileId(now: UtcInstant): string;
  /** Likewise for claims. */
  nextClaimId(now: UtcInstant): string;
  uploaded(name: string): Promise<void>;
  picked(file: ReceivedFile): Promise<void>;
  publishing(file: PublishedFile): Promise<void>;
}

/** File and claim numbers start where the clock says, so that an emptied data folder doesn't give old numbers again. */
const EPOCH = Date.parse('2026-09-01T00:00:00Z');
const FIRST_FILE_ID = 1_640_601_333;
const FIRST_CLAIM_ID = 2_900_000_000;
/** About 0.4 million a day. */
const NUMBERS_PER_SECOND = 4.6;

export function openJournal(dataDir: string): Journal {
  const path = join(dataDir, 'journal.jsonl');
  const received: ReceivedFile[] = [];
  const published = new Map<string, PublishedFile>();
  const waiting = new Set<string>();
  let highestFileId = 0;
  let highestClaimId = 0;
  let lastWrite: Promise<void> = Promise.resolve();

  const learn = (entry: Entry) => {
    if (entry.type === 'uploaded') waiting.add(entry.name);
    if (entry.type === 'published') published.set(entry.file.name, entry.file);
    if (entry.type === 'received') {
      received.push(entry.file);
      waiting.delete(entry.file.name);
      highestFileId = Math.max(highestFileId, entry.highestFileId);
      for (const claim of entry.file.claims) {
        highestClaimId = Math.max(highestClaimId, Number(claim.clearinghouseClaimId));
      }
    }
  };

  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const line of kept.split('\n')) {
    const entry = line === '' ? undefined : parseEntry(line);
    if (entry) learn(entry);
  }
  // What a crash cut off must not swallow the next line.
  if (kept !== '' && !kept.endsWith('\n')) appendFileSync(path, '\n');

  const add = (entry: Entry) => {
    learn(entry);
    lastWrite = lastWrite.then(() => appendFile(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 }));
    return lastWrite;
  };

  const numberAt = (first: number, now: UtcInstant) =>
    first + Math.max(0, Math.trunc(((Date.parse(now) - EPOCH) / 1000) * NUMBERS_PER_SECOND));

  return {
    received: () => [...received],
    published: () => [...published.values()],
    waiting: () => [...waiting],
    nextFileId(now) {
      highestFileId = Math.max(highestFileId + 1, numberAt(FIRST_FILE_ID, now));
      return String(highestFileId);
    },
    nextClaimId(now) {
      highestClaimId = Math.max(highestClaimId + 1, numberAt(FIRST_CLAIM_ID, now));
      return String(highestClaimId);
    },
    uploaded: (name) => add({ type: 'uploaded', name }),
    picked: (file) => add({ type: 'received', file, highestFileId }),
    publishing: (file) => add({ type: 'published', file }),
  };
}

/** A line cut off by a crash is no entry; the journal writes nothing else that could fail to parse. */
function parseEntry(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
