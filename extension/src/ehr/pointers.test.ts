import { expect, test } from 'vitest';
import { namedBy } from './pointers.ts';

test.each([
  ['BA', ['M54.50', 'I10'], ['I10', 'M54.50']],
  ['1, 2', ['M54.50', 'I10'], ['M54.50', 'I10']],
  ['m5450 I10', [], ['M54.50', 'I10']],
  ['C', ['M54.50', 'I10'], [undefined]],
  ['12', ['M54.50', 'I10'], ['M54.50', 'I10']],
  ['12', [...Array(11).fill('M54.50'), 'I10'], ['I10']],
  ['2', ['M54.50', undefined, 'I10'], [undefined]], // the second diagnosis has no readable code: the third is not it
])('pointers "%s" into %j name %j', (raw, order, codes) =>
  expect(namedBy(raw, { as: 'positions' }, order)).toEqual(codes),
);
