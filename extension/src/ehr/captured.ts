/** Makes captured values: length limits, no social security number, and the place's name. */
import type { Captured } from '@claimside/shared/capture';
import { cleanText } from './dom.ts';
import type { Places } from './places.ts';

const MOST_RAW = 200;
const SOCIAL_SECURITY = /\b\d{3}-\d{2}-\d{4}\b/g;

/** An exact locator that found a readable value. */
export const CERTAIN = 0.98;
/** One of several that it may be, or of which nothing else on the page says whose it is. */
export const UNWITNESSED = 0.7;
/** Beside something that says otherwise, or perhaps of somebody else. */
export const IN_DOUBT = 0.5;
/** The text was there but is not what the field needs: shown for correction, never as sure. */
export const UNREADABLE = 0.3;
/** One of two days. */
export const UNSURE_DATE = 0.7;

/** What was found, before it has a place's name. */
export interface Found {
  readonly element: Element;
  readonly raw: string;
  readonly value: string;
  readonly confidence: number;
}

/** The captured value; undefined when there is none, or it is a social security number. */
export function captured(found: Found | undefined, place: string, places: Places): Captured | undefined {
  if (!found) return undefined;
  const whole = cleanText(found.value);
  const value = whole.slice(0, MOST_RAW);
  if (value === '' || value.search(SOCIAL_SECURITY) >= 0) return undefined;
  return {
    value,
    raw: cleanText(found.raw).slice(0, MOST_RAW).replace(SOCIAL_SECURITY, '***-**-****'),
    placeId: places.idOf(found.element),
    place,
    // The beginning of a value is not the value.
    confidence: value === whole ? found.confidence : Math.min(found.confidence, UNREADABLE),
  };
}

/** Every captured value within, nested as it may be, at most as sure as this. */
export const atMost = <Read>(confidence: number, read: Read): Read => eachAtMost(read, () => confidence);

/** Every captured value within, each at most as sure as it is worth. */
export function eachAtMost<Read>(read: Read, worth: (value: Captured) => number): Read {
  if (Array.isArray(read)) return read.map((part: unknown) => eachAtMost(part, worth)) as Read;
  if (typeof read !== 'object' || read === null) return read;
  if ('confidence' in read) {
    const value = read as unknown as Captured;
    return { ...read, confidence: Math.min(value.confidence, worth(value)) };
  }
  return Object.fromEntries(
    Object.entries(read).map(([key, part]) => [key, eachAtMost(part, worth)]),
  ) as Read;
}
