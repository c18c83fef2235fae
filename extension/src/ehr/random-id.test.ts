import { expect, test } from 'vitest';
import { randomId } from './random-id.ts';

test('no two names are the same', () => {
  const names = Array.from({ length: 100 }, randomId);
  expect(new Set(names).size).toBe(100);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});
