import { expect, test } from 'vitest';
import { packed, packedAt } from './packed.ts';

test('the bytes of a code have the number of the code', () => {
  const bytes = Buffer.from('CAS*CO*45~');
  expect(packedAt(bytes, 4, 6)).toBe(packed('CO'));
  expect(packedAt(bytes, 0, 3)).toBe(packed('CAS'));
});

test.each([
  ['', 'nothing'],
  ['ABCDE', 'more than four characters'],
  ['É', 'a character outside ASCII'],
])('%j has no number: it is %s', (text) => {
  expect(packed(text)).toBe(0);
});

test('no two texts have the same number', () => {
  const texts = ['A', 'AA', 'AAA', 'AAAA', 'B', 'AB', 'BA', '1', '11', '01', ' A', 'A '];
  expect(new Set(texts.map(packed)).size).toBe(texts.length);
});
