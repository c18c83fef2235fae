/**
 * Why a value is not certain. Each reason that a reader has lowers the confidence to a number of its own, so that the
 * number tells the reason: what a page reports needs no more words, and the script in every page stays small.
 */

/** The text was there but is not what the field needs: shown for correction, never as sure. */
export const UNREADABLE = 0.3;
/** Beside something that says otherwise, or perhaps of somebody else. */
export const IN_DOUBT = 0.5;
/** A person may see another text there, or none. */
export const DRAWN_OTHERWISE = 0.51;
/** Of another kind than what stood there when the page was taught. */
export const UNLIKE_TAUGHT = 0.52;
/** The page says something else, too: `rival` says what. */
export const CONTRADICTED = 0.55;
/** One of several that it may be, or meant otherwise. */
export const VAGUE = 0.7;
/** Nothing else on the page says whose it is. */
export const UNWITNESSED = 0.72;
/** One of two days. */
export const UNSURE_DATE = 0.74;

/** Reasons that a person can be told. The others say no more than that something was in doubt. */
export type Doubt =
  | 'unreadable'
  | 'drawn-otherwise'
  | 'unlike-taught'
  | 'contradicted'
  | 'unwitnessed'
  | 'day-or-month'
  | 'name-parts' // a name in one piece never splits for certain
  | 'telehealth'; // the practice's only location was taken, and the services may have been elsewhere

const DOUBTS: ReadonlyMap<number, Doubt> = new Map([
  [UNREADABLE, 'unreadable'],
  [DRAWN_OTHERWISE, 'drawn-otherwise'],
  [UNLIKE_TAUGHT, 'unlike-taught'],
  [CONTRADICTED, 'contradicted'],
  [UNWITNESSED, 'unwitnessed'],
  [UNSURE_DATE, 'day-or-month'],
]);

export const doubtOf = (confidence: number): Doubt | undefined => DOUBTS.get(confidence);
