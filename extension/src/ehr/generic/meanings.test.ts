import { describe, expect, test } from 'vitest';
import { parseVocabulary } from '../parse-vocabulary.ts';
import { VOCABULARY, vocabularyText } from '../vocabulary.ts';
import { meaningOf, sectionOf } from './meanings.ts';

/** As a page has it. */
const WORDS = parseVocabulary(vocabularyText(VOCABULARY));

test('a page is handed the whole vocabulary', () => expect(WORDS).toEqual(VOCABULARY));

describe('a heading tells whose section it opens', () => {
  test.each([
    ['Patient', 'patient'],
    ['Client information', 'patient'],
    ['Patient contact information', 'patient'],
    ['Patient and insurance', 'patient'],
    ['Insurance', 'insurance'],
    ['Responsible party', 'other'],
    ['Guarantor', 'other'],
    ['Parent / guardian', 'other'],
    ["Patient's employer", 'other'],
    ['Emergency contact', 'other'],
    ['Secondary insurance', 'other'],
    ['Insurance (expired)', 'other'],
    ['Previous insurance', 'other'],
    ['Prior authorization', 'unnamed'],
    ['Insured person', 'subscriber'],
    ['Visit of 11/16/2026', 'unnamed'],
  ] as const)('%s: %s', (heading, section) => expect(sectionOf(heading, WORDS)).toBe(section));
});

describe('a list under such a heading is not of this visit', () => {
  test.each([
    'Past visits',
    'Encounters',
    'Select a procedure',
    'Suggestions',
    'Recent diagnoses',
    'Visit (cancelled)',
    'No-show',
  ])('%s', (heading) => expect(WORDS.notOfThisVisit.test(heading)).toBe(true));
  test.each(['Visit', 'Encounter of 11/16/2026', 'Charges', 'Insurance Info'])('not so: %s', (heading) =>
    expect(WORDS.notOfThisVisit.test(heading)).toBe(false),
  );
});

describe('a whole visit or policy that is none any more', () => {
  test.each([
    'Visit\nstatus Cancelled',
    '\nappointment status No Show',
    'Insurance\nstatus Inactive since 01/01/2026',
    '\npolicy status Terminated',
  ])('%j', (said) => expect(WORDS.ended.test(said)).toBe(true));
  test.each([
    'Visit\nstatus Checked in',
    'Problem list\nstatus Inactive',
    'Past visits\nstatus Cancelled',
    'Secondary insurance\nstatus Inactive',
    'Insurance\nstatus Active',
    'Patient\nmarital status Void',
  ])('not so: %j', (said) => expect(WORDS.ended.test(said)).toBe(false));
});

describe('a label means what practices mean by it', () => {
  test.each([
    ['client', 'patient', 'patient.name'],
    ["patient's name", 'unnamed', 'patient.name'],
    ['member name', 'patient', 'patient.name'],
    ['legal name', 'unnamed', 'patient.name'],
    ['client last name', 'patient', 'patient.lastName'],
    ['d o b', 'patient', 'patient.birthDate'],
    ['client id', 'patient', 'patient.chartNumber'],
    ['name', 'insurance', undefined], // the insurer's
    ['member name', 'insurance', undefined], // the insured person's
    ['name', 'other', undefined],
    ['clinic', 'patient', undefined],
    ['id', 'patient', undefined],
    ['id', 'insurance', 'coverage.memberId'],
    ['practitioner', 'unnamed', 'visit.renderingProviderName'],
    ['copay', 'unnamed', undefined], // what the plan asks for, not what was paid
    ['date visited', 'unnamed', 'visit.serviceDate'],
  ] as const)('"%s" in section %s: %s', (label, section, field) =>
    expect(meaningOf(label, section, WORDS)).toBe(field),
  );
});
