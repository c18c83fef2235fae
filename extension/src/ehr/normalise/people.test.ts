import { describe, expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { nameKey, plainName, providerName, splitName } from './people.ts';

describe('names', () => {
  test.each([
    ['* Halvorsen, Ingrid', 'Halvorsen, Ingrid'],
    ['Ms.  Marta   Quintero', 'Marta Quintero'],
    ['Anna Do', 'Anna Do'],
    ['Tester, Pa', 'Tester, Pa'],
    ['ANNA OT', 'ANNA OT'],
  ])('%s is plainly %s', (text, plain) => expect(plainName(text)).toBe(plain));

  test.each([
    ['* Halvorsen, Ingrid', 'Halvorsen, Ingrid'],
    ['Dr. Ingrid Halvorsen MD', 'Ingrid Halvorsen'],
    ['Ingrid Halvorsen, MD, PhD', 'Ingrid Halvorsen'],
    ['Halvorsen, Ingrid, pa-c', 'Halvorsen, Ingrid'],
    ['Ingrid Do', 'Ingrid Do'],
    ['INGRID DO', 'INGRID DO'], // name or credential: not ours to say
    ['Halvorsen, Do', 'Halvorsen, Do'],
  ])('the provider %s is plainly %s', (text, plain) => expect(providerName(text, VOCABULARY)).toBe(plain));

  test('a family name that looks like a credential tells two people apart', () => {
    expect(nameKey('Anna Do')).toBe('anna do');
    expect(nameKey('Do, Anna')).toBe('anna do');
  });

  test('a comma tells the family name for certain', () => {
    expect(splitName('Quintero, Marta L')).toEqual({
      lastName: 'Quintero',
      firstName: 'Marta',
      middleName: 'L',
      certain: true,
    });
  });
  test('without a comma the split is a guess', () => {
    expect(splitName('Marta L Quintero')).toMatchObject({ lastName: 'Quintero', certain: false });
  });
  test('one word is not split', () => expect(splitName('Quintero')).toBeUndefined());

  test.each(['Marta Quintero', 'Quintero, Marta L', 'Ms. MARTA L. QUINTERO', 'Quintero Jr., Marta'])(
    '%s is the same person',
    (text) => expect(nameKey(text)).toBe('marta quintero'),
  );
  test('two family names in one box and in parts are the same person', () => {
    expect(nameKey('Ana López Tester')).toBe(nameKey('Lopez Tester, Ana'));
  });
});
