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

const ALPHABET = 'abcdefghjkmnpqrstvwxyz23456789';

/** A random id of 20 letters and digits (98 bits): not a secret, safe in a URL. */
export function newId(runtime: Pick<Runtime, 'randomBytes'>): string {
  return randomText(runtime, ALPHABET, 20);
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
