/** The order in which the writers of one process, each in a thread of its own, come to the database: first come, first served. */

/** Shared by all threads; to be given on as it is. */
export type WritersTurns = SharedArrayBuffer;

export interface WritersTurn {
  /** Resolves when it is this writer's turn; until it is given on, nobody else of the process writes. */
  take(): Promise<void>;
  give(): void;
}

/** Numbers as in a waiting room: which is drawn next, and which is served. */
const DRAWN = 0;
const SERVED = 1;

/** Of ES2024, which the language level that we compile for does not name yet. */
interface WaitsWithoutBlocking {
  waitAsync(numbers: Int32Array, index: number, value: number): { readonly value: string | Promise<string> };
}
const atomics = Atomics as typeof Atomics & WaitsWithoutBlocking;

export function newWritersTurns(): WritersTurns {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** SQLite alone lets whoever asks at the right moment go first: one that writes much would keep the others out. */
export function takeTurnsIn(turns: WritersTurns): WritersTurn {
  const numbers = new Int32Array(turns);
  return {
    async take() {
      const mine = Atomics.add(numbers, DRAWN, 1);
      for (;;) {
        const served = Atomics.load(numbers, SERVED);
        if (served === mine) return;
        await woken(atomics.waitAsync(numbers, SERVED, served).value);
      }
    },
    give() {
      Atomics.add(numbers, SERVED, 1);
      Atomics.notify(numbers, SERVED);
    },
  };
}

/** Such a wait by itself would not keep its thread from ending as idle, with its number drawn. */
async function woken(wait: string | Promise<string>): Promise<void> {
  const isAwaited = setInterval(() => {}, 60_000);
  await wait;
  clearInterval(isAwaited);
}
