import { expect, test } from 'vitest';
import { reasonWithWaiting, unmatchedReason } from './unmatched-words.ts';

test('the sentence counts down, goes with the last one, and leaves what else is said', () => {
  const two = unmatchedReason(2, 5);
  expect(two).toMatch(/^2 of 5 claims in it match no claim here for certain/);
  expect(reasonWithWaiting(two, 1)).toBe(unmatchedReason(1, 5));
  expect(reasonWithWaiting(two, 0)).toBeNull();
  expect(reasonWithWaiting(`It rejects a batch. ${two} Look.`, 0)).toBe('It rejects a batch. Look.');
  expect(reasonWithWaiting('3 lines of it could not be read.', 0)).toBe('3 lines of it could not be read.');
  expect(reasonWithWaiting(null, 0)).toBeNull();
  expect(unmatchedReason(0, 5)).toBeNull();
  const only = unmatchedReason(1, 1);
  expect(only).toBe('Its claim matches none here for certain: decide under Claims, Unmatched.');
  expect(reasonWithWaiting(`${only} Look.`, 1)).toBe(`Look. ${only}`);
  expect(reasonWithWaiting(only, 0)).toBeNull();
  // As it was said before.
  expect(
    reasonWithWaiting(
      '1 of 1 claims in it match no claim here for certain: decide under Claims, Unmatched.',
      0,
    ),
  ).toBeNull();
});

test('the sentence comes back when a decision is taken back, beside what else is said, and goes again', () => {
  const again = reasonWithWaiting(null, 1);
  expect(again).toMatch(/^1 claim in it matches no claim here for certain/);
  expect(reasonWithWaiting(again, 2)).toMatch(/^2 claims in it match no claim/);
  expect(reasonWithWaiting(again, 0)).toBeNull();
  expect(reasonWithWaiting('Look.', 1)).toBe(`Look. ${again}`);
});
