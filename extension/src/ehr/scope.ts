/** One document while it is read: what several readers of it ask is looked up once. */
import { type HeadingOf, headingsOf } from './headings.ts';
import { type Labelled, labelledValues } from './labels.ts';
import type { StateTree } from './page-state.ts';

export interface Scope {
  readonly document: Document;
  /** All labelled values that are shown. */
  readonly labelled: () => readonly Labelled[];
  readonly headingOf: HeadingOf;
  /** What the page's framework holds, where the recipe asks for it and it has answered. */
  readonly state?: StateTree | undefined;
}

export function scopeOf(document: Document, state?: StateTree): Scope {
  let labelled: readonly Labelled[] | undefined;
  let heading: HeadingOf | undefined;
  return {
    document,
    labelled: () => {
      labelled ??= labelledValues(document);
      return labelled;
    },
    headingOf: (element) => {
      heading ??= headingsOf(document);
      return heading(element);
    },
    state,
  };
}
