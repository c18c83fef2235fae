import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { nationalDrugCode } from './drugs.ts';
import { spoken } from './fields.ts';

test.each([
  ['11111-2222-33', '11111222233'],
  ['1111-2222-33', '01111222233'],
  ['11111-222-33', '11111022233'],
  ['11111-2222-3', '11111222203'],
  ['N411111222233', '11111222233'],
])('the NDC in %s is %s', (text, code) => {
  expect(nationalDrugCode(text)).toBe(code);
});

test.each(['1111222233', '1111-222-33', '11111-2222-333', 'none'])(
  '%s could be several codes, or none',
  (text) => {
    expect(nationalDrugCode(text)).toBeUndefined();
  },
);

test('units of drugs are those of CTP05', () => {
  const unit = (text: string) => spoken('drugUnit')(text, VOCABULARY);
  expect(['ML', 'Grams', 'Milligrams', 'I.U.', 'Units', 'bottle'].map(unit)).toEqual([
    'ML',
    'GR',
    'ME',
    'F2',
    'UN',
    undefined,
  ]);
});
