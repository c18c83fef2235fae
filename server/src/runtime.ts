/** Everything from outside that the server's logic needs: time, chance and a log. Passed in, so that all can be simulated. */
import { randomBytes } from 'node:crypto';
import type { UtcInstant } from '@claimside/shared/values';
import type { Logger } from 'pino';

export interface Runtime {
  now(): UtcInstant;
  randomBytes(length: number): Buffer;
  /** Never given patient data: ids, counts, states and codes only. */
  readonly log: Logger;
}

export function systemRuntime(log: Logger): Runtime {
  return {
    now: () => new Date().toISOString() as UtcInstant,
    randomBytes: (length) => randomBytes(length),
    log,
  };
}

/** In the order of their codes, so that what is written with them sorts as its number does. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';
/** Of the second, for some six hundred years. */
const TIME_LETTERS = 7;
const CHANCE_LETTERS = 13;

/**
 * An id of 20 letters and digits, of which 13 are drawn (63 bits): not a secret, safe in a URL. It begins with the second in which it was
 * made: rows of one time stand together, so that a large database touches few pages for what is worked on now.
 */
export function newId(runtime: Pick<Runtime, 'now' | 'randomBytes'>): string {
  return secondText(runtime.now()) + randomText(runtime, ALPHABET, CHANCE_LETTERS);
}

function secondText(at: UtcInstant): string {
  let rest = Math.floor(Date.parse(at) / 1_000);
  let text = '';
  while (text.length < TIME_LETTERS) {
    text = `${ALPHABET[rest % ALPHABET.length]}${text}`;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

/** `length` letters drawn evenly from `alphabet` (at most 256 of them). */
export function randomText(runtime: Pick<Runtime, 'randomBytes'>, alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of runtime.randomBytes(length * 2)) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
