/** Shipped lists are dated, sourced, short and only what may be shipped. */
import { describe, expect, test } from 'vitest';
import { isIsoDate } from '../values/index.ts';
import { type CodeSet, currentSet, holdsCode, MODIFIER, SHIPPED_CODE_SETS } from './index.ts';

test('names are stable words, each used once', () => {
  const names = SHIPPED_CODE_SETS.map((set) => set.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe.each(SHIPPED_CODE_SETS.map((set) => [set.name, set] as const))('%s', (_name, set) => {
  test('says what it is, from when, and whose it is', () => {
    expect(isIsoDate(set.asOf)).toBe(true);
    expect(set.title).not.toBe('');
    expect(set.source).not.toBe('');
  });

  test('holds codes as claims carry them, with words of a line at most', () => {
    expect(Object.keys(set.codes).length).toBeGreaterThan(0);
    for (const [code, words] of Object.entries(set.codes)) {
      expect(code).toMatch(/^[0-9A-Z]{1,2}$/);
      expect(words.length).toBeLessThanOrEqual(60);
      expect(words.trim()).toBe(words);
    }
  });
});

test("CPT's modifiers have no words: they are not ours to ship", () => {
  const worded = Object.entries(MODIFIER.codes).filter(([, words]) => words !== '');
  expect(worded.length).toBeGreaterThan(0);
  for (const [code] of worded) expect(code).toMatch(/^[A-Z]/);
});

test('a code is in a list only by itself, never by what every object has', () => {
  expect(holdsCode(MODIFIER, 'LT')).toBe(true);
  expect(holdsCode(MODIFIER, 'toString')).toBe(false);
});

test("a practice's newer list takes the place of the shipped one, without it the shipped one holds", () => {
  const newer: CodeSet = { ...MODIFIER, codes: { ZZ: 'Invented' } };
  expect(currentSet(MODIFIER, { current: () => newer })).toBe(newer);
  expect(currentSet(MODIFIER, {})).toBe(MODIFIER);
  expect(currentSet(MODIFIER, undefined)).toBe(MODIFIER);
});
