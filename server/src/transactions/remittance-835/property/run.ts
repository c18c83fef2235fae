/** Checks the round trip of as many arbitrary claim payments as are wanted. */
import { type RunOptions, type RunOutcome, runBatches } from '../../parts/property/run-batches.ts';
import type { RemittanceSet } from '../file-parts.ts';
import { setsArbitrary } from './remittance-arbitrary.ts';
import { claimsIn, roundTripTroubles } from './round-trip.ts';

export function runRemittanceRoundTrips(options: RunOptions): Promise<RunOutcome<readonly RemittanceSet[]>> {
  return runBatches(options, { arbitrary: setsArbitrary, claimsIn, troublesOf: roundTripTroubles });
}
