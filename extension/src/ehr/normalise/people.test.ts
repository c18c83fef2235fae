import { personKey, plainName } from '@claimside/shared/capture';
import { describe, expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { providerName } from './people.ts';

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
    expect(personKey('Anna Do')).toBe('anna do');
    expect(personKey('Do, Anna')).toBe('anna do');
  });

  test.each(['Marta Quintero', 'Quintero, Marta L', 'Ms. MARTA L. QUINTERO', 'Quintero Jr., Marta'])(
    '%s is the same person',
    (text) => expect(personKey(text)).toBe('marta quintero'),
  );
  test('two family names in one box and in parts are the same person', () => {
    expect(personKey('Ana López Tester')).toBe(personKey('Lopez Tester, Ana'));
  });
});
