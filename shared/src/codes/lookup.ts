/** How edits ask about codes, whatever is loaded: every question is absent, or answered `undefined`, where nobody knows. */
import type { Cents, IsoDate } from '../values/index.ts';
import type { CodeSet } from './code-set.ts';
import type { ImportedList } from './imported.ts';

/** `header` has more exact codes below it; `not-in-force` is in the list, but not on that day. */
export type DiagnosisStanding = 'valid' | 'header' | 'not-in-force' | 'unknown';
export type CodeStanding = 'valid' | 'not-in-force' | 'unknown';

/** Pure and synchronous. A stale list falls silent: it never calls a code unknown more than a year after its newest edition. */
export interface CodeSets {
  /** ICD-10-CM, with or without the dot. */
  diagnosis?(code: string, onDate: IsoDate): DiagnosisStanding | undefined;
  /** HCPCS level II by CMS's list; CPT by the practice's own list, where `unknown` means that the practice does not list it. */
  procedure?(code: string, onDate: IsoDate): CodeStanding | undefined;
  /** HCPCS level II modifiers; undefined for CPT's. */
  modifier?(code: string, onDate: IsoDate): CodeStanding | undefined;
  /** NCCI: column 2 is not paid beside column 1 on a day. Ask both ways round. */
  pairEdit?(
    column1: string,
    column2: string,
    onDate: IsoDate,
  ): { readonly modifierAllowed: boolean } | undefined;
  /** NCCI: most units that are likely, for one line or for all lines of a day. */
  maximumUnits?(
    code: string,
    onDate: IsoDate,
  ): { readonly units: number; readonly per: 'line' | 'day' } | undefined;
  /** The practice's usual charge for a procedure. */
  usualCharge?(code: string): Cents | undefined;
  /** The newest words of a list for a code. */
  describe?(list: ImportedList, code: string): string | undefined;
  /** From when the newest edition of a list holds; undefined when it is not loaded. */
  editionOf?(list: ImportedList): IsoDate | undefined;
  /** The shipped list, or the newer one that the practice put in its place. */
  current?(shipped: CodeSet): CodeSet;
}

/** The list to judge by: the practice's newer one when there is one. */
export function currentSet(shipped: CodeSet, sets: CodeSets | undefined): CodeSet {
  return sets?.current?.(shipped) ?? shipped;
}
