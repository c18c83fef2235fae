/** What the reading thread shows of itself while it is busy, so that the watching one can tell what it hangs on. */

/** A file longer than that is shown only in part. */
const LONGEST = 3_000_000;

const COUNT = 0;
const LENGTH = 1;
const STOP = 2;
const NUMBERS = 3;

export class State {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(memory = new SharedArrayBuffer(NUMBERS * Int32Array.BYTES_PER_ELEMENT + LONGEST)) {
    this.memory = memory;
    this.#numbers = new Int32Array(memory, 0, NUMBERS);
    this.#bytes = new Uint8Array(memory, NUMBERS * Int32Array.BYTES_PER_ELEMENT);
  }

  /** Goes up with each input that is begun. */
  get count(): number {
    return Atomics.load(this.#numbers, COUNT);
  }

  /** The input under way. */
  get bytes(): Buffer {
    return Buffer.from(this.#bytes.slice(0, Atomics.load(this.#numbers, LENGTH)));
  }

  begin(bytes: Uint8Array): void {
    const shown = bytes.subarray(0, LONGEST);
    this.#bytes.set(shown);
    Atomics.store(this.#numbers, LENGTH, shown.length);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  get isStopped(): boolean {
    return Atomics.load(this.#numbers, STOP) === 1;
  }

  stop(): void {
    Atomics.store(this.#numbers, STOP, 1);
  }
}
