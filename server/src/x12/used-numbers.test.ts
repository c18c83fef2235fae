import { expect, test } from 'vitest';
import { UsedNumbers } from './used-numbers.ts';

/** Which of the numbers, taken in this order, were used before. */
function repeatedOf(numbers: readonly string[]): string[] {
  const used = new UsedNumbers();
  return numbers.filter((number) => used.isRepeated(number));
}

test.each([
  ['in sequence', ['0001', '0002', '0003'], []],
  ['out of sequence', ['7', '3', '4', '99', '8'], []],
  ['that come again', ['1', '2', '3', '2', '9', '9'], ['2', '9']],
  ['that are padded differently', ['7', '0007', '50', '00050'], ['0007', '00050']],
  ['that are no digits', ['A1', 'B2', 'A1', '0A1'], ['A1']],
  ['that a sequence reaches', ['1', '3', '2', '3'], ['3']],
])('of numbers %s the repeated ones are told', (_, numbers, repeated) => {
  expect(repeatedOf(numbers)).toEqual(repeated);
});

test('a million numbers in sequence are remembered, and the latest of those that are not', () => {
  const used = new UsedNumbers();
  const sequence = Array.from({ length: 1_000_000 }, (_, index) => String(index + 1));
  expect(sequence.some((number) => used.isRepeated(number))).toBe(false);
  expect(used.isRepeated('1')).toBe(true);
  const others = Array.from({ length: 30_000 }, (_, index) => `X${index}`);
  expect(others.some((number) => used.isRepeated(number))).toBe(false);
  expect(used.isRepeated('X10001')).toBe(true);
  expect(used.isRepeated('X0')).toBe(false);
});
