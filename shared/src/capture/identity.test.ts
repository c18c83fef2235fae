import { describe, expect, test } from 'vitest';
import { agreement, identityKey, identityOf } from './identity.ts';

const banner = { name: 'anna tester', birthDate: '1980-01-02', chartNumber: 'T-1' };

describe('two witnesses for the patient', () => {
  test('agree when every part they share is equal', () => {
    expect(agreement(banner, { name: 'anna tester', birthDate: '1980-01-02' })).toBe('agree');
  });
  test('conflict when one shared part differs, whatever else agrees', () => {
    expect(agreement(banner, { name: 'anna tester', birthDate: '1981-01-02' })).toBe('conflict');
    expect(agreement(banner, { chartNumber: 'T-2' })).toBe('conflict');
  });
  test('are unknown when they share nothing', () => {
    expect(agreement(banner, {})).toBe('unknown');
    expect(agreement({ name: 'anna tester' }, { birthDate: '1980-01-02' })).toBe('unknown');
  });
});

test('no patient has no key', () => {
  expect(identityKey({})).toBe('');
  expect(identityKey({ name: 'anna tester' })).toBe('anna tester||');
});

test('a text that could not be read is nobody`s identity', () => {
  const read = (value: string, confidence: number) => ({
    value,
    raw: value,
    placeId: 'p1',
    place: '"name"',
    confidence,
  });
  expect(identityOf({ 'patient.birthDate': read('not on file', 0.3) })).toEqual({});
  expect(
    identityOf({ 'patient.name': read('Tester, Anna', 0.9), 'patient.birthDate': read('?', 0.3) }),
  ).toEqual({ name: 'anna tester' });
});
