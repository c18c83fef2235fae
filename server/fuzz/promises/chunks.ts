/** Cuts a file into chunks, so that a reader can be given it piece by piece. */
import type { Random } from '../random.ts';

/** Pushing a long file byte by byte takes too long. */
const LONGEST_IN_BYTES = 3_000;

/** Chunks of one size or of changing ones, empty ones among them. */
export function* chunksOf(bytes: Uint8Array, random: Random): Generator<Uint8Array> {
  const sizes = bytes.length <= LONGEST_IN_BYTES ? [1, 9, 30, 110, 400, 1000] : [401, 5_000, 16_384, 20_000];
  const size = random.pick(sizes) ?? 1000;
  const isSteady = random.oneIn(2);
  for (let from = 0; from < bytes.length; ) {
    const length = isSteady ? size : random.below(2 * size);
    yield bytes.subarray(from, from + length);
    from += length;
  }
}

/** The size of a reader's own blocks, which must not show either. */
export function blockSize(length: number, random: Random): number {
  const sizes = length <= LONGEST_IN_BYTES ? [1, 60, 100, 200, 401, 1024] : [401, 2_000, 16_384];
  return random.pick(sizes) ?? 1024;
}
