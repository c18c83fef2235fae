/** The time of a simulated world, which goes on only when the world says so. */
import type { UtcInstant } from '@claimside/shared/values';

const START = Date.parse('2026-11-20T12:00:00.000Z');

export class Clock {
  #now = START;

  /** A millisecond passes with each look, so that no two facts have one time. */
  now(): UtcInstant {
    this.#now += 1;
    return new Date(this.#now).toISOString() as UtcInstant;
  }

  /** Milliseconds since 1970; nothing passes. */
  get milliseconds(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
