/** Checks a property of as many arbitrary things as are wanted, some at a time, so that it can be watched and stopped. */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';

export interface RunOptions {
  /** How many claims at least. */
  readonly claims: number;
  /** The same seed gives the same claims. */
  readonly seed: number;
  readonly stopped: AbortSignal;
  onProgress(claims: number): void;
}

/** What is checked: files, each of some claims. */
export interface Subject<Batch> {
  readonly arbitrary: fc.Arbitrary<Batch>;
  claimsIn(batch: Batch): number;
  /** Empty when all is well. */
  troublesOf(batch: Batch): string[];
}

export interface RunOutcome<Batch> {
  /** Claims that came back as they were. */
  readonly done: number;
  readonly failure?: Failure<Batch>;
}

export interface Failure<Batch> {
  /** A run with it fails among its first claims. */
  readonly seed: number;
  /** What is wrong with the smallest batch found that still fails. */
  readonly troubles: readonly string[];
  readonly batch: Batch;
}

const FILES_AT_ONCE = 40;

export async function runBatches<Batch>(
  { claims, seed, stopped, onProgress }: RunOptions,
  { arbitrary, claimsIn, troublesOf }: Subject<Batch>,
): Promise<RunOutcome<Batch>> {
  let done = 0;
  for (let part = 0; done < claims && !stopped.aborted; part += 1) {
    let checked = 0;
    const property = fc.property(arbitrary, (batch) => {
      checked += claimsIn(batch);
      return troublesOf(batch).length === 0;
    });
    const partSeed = (seed + part) | 0;
    const { failed, counterexample } = fc.check(property, { numRuns: FILES_AT_ONCE, seed: partSeed });
    if (failed && counterexample) {
      const [batch] = counterexample;
      return { done, failure: { seed: partSeed, troubles: troublesOf(batch), batch } };
    }
    done += checked;
    onProgress(done);
    await setImmediate();
  }
  return { done };
}
