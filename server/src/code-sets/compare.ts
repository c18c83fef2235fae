/** What is new, gone and different between two editions of a list. */
import { fromStored, type StoredEntries } from './entry.ts';
import { countPairs, pairsByName } from './packed-pairs.ts';

export interface Difference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Counts codes; of a list of pairs, its pairs. */
export function compareEditions(before: StoredEntries, now: StoredEntries): Difference {
  let [added, removed, changed] = [0, 0, 0];
  for (const code of new Set([...before.keys(), ...now.keys()])) {
    const [old, fresh] = [before.get(code), now.get(code)];
    if (old === fresh) continue;
    const [oldParts, freshParts] = [partsOf(old), partsOf(fresh)];
    for (const [name, rest] of freshParts) {
      if (!oldParts.has(name)) added += 1;
      else if (oldParts.get(name) !== rest) changed += 1;
    }
    for (const name of oldParts.keys()) if (!freshParts.has(name)) removed += 1;
  }
  return { added, removed, changed };
}

/** How many codes, or pairs of codes. */
export function editionSize(entries: StoredEntries): number {
  let size = 0;
  for (const text of entries.values()) {
    const { pairs } = fromStored(text);
    size += pairs === undefined ? 1 : countPairs(pairs);
  }
  return size;
}

/** The code itself, or each of its pairs, with what is said of it. */
function partsOf(text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  const { pairs } = fromStored(text);
  return pairs === undefined ? new Map([['', text]]) : pairsByName(pairs);
}
