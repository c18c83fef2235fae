import type { Capture, Captured } from '@claimside/shared/capture';
import { expect, test } from 'vitest';
import { scoreOf } from './score.ts';
import { factsOf, type Truth } from './truth.ts';

const value = (text: string, confidence = 0.98): Captured => ({
  value: text,
  raw: text,
  placeId: 'p1',
  place: 'Here',
  confidence,
});
const line = (code: string, units: string) => ({
  procedureCode: value(code),
  modifiers: [],
  units: value(units),
  diagnosisCodes: [],
});
const capture = (part: Partial<Capture>): Capture => ({
  ehr: 'x',
  fields: {},
  diagnoses: [],
  lines: [],
  notes: [],
  binding: { documentId: '', patient: '', visit: '', content: '' },
  ...part,
});
const truth: Truth = {
  fields: { 'patient.lastName': 'Tester', 'patient.sex': 'F' },
  diagnoses: ['I10'],
  lines: [
    { procedureCode: '97110', units: '1' },
    { procedureCode: '97110', units: '2' },
  ],
};

test('a value that the page does not say is wrong when it is shown as certain, and only then', () => {
  const read = capture({ fields: { 'patient.lastName': value('Sample'), 'patient.sex': value('M', 0.7) } });
  const { wrong, missed } = scoreOf(read, factsOf(truth));
  expect(wrong).toEqual([{ fact: 'patient.lastName', read: 'Sample', truth: 'Tester' }]);
  expect(missed).toContain('patient.sex');
});

test('a line that is missed shifts no other', () => {
  const read = capture({ lines: [line('97110', '1')] });
  const { wrong, missed } = scoreOf(read, factsOf(truth));
  expect(wrong).toEqual([]);
  expect(missed).toEqual([
    'patient.lastName',
    'patient.sex',
    'diagnoses.1',
    'lines.97110#2.procedureCode',
    'lines.97110#2.units',
  ]);
});

test('counts are kept by kind, what is right and unsure apart from what is certain', () => {
  const read = capture({
    diagnoses: [{ code: value('I10', 0.7) }],
    lines: [line('97110', '1'), line('97110', '2')],
  });
  const { counts } = scoreOf(read, factsOf(truth));
  expect(counts.get('diagnoses')).toEqual({
    said: 1,
    right: 1,
    rightAndCertain: 0,
    certain: 0,
    wrongAndUnsure: 0,
  });
  expect(counts.get('lines.units')).toEqual({
    said: 2,
    right: 2,
    rightAndCertain: 2,
    certain: 2,
    wrongAndUnsure: 0,
  });
});
