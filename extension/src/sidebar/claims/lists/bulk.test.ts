import { expect, test } from 'vitest';
import { type BulkState, runBulk } from './bulk.ts';

test('one after another, in order; what fails is kept by name and the rest goes on', async () => {
  const begun: string[] = [];
  const seen: string[] = [];
  let under = 0;
  const end = await runBulk(
    ['a', 'b', 'c'],
    async (item) => {
      begun.push(item);
      expect(under).toBe(0);
      under += 1;
      await Promise.resolve();
      under -= 1;
      if (item === 'b') throw new Error('no such claim');
    },
    new AbortController().signal,
    ({ done, failed, total }) => seen.push(`${done}+${failed.length}/${total}`),
  );
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(seen).toEqual(['1+0/3', '1+1/3', '2+1/3']);
  expect(end.failed.map(({ item }) => item)).toEqual(['b']);
});

test('stopped, it ends behind the claim under way', async () => {
  const stop = new AbortController();
  const states: BulkState<string>[] = [];
  const end = await runBulk(
    ['a', 'b', 'c'],
    async () => stop.abort(),
    stop.signal,
    (state) => states.push(state),
  );
  expect(end).toEqual({ total: 3, done: 1, failed: [] });
  expect(states).toHaveLength(1);
});
