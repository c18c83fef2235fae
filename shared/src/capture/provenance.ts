/** Where each value of a draft comes from, for the person who looks at it. */
import type { Captured } from './capture.ts';

/** Where a value of the draft comes from. */
export interface Provenance {
  readonly source: 'page' | 'practice' | 'assumed';
  /** In words: the place on the page, or which of the practice's data. */
  readonly place: string;
  /** Only for `page`. */
  readonly placeId?: string;
  readonly raw?: string;
  readonly confidence: number;
}

/** Where a value of the page was read. */
export function fromPage(captured: Captured): Provenance {
  const { place, placeId, raw, confidence } = captured;
  return { source: 'page', place, placeId, raw, confidence };
}

/** A value from the practice's own data. */
export function fromPractice(place: string, confidence = 1): Provenance {
  return { source: 'practice', place, confidence };
}
