/** Gathers what a file says of codes, and each fault with its line, so that all of them are told at once. */
import type { CodeEntry } from './entry.ts';

/** Something in a file that keeps it from being imported. */
export interface FileFault {
  /** Name of the file, inside a zip too. */
  readonly file: string;
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** A file that is the wrong one has a fault on every line: more than these are only counted. */
export const MOST_FAULTS = 50;

export interface Sink {
  /** The entry of a code, new or as it is so far. */
  readonly entries: Map<string, CodeEntry>;
  /** Puts a code in; a second, different entry of the same code is a fault. */
  add(line: number, code: string, entry: CodeEntry): void;
  fault(line: number, message: string, fix: string): void;
}

export interface Gathered extends Sink {
  /** The first of them. */
  readonly faults: readonly FileFault[];
  /** How many there were in all. */
  faultCount(): number;
  /** Names the file that the next rows come from. */
  startFile(name: string): void;
}

export function createSink(): Gathered {
  const entries = new Map<string, CodeEntry>();
  const faults: FileFault[] = [];
  let count = 0;
  let file = '';
  const fault = (line: number, message: string, fix: string) => {
    count += 1;
    if (faults.length < MOST_FAULTS) faults.push({ file, line, message, fix });
  };
  return {
    entries,
    faults,
    fault,
    faultCount: () => count,
    startFile(name) {
      file = name;
    },
    add(line, code, entry) {
      const before = entries.get(code);
      if (before && JSON.stringify(before) !== JSON.stringify(entry))
        fault(line, `The code ${code} stands twice, and differs.`, 'Keep the row that is right.');
      else entries.set(code, entry);
    },
  };
}
