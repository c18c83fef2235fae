import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLike, SHAPE, shapeOf } from './shape.ts';

describe('the shape of a value', () => {
  test.each([
    ['Quintero, Marta L', 'Aa, Aa A'],
    ['1978-04-12', '9999-99-99'],
    ['W123456789', 'A999999999'],
    ['M54.50', 'A99.99'],
    ['Müller (spouse)', 'Aa (a)'],
    ['日本', 'a'],
  ])('of %s is %s', (value, shape) => expect(shapeOf(value)).toBe(shape));

  test('of any text holds no letter or digit of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        expect(shapeOf(value)).toMatch(SHAPE);
      }),
    );
  });
});

test.each([
  ['1980-01-02', '9999-99-99', true],
  ['01/02/1980', '9999-99-99', true],
  ['Anna Tester', '9999-99-99', false],
  ['Tester', 'Aa, Aa', true],
  ['12345', 'A999999999', false],
])('%s is like what stood there as %s: %s', (value, shape, expected) =>
  expect(isLike(value, shape)).toBe(expected),
);
