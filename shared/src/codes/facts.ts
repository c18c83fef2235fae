/** What the imported lists say of the codes on a claim, as plain JSON: made by the server, used by edits on both sides. */
import type { IsoDate, UtcInstant } from '../values/index.ts';
import type { ImportedList } from './imported.ts';

/** What a list says of a code for a time; both days are in it, an absent one is open. Which parts there are depends on the list. */
export interface CodeStatement {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly title?: string;
  /** A heading with more exact codes below it (ICD-10-CM): not to be billed. */
  readonly header?: boolean;
  /** Most units that are likely (NCCI MUE), for one line or for all lines of a day. */
  readonly units?: number;
  readonly per?: 'line' | 'day';
  /** The practice's usual charge in cents. */
  readonly charge?: number;
}

/** Two codes that are not paid together unless a modifier separates them (NCCI PTP): column 1 is paid, column 2 not. */
export interface PairStatement {
  readonly column1: string;
  readonly column2: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly modifierAllowed: boolean;
}

/** An imported list as far as its age matters. */
export interface ListFact {
  /** From when its newest edition holds. */
  readonly edition: IsoDate;
  /** The first day it can speak of; absent where its entries carry their own dates. */
  readonly since?: IsoDate;
  readonly importedAt: UtcInstant;
}

export interface CodeFacts {
  /** Only the lists that are loaded. */
  readonly lists: Readonly<Partial<Record<ImportedList, ListFact | undefined>>>;
  /** By list and bare code, for exactly the codes that were asked for: an empty array is a code that the list does not hold. */
  readonly codes: Readonly<
    Partial<Record<ImportedList, Readonly<Record<string, readonly CodeStatement[]>> | undefined>>
  >;
  /** Pairs among the procedures asked for. */
  readonly pairs: readonly PairStatement[];
  /** Shipped lists that the practice replaced, whole, by name. */
  readonly replaced: Readonly<
    Record<string, { readonly asOf: IsoDate; readonly codes: Readonly<Record<string, string>> }>
  >;
}

export const NO_CODE_FACTS: CodeFacts = { lists: {}, codes: {}, pairs: [], replaced: {} };
