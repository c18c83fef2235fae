/** Long work beside other work. */
import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

test('what waits has its turn after each few items, and every item comes in its order', async () => {
  const seen: (number | string)[] = [];
  const another = () => void setImmediate(() => seen.push('another'));
  another();
  for await (const item of inTurns([1, 2, 3, 4, 5], 2)) {
    seen.push(item);
    if (item === 3) another();
  }
  expect(seen).toEqual([1, 2, 'another', 3, 4, 'another', 5]);
});
