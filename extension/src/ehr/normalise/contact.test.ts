import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { phone, postalCode } from './contact.ts';

test.each([
  ['217-555-0188', '2175550188'],
  ['(217) 555-0188 x12', '2175550188'],
  ['+1 217 555 0188', '2175550188'],
  ['555-0188', undefined],
  ['900-12-3456', undefined], // a social security number is no phone
  ['call Anna 217-555-0188', undefined],
])('phone %s -> %s', (text, digits) => expect(phone(text, VOCABULARY)).toBe(digits));

test.each([
  ['62704', '62704'],
  ['62704-1234', '627041234'],
  ['6270', undefined],
])('postal code %s -> %s', (text, code) => expect(postalCode(text)).toBe(code));
