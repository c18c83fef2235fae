import { expect, test } from 'vitest';
import type { Batch } from './round-trip.ts';
import { runRoundTrips } from './run.ts';

const running = { seed: 7, stopped: new AbortController().signal, onProgress: () => {} };

test('a part that is lost is told with the smallest claim that has it, and its seed finds it at once', async () => {
  const losing = ({ claims }: Batch) =>
    claims.flatMap(({ claim }, at) => (claim.payToAddress ? [`claim.payToAddress of claim ${at + 1}`] : []));
  const { failure } = await runRoundTrips({ ...running, claims: 5_000 }, losing);
  expect(failure?.troubles).toEqual(['claim.payToAddress of claim 1']);
  expect(failure?.batch.claims).toHaveLength(1);
  const [{ claim } = { claim: undefined }] = failure?.batch.claims ?? [];
  expect(claim?.otherCoverages).toBeUndefined();
  expect(claim?.serviceLines).toHaveLength(1);
  const again = await runRoundTrips({ ...running, seed: failure?.seed ?? 0, claims: 1 }, losing);
  expect(again.failure).toEqual(failure);
});

test('a run says how far it is, and ends where it is stopped', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const onProgress = (done: number) => {
    seen.push(done);
    if (seen.length === 2) stop.abort();
  };
  const outcome = await runRoundTrips(
    { seed: 7, claims: 1_000_000, stopped: stop.signal, onProgress },
    () => [],
  );
  expect(seen).toHaveLength(2);
  expect(outcome).toEqual({ done: seen[1] });
});
