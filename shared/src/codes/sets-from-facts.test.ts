/** What edits are told about codes, from the facts that the server sends. */
import { describe, expect, test } from 'vitest';
import type { IsoDate, UtcInstant } from '../values/index.ts';
import { type CodeFacts, codeSetsFrom, codesOf, NO_CODE_FACTS, PLACE_OF_SERVICE } from './index.ts';

const day = (text: string) => text as IsoDate;
const importedAt = '2026-10-02T09:00:00.000Z' as UtcInstant;

const FACTS: CodeFacts = {
  lists: {
    'icd-10-cm': { edition: day('2026-10-01'), since: day('2025-10-01'), importedAt },
    hcpcs: { edition: day('2026-10-01'), importedAt },
    'practice-cpt': { edition: day('2026-09-01'), importedAt },
    'ncci-ptp': { edition: day('2026-10-01'), importedAt },
    'ncci-mue': { edition: day('2026-10-01'), since: day('2026-07-01'), importedAt },
  },
  codes: {
    'icd-10-cm': {
      M5450: [{ from: day('2025-10-01'), title: 'LOW BACK PAIN, TEST WORDS' }],
      M545: [{ from: day('2025-10-01'), header: true }],
      E660: [{ from: day('2025-10-01'), to: day('2026-09-30') }],
      Z9999: [],
    },
    hcpcs: {
      G0438: [{ from: day('2011-01-01'), title: 'TEST VISIT' }],
      J0000: [{ from: day('2011-01-01'), to: day('2026-06-30') }],
      G9999: [],
      LT: [{ from: day('1990-01-01') }],
      X9: [],
      '25': [],
      P3: [],
    },
    'practice-cpt': { '99213': [{ charge: 12_500, title: 'TEST OFFICE VISIT' }], '99999': [] },
    'ncci-mue': {
      '99213': [
        { from: day('2026-07-01'), to: day('2026-09-30'), units: 1, per: 'line' },
        { from: day('2026-10-01'), units: 2, per: 'day' },
      ],
    },
  },
  pairs: [
    {
      column1: '11042',
      column2: '97597',
      from: day('2020-01-01'),
      to: day('2026-06-30'),
      modifierAllowed: false,
    },
    { column1: '11042', column2: '97597', from: day('2026-07-01'), modifierAllowed: true },
  ],
  replaced: {},
};
const sets = codeSetsFrom(FACTS);

describe('a diagnosis', () => {
  test.each([
    ['M54.50', '2026-11-16', 'valid'],
    ['m5450', '2026-11-16', 'valid'],
    ['M54.5', '2026-11-16', 'header'],
    ['E66.0', '2026-09-30', 'valid'],
    ['E66.0', '2026-10-01', 'not-in-force'],
    ['Z99.99', '2026-11-16', 'unknown'],
  ])('%s on %s is %s', (code, date, expected) => {
    expect(sets.diagnosis?.(code, day(date))).toBe(expected);
  });

  test('before the first edition, and of a code nobody asked about, nothing is said', () => {
    expect(sets.diagnosis?.('M54.50', day('2025-09-30'))).toBeUndefined();
    expect(sets.diagnosis?.('M54.51', day('2026-11-16'))).toBeUndefined();
  });

  test('a year after the newest edition no code is called unknown any more', () => {
    expect(sets.diagnosis?.('Z99.99', day('2027-09-30'))).toBe('unknown');
    expect(sets.diagnosis?.('Z99.99', day('2027-10-01'))).toBeUndefined();
    expect(sets.diagnosis?.('M54.50', day('2027-10-01'))).toBe('valid');
  });
});

