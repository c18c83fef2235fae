/** Shares and spans of days, told with the number of accounts that they are of: of none, nothing is said. */

/** `count` of `of`; 0 of 0 is no share. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface Days {
  readonly median: number;
  readonly mean: number;
  /** Nine of ten took no longer. */
  readonly ninthTenth: number;
  readonly of: number;
}

export function shareOf<T>(all: readonly T[], isCounted: (each: T) => boolean): Share {
  return { count: all.filter(isCounted).length, of: all.length };
}

/** From 0 to 1; undefined of none. */
export const fractionOf = ({ count, of }: Share): number | undefined => (of === 0 ? undefined : count / of);

/** Undefined of none. The median of an even number is the mean of the two in the middle. */
export function daysOf(days: readonly number[]): Days | undefined {
  if (days.length === 0) return undefined;
  // In the order of numbers by itself, and many times as fast as with a function that compares two.
  const sorted = Float64Array.from(days).sort();
  const at = (place: number): number => sorted[Math.min(Math.max(place, 0), sorted.length - 1)] ?? 0;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
    ninthTenth: at(Math.ceil(sorted.length * 0.9) - 1),
    of: sorted.length,
  };
}
