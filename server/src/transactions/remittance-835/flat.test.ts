import { expect, test } from 'vitest';
import { measure } from '../../../flat/measure.ts';

test('an 835 eight times as large takes no more memory, and is written byte for byte as it was read', async () => {
  const [few, many] = [await measure('835', 1), await measure('835', 8)];
  expect(many.claims).toBeGreaterThan(7 * few.claims);
  expect([many.findings, many.written]).toEqual([0, many.read]);
  // Room for the garbage collector; kept claims would take several times the 7 MB that are more.
  expect(many.megabytes - few.megabytes).toBeLessThan(60);
}, 120_000);
