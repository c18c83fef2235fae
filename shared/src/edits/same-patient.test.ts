import { expect, test } from 'vitest';
import type { IsoDate } from '../values/index.ts';
import { patientParts } from './same-patient.ts';

const parts = (lastName: string, firstName = 'Ana') =>
  patientParts({ lastName, firstName, birthDate: '1990-02-03' as IsoDate });

test.each([
  ['LÓPEZ', 'Lopez'],
  ["O'Sample", 'o’sample'],
  ['Tester-Example', 'Tester Example'],
])('%s and %s are the same name', (one, other) => expect(parts(one)).toEqual(parts(other)));

test('names in a script without Latin letters are names, and differ', () => {
  expect(parts('山田')).toEqual(['山田', 'ana', '1990-02-03']);
  expect(parts('山田')).not.toEqual(parts('田中'));
});

test.each(['', ' - '])('a patient whose last name is %j is nobody`s', (lastName) =>
  expect(parts(lastName)).toBeUndefined(),
);
