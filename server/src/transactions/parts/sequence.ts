/** Numbers that count up by one (HL01, LX01): one that is off is told, and those behind it are not. */
import { type Fault, readCount } from '../../x12/index.ts';

export class Sequence {
  /** `HL01`, `LX01`. */
  readonly #name: string;
  /** In a sentence: `level`, `line`. */
  readonly #what: string;
  #counted = 0;
  #last = 0;
  #highest = 0;
  #lost = 0;

  constructor(name: string, what: string) {
    this.#name = name;
    this.#what = what;
  }

  restart(): void {
    this.#counted = 0;
    this.#last = 0;
    this.#highest = 0;
    this.#lost = 0;
  }

  /** A segment is missing; the numbers may go on with or without it. */
  lose(): void {
    this.#lost += 1;
  }

  /** What the last number should have been. */
  get expected(): string {
    return String(this.#counted);
  }

  /** Takes the next number in; a fault when it goes on neither from the one before nor from what was counted. */
  next(value: string): Fault | undefined {
    this.#counted += 1;
    const number = value === '' ? undefined : readCount(value);
    const lost = this.#lost;
    this.#lost = 0;
    if (value === '') return undefined;
    const { expected } = this;
    const goesOn =
      number !== undefined &&
      (number === this.#counted || (number > this.#last && number <= this.#last + 1 + lost));
    const isRepeated = number !== undefined && number > 0 && number <= this.#highest;
    if (number !== undefined) {
      this.#last = number;
      this.#highest = Math.max(this.#highest, number);
      if (goesOn) this.#counted = number;
    }
    if (goesOn) return undefined;
    const message = isRepeated
      ? `${this.#name} is a number that a ${this.#what} before had.`
      : `${this.#name} does not count on from the ${this.#what} before.`;
    const code = `${this.#name}-${isRepeated ? 'REPEATED' : 'SEQUENCE'}`;
    return { code, message, value, expected, fix: 'Number them through, from 1.' };
  }
}
