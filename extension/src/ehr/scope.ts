/** One document while it is read: what several readers of it ask is looked up once. */
import { UNSURE_DATE } from '@claimside/shared/capture';
import type { DateOrder } from '@claimside/shared/recipe';
import type { DateOrderOf } from './date-order.ts';
import { type HeadingOf, headingsOf } from './headings.ts';
import { type Labelled, labelledPlaces } from './labels.ts';
import type { Normaliser } from './normalise/fields.ts';
import { date, dateIn } from './normalise/visit.ts';
import type { StateTree } from './page-state.ts';
import { rootsOf, type TextOfPage, textsIn } from './roots.ts';
import { type Table, tablesOf } from './tables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A value in the claim's form, and how sure it can be at most. */
export interface Normalised {
  readonly value: string;
  readonly most: number;
}

export interface Scope {
  readonly document: Document;
  /** What labels and headings mean where no recipe says. */
  readonly words: Vocabulary;
  /** The document and the open shadow roots in it. */
  readonly roots: () => readonly ParentNode[];
  /** What a person may read in them, text by text. */
  readonly texts: () => readonly TextOfPage[];
  /** All labelled places that are shown, the empty ones too. */
  readonly places: () => readonly Labelled[];
  /** Those that hold a value. */
  readonly labelled: () => readonly Labelled[];
  readonly headingOf: HeadingOf;
  /** All tables that are shown. */
  readonly tables: () => readonly Table[];
  /** The text in the form the claim uses; dates as this site writes them, `order` being the product's. */
  readonly normalised: (normalise: Normaliser, text: string, order?: DateOrder) => Normalised | undefined;
  /** What the page's framework holds, where the recipe asks for it and it has answered. */
  readonly state?: StateTree | undefined;
  /** A grid that draws only some rows, with those that were seen before. */
  readonly whole: (table: Table) => Table;
}

/** `dateOrder` tells how all documents of the page write dates; it is asked for when one could be two. */
export function scopeOf(
  document: Document,
  words: Vocabulary,
  state?: StateTree,
  dateOrder: DateOrderOf = (usual) => usual,
  whole: (table: Table) => Table = (table) => table,
): Scope {
  const roots = once(() => rootsOf(document));
  const places = once(() => labelledPlaces(roots(), words));
  const heading = once(() => headingsOf(roots(), words));
  return {
    document,
    words,
    roots,
    texts: once(() => textsIn(roots())),
    places,
    labelled: once(() => places().filter(({ raw }) => raw !== '')),
    headingOf: (element) => heading()(element),
    tables: once(() => tablesOf(roots(), words)),
    normalised(normalise, text, order) {
      if (normalise !== date) {
        const value = normalise(text, words);
        return value === undefined ? undefined : { value, most: 1 };
      }
      const alone = dateIn(text, undefined, words);
      const read = alone?.isSure ? alone : alone && dateIn(text, dateOrder(order), words);
      return read && { value: read.value, most: read.isSure ? 1 : UNSURE_DATE };
    },
    state,
    whole,
  };
}

/** Looked up at the first question alone. */
function once<Found>(look: () => Found): () => Found {
  let known: { readonly found: Found } | undefined;
  return () => {
    known ??= { found: look() };
    return known.found;
  };
}
