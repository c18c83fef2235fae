/** Calendar days where somebody is: instants stay UTC, and a time zone is always passed in (`America/Chicago`). */
import { type IsoDate, isIsoDate, type UtcInstant } from './dates.ts';

export function isTimeZone(name: string): boolean {
  try {
    clockIn(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar date that it is there. */
export function dateIn(timeZone: string, now: UtcInstant): IsoDate {
  const date = new Date(wallClock(timeZone, Date.parse(now))).toISOString().slice(0, 10);
  if (!isIsoDate(date)) throw new Error('the clock gives no calendar date');
  return date;
}

/** The instant at which a day begins there. */
export function startOfDay(timeZone: string, date: IsoDate): UtcInstant {
  const midnight = Date.parse(date);
  const offsetAt = (instant: number) => wallClock(timeZone, instant) - instant;
  // The clock may be put forward or back between the two midnights: what holds there counts.
  const near = midnight - offsetAt(midnight);
  return new Date(midnight - offsetAt(near)).toISOString() as UtcInstant;
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Made once: that is slow. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  CLOCKS.set(timeZone, clock);
  return clock;
}

/** What the clock on the wall shows there, as if it were UTC; in whole seconds. */
function wallClock(timeZone: string, instant: number): number {
  const parts = new Map(
    clockIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
