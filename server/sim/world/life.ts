/** One life of the server's process: it may end at any of its steps, and what it did then is what was committed. */
import type { Random } from '../../fuzz/random.ts';
import type { Store } from '../../src/store/store.ts';
import type { Trace } from './trace.ts';

/** Thrown inside a transaction, so that nothing of it is kept. */
class Dead extends Error {}

/** What the disk answers when it is full. */
export class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

export class Life {
  /** As the server's code knows it. */
  readonly store: Store;
  /** Resolves at death. */
  readonly died: Promise<void>;
  isDead = false;
  readonly #random: Random;
  readonly #trace: Trace;
  #end: () => void = () => {};
  /** Steps until death. */
  #left: number | undefined;
  /** Transactions that the disk will refuse. */
  #refused = 0;

  constructor(real: Store, random: Random, trace: Trace) {
    this.#random = random;
    this.#trace = trace;
    this.died = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.store = { ...real, transaction: (work) => this.#transaction(real, work) };
  }

  dieAfter(steps: number): void {
    this.#left = steps;
  }

  refuseWrites(transactions: number): void {
    this.#refused = transactions;
  }

  /** Nothing more goes wrong by itself. */
  calm(): void {
    this.#left = undefined;
    this.#refused = 0;
  }

  /** A step at which the process may end: then it never resolves, as nothing of a dead process goes on. */
  async step(name: string): Promise<void> {
    if (!this.isDead && this.#left !== undefined) {
      if (this.#left === 0) this.#die(name);
      this.#left -= 1;
    }
    if (this.isDead) await new Promise<never>(() => {});
  }

  #die(name: string): void {
    this.#trace.note(`  dies: ${name}`);
    this.isDead = true;
    this.#end();
  }

  async #transaction<T>(real: Store, work: Parameters<Store['transaction']>[0]): Promise<T> {
    await this.step('before a transaction');
    // Others may come first.
    for (let turns = this.#random.below(4); turns > 0; turns -= 1)
      await new Promise((resolve) => setImmediate(resolve));
    try {
      const value = await real.transaction(async (db) => {
        if (this.isDead) throw new Dead();
        const done = await work(db);
        this.#beforeCommit();
        return done as T;
      });
      await this.step('after a commit');
      return value;
    } catch (error) {
      if (this.isDead) await new Promise<never>(() => {});
      throw error;
    }
  }

  #beforeCommit(): void {
    if (this.#left === 0) this.#die('before a commit');
    else if (this.#left !== undefined) this.#left -= 1;
    if (this.isDead) throw new Dead();
    if (this.#refused === 0) return;
    this.#refused -= 1;
    this.#trace.note('  the disk is full');
    throw new DiskFull();
  }
}
