/** Checks the round trip of as many arbitrary claims as are wanted, some hundred at a time, so that it can be watched and stopped. */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { type Batch, batchArbitrary, roundTripTroubles } from './round-trip.ts';

export interface RunOptions {
  /** How many claims at least. */
  readonly claims: number;
  /** The same seed gives the same claims. */
  readonly seed: number;
  readonly stopped: AbortSignal;
  onProgress(claims: number): void;
}

export interface RunOutcome {
  /** Claims that came back as they were. */
  readonly done: number;
  readonly failure?: Failure;
}

export interface Failure {
  /** A run that begins with it fails among its first claims. */
  readonly seed: number;
  /** What is wrong with the smallest batch found that still fails. */
  readonly troubles: readonly string[];
  readonly batch: Batch;
}

const FILES_AT_ONCE = 40;

export async function runRoundTrips(
  { claims, seed, stopped, onProgress }: RunOptions,
  troublesOf: (batch: Batch) => string[] = roundTripTroubles,
): Promise<RunOutcome> {
  let done = 0;
  for (let part = 0; done < claims && !stopped.aborted; part += 1) {
    let checked = 0;
    const property = fc.property(batchArbitrary, (batch) => {
      checked += batch.claims.length;
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
