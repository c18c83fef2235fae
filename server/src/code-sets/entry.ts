/** What an imported list keeps of a code, and the text that it is stored as. */
import type { CodeStatement } from '@claimside/shared/codes';
import type { IsoDate } from '@claimside/shared/values';
import { fromJson, toJson } from '../store/json.ts';
import { pairsSince } from './packed-pairs.ts';

/** Which parts there are depends on the list. Parts are put in while a file is read, so none is read-only. */
export type CodeEntry = { -readonly [Part in keyof CodeStatement]: CodeStatement[Part] } & {
  /** NCCI PTP: everything said of this column 1 code, packed (`packed-pairs.ts`). */
  pairs?: string;
};

/** An edition as it is stored: text by code. */
export type StoredEntries = ReadonlyMap<string, string>;

export function storedText(entry: CodeEntry): string {
  return toJson(entry);
}

export function fromStored(text: string): CodeEntry {
  return fromJson<CodeEntry>(text);
}

/** Pairs that ended before `earliest` are left out, as half of CMS's file is history; so are codes without any pair left. */
export function toStored(entries: ReadonlyMap<string, CodeEntry>, earliest: IsoDate): StoredEntries {
  const stored = new Map<string, string>();
  for (const [code, entry] of entries) {
    if (entry.pairs === undefined) stored.set(code, storedText(entry));
    else {
      const pairs = pairsSince(entry.pairs, earliest);
      if (pairs !== '') stored.set(code, storedText({ pairs }));
    }
  }
  return stored;
}
