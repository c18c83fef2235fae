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

describe('a value that is like what stood there once', () => {
  test.each([
    ['Tester, Anna', 'Aa, Aa', true],
    ['TESTER', 'Aa', true],
    ['04/12/1978', '9999-99-99', true],
    ['Aetna', '9999-99-99', false],
    ['99214', 'Aa', false],
    ['Q4417', '99999', false],
  ])('%s at %s: %s', (value, shape, like) => expect(isLike(value, shape)).toBe(like));
});
