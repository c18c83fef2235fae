/** Random numbers that come again: the same seeds give the same row, on every machine. */

/** The small fast counter of Chris Doty-Humphrey (sfc32). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, index = 0, use = 0) {
    this.#a = seed | 0;
    this.#b = index | 0;
    this.#c = use | 0;
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  /** A whole number from 0 up to, but not, `limit`. */
  below(limit: number): number {
    return Math.floor((this.#next() / 2 ** 32) * limit);
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(values: readonly [T, ...T[]]): T;
  pick<T>(values: readonly T[]): T | undefined;
  pick<T>(values: readonly T[]): T | undefined {
    return values[this.below(values.length)];
  }

  /** Small as a rule: 1 half of the time, 2 a quarter of it, and so on up to `most`. */
  few(most: number): number {
    let count = 1;
    while (count < most && this.oneIn(2)) count += 1;
    return count;
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/** A number for a text, so that what is done with an input depends on nothing but the input. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  const step = Math.max(1, Math.floor(text.length / 4096));
  for (let at = 0; at < text.length; at += step) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ text.length) >>> 0;
}
