import { expect, test } from 'vitest';
import { TARGETS } from '../targets/index.ts';
import { readOptions } from './options.ts';

/** What is asked for, where the seed would be 7. */
const read = (args: readonly string[]) => readOptions(args, 7, () => {});

const all = TARGETS.map(({ name }) => name);

test('without a word all targets read a hundred thousand inputs of a random seed', () => {
  expect(read([])).toEqual({
    seed: 7,
    runs: 100_000,
    seconds: Number.POSITIVE_INFINITY,
    target: all,
  });
});

test('a number of seconds takes the place of the number of inputs', () => {
  expect(read(['--seconds', '60', '--target', 'segments', 'envelope'])).toMatchObject({
    runs: Number.POSITIVE_INFINITY,
    seconds: 60,
    target: ['segments', 'envelope'],
  });
});

test('one input is named by the indices of its forebears and its own', () => {
  expect(read(['--seed', '5', '--input', '12.345'])).toMatchObject({ seed: 5, input: [12, 345] });
});

test.each([
  [['--input', '12'], '--input needs the --seed'],
  [['--runs', 'many'], 'A whole number is needed'],
  [['--target', 'nothing'], 'Allowed choices are'],
  [['more'], 'too many arguments'],
])('%j is not understood', (args, words) => {
  expect(() => read(args)).toThrow(words);
});
