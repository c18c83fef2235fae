/** Account numbers of a file, to tell one that comes again; memory does not grow with the file. */
import { ownText, type Segment } from '../../../x12/index.ts';

/** At least so many are remembered, at most twice as many. */
const KEPT = 10_000;

export class RecentNumbers {
  #newer = new Set<string>();
  #older: ReadonlySet<string> = new Set();

  /** Takes CLM01 in; true when one of the claims before has it. */
  isRepeated(clm: Segment): boolean {
    const number = clm.element(1);
    if (number === '') return false;
    if (this.#newer.has(number) || this.#older.has(number)) return true;
    if (this.#newer.size === KEPT) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    this.#newer.add(ownText(number));
    return false;
  }
}
