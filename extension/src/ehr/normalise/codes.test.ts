import { describe, expect, test } from 'vitest';
import {
  diagnosesIn,
  diagnosisCode,
  diagnosisCodeIn,
  diagnosisIn,
  procedureCode,
  procedureCodeIn,
  procedureIn,
} from './codes.ts';

describe('a procedure code is five characters of CPT or HCPCS', () => {
  test.each([
    ['99214', '99214'],
    ['0001a', '0001A'],
    ['J1030', 'J1030'],
    [' g0463 ', 'G0463'],
    ['D1110', undefined], // dental
    ['9921', undefined],
    ['$185.00', undefined],
    ['62704-1234', undefined],
    ['MRN-00417', undefined],
  ])('%s -> %s', (text, code) => expect(procedureCode(text)).toBe(code));
});

describe('a procedure code is found before or behind its description', () => {
  test.each([
    ['99214 Office visit', '99214'],
    ['97110-GP Therapeutic exercises', '97110'],
    ['Office visit, moderate 99214', '99214'],
    ['Office visit, moderate (99214)', '99214'],
    ['Therapeutic exercises, 15 min', undefined],
    ['Methylprednisolone, 40 mg', undefined],
    ['Total', undefined],
  ])('%s -> %s', (text, code) => expect(procedureCodeIn(text)).toBe(code));
});

describe('modifiers on a code are read with it, and what may be one is not passed over', () => {
  test.each([
    ['99214', [], true],
    ['99214-25', ['25'], true],
    ['97110-GP,59 Therapeutic exercises', ['GP', '59'], true],
    ['97110-gp, 59', ['GP', '59'], true],
    ['99214 25 59', ['25', '59'], true],
    ['99214 - 25', ['25'], true],
    ['Office visit (99214-25)', ['25'], true],
    ['Office visit 97110-GP:59', ['GP', '59'], true],
    ['99213 - Office visit of an adult', [], true],
    ['99213 (office visit)', [], true],
    ['99214 25 Office visit', [], false],
    ['97110 15 min', [], false],
    ['97110-GPX', [], false],
    ['99214-Office visit', [], false],
    ['97110-GP-59-RT-LT-XS', [], false],
    // Two codes
    ['97110, 97112', [], false],
    ['97110/97140', [], false],
    ['99213 + 20610', [], false],
    ['20610 76942-26 Ultrasound guidance', [], false],
    ['97110 Exercises, 97140', [], false],
  ])('%s -> %j, certain: %s', (text, modifiers, certain) =>
    expect(procedureIn(text)).toMatchObject({ modifiers, certain }),
  );
});

describe('a diagnosis code is ICD-10-CM, given with its dot', () => {
  test.each([
    ['M54.50', 'M54.50'],
    ['m5450', 'M54.50'],
    ['I10', 'I10'],
    ['C4A.0', 'C4A.0'],
    ['Z3A', 'Z3A'],
    ['U07.1', 'U07.1'],
    ['250.00', undefined], // ICD-9
    ['M5O.50', 'M5O.50'], // letter O may stand third
    ['MO5.50', undefined],
  ])('%s -> %s', (text, code) => expect(diagnosisCode(text)).toBe(code));

  test.each([
    ['M54.50 Low back pain, unspecified', 'M54.50'],
    ['Essential hypertension (I10)', 'I10'],
    ['Low back pain', undefined],
    ['B12 deficiency anaemia D51.9', 'D51.9'],
    ['Influenza with H1N1 found, J09.X2', 'J09.X2'],
    ['M54.50 Low back pain (see M54.50)', 'M54.50'],
    ['I10, E11.9', undefined],
    ['M54.50; I10', undefined],
    ['M54.50/I10', undefined],
    ['M54.50 Low back pain, I10 Hypertension', undefined],
    ['I10 Hypertension E11.9 Diabetes', undefined],
    ['Hypertension I10, diabetes E11.9', undefined],
    ['Hypertension (I10), diabetes (E11.9)', undefined],
  ])('%s -> %s', (text, code) => expect(diagnosisCodeIn(text)).toBe(code));
});

test.each([
  ['I10', { code: 'I10', hasDot: false, isWhole: true, isOneOfSeveral: false }],
  ['M54.50 Low back pain', { code: 'M54.50', hasDot: true, isWhole: false, isOneOfSeveral: false }],
  ['B12 injection given', { code: 'B12', hasDot: false, isWhole: false, isOneOfSeveral: false }],
])('how plainly "%s" holds a code is told', (text, found) => expect(diagnosisIn(text)).toEqual(found));

test.each([
  ['M54.50, I10', ['M54.50', 'I10']],
  ['I10 E11.9', ['I10', 'E11.9']],
  ['M5450/I10', ['M54.50', 'I10']],
  ['M54.50 Low back pain, unspecified', ['M54.50']],
  ['Low back pain', []],
  ['', []],
])('the diagnoses in "%s" are %j', (text, codes) =>
  expect(diagnosesIn(text).map(({ code }) => code)).toEqual(codes),
);
