import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { NORMALISER_OF } from './fields.ts';

test.each([
  ['Female', 'F'],
  ['m', 'M'],
  ['Unknown', 'U'],
  ['2', undefined],
])('sex %s -> %s', (text, code) => expect(NORMALISER_OF['patient.sex'](text, VOCABULARY)).toBe(code));

test.each([
  ['Self', '18'],
  ['spouse', '01'],
  ['Son', '19'],
  ['neighbour', undefined],
])('relationship %s -> %s', (text, code) =>
  expect(NORMALISER_OF['coverage.relationship'](text, VOCABULARY)).toBe(code),
);

test.each([
  ['IL', 'IL'],
  ['illinois', 'IL'],
  ['District of Columbia', 'DC'],
  ['Ill', undefined],
  ['25', undefined],
  ['constructor', undefined],
])('state %s -> %s', (text, code) =>
  expect(NORMALISER_OF['patient.address.state'](text, VOCABULARY)).toBe(code),
);
