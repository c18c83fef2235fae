/** What is made of a file grows with the file, and no faster: nothing is kept twice for each of many. */
import { must } from './promise.ts';

/** A claim of four bytes (`CLM~`) makes some sixty values: the most that a byte can do. */
const VALUES_PER_BYTE = 24;
const CHARACTERS_PER_BYTE = 4;
/** For the smallest of files. */
const VALUES_AT_LEAST = 4_000;
const CHARACTERS_AT_LEAST = 20_000;

interface Size {
  values: number;
  characters: number;
}

/** Values shared by many, and equal texts, count once: that is what they take in memory. */
export function checkSize(kept: unknown, bytes: number): void {
  const { values, characters } = sizeOf(kept);
  must(
    values <= VALUES_AT_LEAST + bytes * VALUES_PER_BYTE,
    'what is kept of a file is bounded by its size',
    () => `${values} values of ${bytes} bytes`,
  );
  must(
    characters <= CHARACTERS_AT_LEAST + bytes * CHARACTERS_PER_BYTE,
    'the text kept of a file is bounded by its size',
    () => `${characters} characters of ${bytes} bytes`,
  );
}

function sizeOf(kept: unknown): Size {
  const size = { values: 0, characters: 0 };
  const seen = new Set<unknown>();
  const waiting: unknown[] = [kept];
  while (waiting.length > 0) {
    const value = waiting.pop();
    size.values += 1;
    if (typeof value === 'string') {
      if (value.length > 8 && !seen.has(value)) {
        seen.add(value);
        size.characters += value.length;
      }
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      if (Array.isArray(value)) for (const item of value) waiting.push(item);
      else for (const name in value) waiting.push((value as Record<string, unknown>)[name]);
    }
  }
  return size;
}
