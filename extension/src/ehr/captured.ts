/** Makes captured values: length limits, no social security number, and the place's name. */
import { type Captured, CONTRADICTED, UNREADABLE } from '@claimside/shared/capture';
import { cleanText } from './dom.ts';
import type { Places } from './places.ts';

const MOST_RAW = 200;
const SOCIAL_SECURITY = /\b\d{3}-\d{2}-\d{4}\b/g;

/** An exact locator that found a readable value. */
export const CERTAIN = 0.98;
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

/** The same, in doubt: the page says something else of it, too. */
export const contradicted = (value: Captured, by: Captured): Captured => ({
  ...atMost(CONTRADICTED, value),
  rival: by.raw,
});

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
