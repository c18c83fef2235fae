/** The one shape of a list of codes that ships with Claimside: dated, with its source, and replaceable by an import. */
import type { IsoDate } from '../values/index.ts';

export interface CodeSet {
  /** Stable name, as an import gives it: `place-of-service`. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** The day on which this list was last compared with its source. */
  readonly asOf: IsoDate;
  /** Who keeps the list, and where in a claim its codes stand. */
  readonly source: string;
  /** Code to its meaning in our own short words; empty where only the code is ours to ship. */
  readonly codes: Readonly<Record<string, string>>;
}

/** A shipped list. `asOf` is a literal in our own source, checked by a test. */
export function codeSet(set: Omit<CodeSet, 'asOf'> & { readonly asOf: string }): CodeSet {
  return { ...set, asOf: set.asOf as IsoDate };
}

/** Codes without words: each is in the list, none has a text. */
export function bareCodes(codes: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, '']),
  );
}

/** True for a code of the list. */
export function holdsCode(set: Pick<CodeSet, 'codes'>, code: string): boolean {
  return Object.hasOwn(set.codes, code);
}
