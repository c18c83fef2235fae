import { CAPTURE_FIELDS } from '@claimside/shared/capture';
import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { normaliserOf } from './fields.ts';

test.each([
  ['Female', 'F'],
  ['m', 'M'],
  ['Unknown', 'U'],
  ['2', undefined],
])('sex %s -> %s', (text, code) => expect(normaliserOf('patient.sex')(text, VOCABULARY)).toBe(code));

test.each([
  ['Self', '18'],
  ['spouse', '01'],
  ['Son', '19'],
  ['neighbour', undefined],
])('relationship %s -> %s', (text, code) =>
  expect(normaliserOf('coverage.relationship')(text, VOCABULARY)).toBe(code),
);

test.each([
  ['IL', 'IL'],
  ['illinois', 'IL'],
  ['District of Columbia', 'DC'],
  ['Ill', undefined],
  ['25', undefined],
  ['constructor', undefined],
])('state %s -> %s', (text, code) =>
  expect(normaliserOf('patient.address.state')(text, VOCABULARY)).toBe(code),
);

test('every field has its form: names, dates and codes are told from what is taken as it stands', () => {
  const taken = CAPTURE_FIELDS.filter((field) => normaliserOf(field)('??', VOCABULARY) === '??');
  expect(taken).toEqual([
    'patient.name',
    'patient.lastName',
    'patient.firstName',
    'patient.middleName',
    'patient.address.line1',
    'patient.address.line2',
    'patient.address.city',
    'patient.chartNumber',
    'coverage.groupNumber',
    'subscriber.lastName',
    'subscriber.firstName',
    'subscriber.middleName',
    'subscriber.address.line1',
    'subscriber.address.city',
    'visit.priorAuthorizationNumber',
  ]);
});
