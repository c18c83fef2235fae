/** Remembers control numbers to tell one that comes again. A file of a million sets must not fill the memory with them. */
import { plainControlNumber, readCount } from './amounts.ts';
import { ownText } from './own-text.ts';

/** At least so many numbers that do not follow one another are kept, at most twice as many; older ones are forgotten. */
const KEPT = 10_000;

export class UsedNumbers {
  /** As a rule each number is one more than the last: that takes two numbers, however many there are. */
  #first: number | undefined;
  #last = 0;
  #others = new Set<string>();
  #olderOthers: ReadonlySet<string> = new Set();

  /** Notes a number; true when it was used before. `101` and `0101` are the same. */
  isRepeated(number: string): boolean {
    const text = plainControlNumber(number);
    const value = readCount(text);
    if (this.#isInRun(value) || this.#others.has(text) || this.#olderOthers.has(text)) return true;
    if (value !== undefined && (this.#first === undefined || value === this.#last + 1)) {
      this.#first ??= value;
      this.#last = value;
      return false;
    }
    if (this.#others.size === KEPT) {
      this.#olderOthers = this.#others;
      this.#others = new Set();
    }
    this.#others.add(ownText(text));
    return false;
  }

  #isInRun(value: number | undefined): boolean {
    return value !== undefined && this.#first !== undefined && value >= this.#first && value <= this.#last;
  }
}