describe('a procedure', () => {
  test.each([
    ['G0438', 'valid'],
    ['J0000', 'not-in-force'],
    ['G9999', 'unknown'],
    ['99213', 'valid'],
    ['99999', 'unknown'],
    ['12345', undefined],
  ])('%s is %s', (code, expected) => {
    expect(sets.procedure?.(code, day('2026-11-16'))).toBe(expected);
  });

  test("is judged by CMS's list or by the practice's, whichever is loaded", () => {
    const { hcpcs } = FACTS.lists;
    const cmsOnly = codeSetsFrom({ ...FACTS, lists: hcpcs ? { hcpcs } : {} });
    expect(cmsOnly.procedure?.('G0438', day('2026-11-16'))).toBe('valid');
    expect(cmsOnly.procedure?.('99213', day('2026-11-16'))).toBeUndefined();
  });

  test('a modifier of CMS is judged, one of CPT is not: no imported list holds it', () => {
    expect(sets.modifier?.('LT', day('2026-11-16'))).toBe('valid');
    expect(sets.modifier?.('X9', day('2026-11-16'))).toBe('unknown');
    expect(sets.modifier?.('25', day('2026-11-16'))).toBeUndefined();
    expect(sets.modifier?.('P3', day('2026-11-16'))).toBeUndefined();
  });

  test('has the words and the usual charge of its list', () => {
    expect(sets.describe?.('practice-cpt', '99213')).toBe('TEST OFFICE VISIT');
    expect(sets.describe?.('icd-10-cm', 'M54.50')).toBe('LOW BACK PAIN, TEST WORDS');
    expect(sets.usualCharge?.('99213')).toBe(12_500);
    expect(sets.usualCharge?.('99999')).toBeUndefined();
  });
});

describe('NCCI', () => {
  test('a pair holds one way round, on its days, with its own word on modifiers', () => {
    expect(sets.pairEdit?.('11042', '97597', day('2026-06-30'))).toEqual({ modifierAllowed: false });
    expect(sets.pairEdit?.('11042', '97597', day('2026-11-16'))).toEqual({ modifierAllowed: true });
    expect(sets.pairEdit?.('97597', '11042', day('2026-11-16'))).toBeUndefined();
    expect(sets.pairEdit?.('11042', '97597', day('2019-12-31'))).toBeUndefined();
  });

  test('the most units of a code are those of the day', () => {
    expect(sets.maximumUnits?.('99213', day('2026-09-30'))).toEqual({ units: 1, per: 'line' });
    expect(sets.maximumUnits?.('99213', day('2026-10-01'))).toEqual({ units: 2, per: 'day' });
    expect(sets.maximumUnits?.('G0438', day('2026-10-01'))).toBeUndefined();
  });
});

test('without any list nobody can be asked, and shipped lists hold', () => {
  const none = codeSetsFrom(NO_CODE_FACTS);
  for (const question of [
    'diagnosis',
    'procedure',
    'modifier',
    'pairEdit',
    'maximumUnits',
    'usualCharge',
  ] as const)
    expect(none[question]).toBeUndefined();
  expect(none.editionOf?.('hcpcs')).toBeUndefined();
  expect(none.current?.(PLACE_OF_SERVICE)).toBe(PLACE_OF_SERVICE);
});

test('a shipped list that the practice replaced gives way to the newer one, date and all', () => {
  const replaced = { 'place-of-service': { asOf: day('2027-01-01'), codes: { '98': 'Invented place' } } };
  expect(codeSetsFrom({ ...FACTS, replaced }).current?.(PLACE_OF_SERVICE)).toMatchObject({
    name: 'place-of-service',
    asOf: '2027-01-01',
    codes: { '98': 'Invented place' },
  });
});

test('the codes of a draft are asked about bare and once', () => {
  expect(
    codesOf({
      diagnoses: [{ code: 'm54.50' }, { code: 'M54.50' }, {}],
      serviceLines: [{ procedureCode: '99214', modifiers: ['25'] }, { procedureCode: '99214' }, {}],
    }),
  ).toEqual({
    diagnoses: ['M5450'],
    procedures: ['99214'],
    modifiers: ['25'],
    adjustmentReasons: [],
    remarks: [],
  });
});

test('what is no code is asked of nobody: a name typed where a code belongs stays here', () => {
  const typed = ['TESTER', 'ANNA', 'O', '1980-02-03', 'A1B2C3D4E5'];
  expect(
    codesOf({
      diagnoses: typed.map((code) => ({ code })),
      serviceLines: typed.map((procedureCode) => ({ procedureCode, modifiers: typed })),
    }),
  ).toEqual({ diagnoses: [], procedures: [], modifiers: [], adjustmentReasons: [], remarks: [] });
});
