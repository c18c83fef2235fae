/** Checks the round trip of as many arbitrary claims as are wanted. */
import { type RunOptions, type RunOutcome, runBatches } from '../../parts/property/run-batches.ts';
import { type Batch, batchArbitrary, roundTripTroubles } from './round-trip.ts';

export function runRoundTrips(
  options: RunOptions,
  troublesOf: (batch: Batch) => string[] = roundTripTroubles,
): Promise<RunOutcome<Batch>> {
  const claimsIn = ({ claims }: Batch) => claims.length;
  return runBatches(options, { arbitrary: batchArbitrary, claimsIn, troublesOf });
}
