import { describe, expect, test } from 'vitest';
import { nameKey, splitName } from './index.ts';

describe('the parts of a name', () => {
  test.each([
    ['Quintero, Marta L', { lastName: 'Quintero', firstName: 'Marta', middleName: 'L' }],
    ['Marta  L Quintero', { lastName: 'Quintero', firstName: 'Marta', middleName: 'L' }],
    ['Marta Quintero Jr', { lastName: 'Quintero', firstName: 'Marta', suffix: 'Jr' }],
    ['Quintero Jr., Marta', { lastName: 'Quintero', firstName: 'Marta', suffix: 'Jr' }],
    ['Quintero, Marta L, III', { lastName: 'Quintero', firstName: 'Marta', middleName: 'L', suffix: 'III' }],
    ['Quintero', { lastName: 'Quintero' }],
  ])('of %s', (name, parts) => expect(splitName(name)).toEqual(parts));
});

describe('two spellings of a name', () => {
  test.each([
    ['Aetna, Inc.', 'AETNA INC'],
    ['Öztürk', 'ozturk'],
    ['O’Testa', 'OTESTA'],
    ['Иванова', 'ИВАНОВА'],
  ])('%s and %s are one', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test('of other letters are two', () => expect(nameKey('Иванова')).not.toBe(nameKey('Петрова')));
});
