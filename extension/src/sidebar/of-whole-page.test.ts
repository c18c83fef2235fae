import type { Capture, CapturedLine } from '@claimside/shared/capture';
import { expect, test } from 'vitest';
import { ofWholePage } from './of-whole-page.ts';

const NO_VISIT = { code: 'no-visit', message: 'No visit is in sight.' } as const;
const of = (patient: string, lines: readonly CapturedLine[] = []): { capture: Capture | undefined } => ({
  capture: {
    ehr: 'generic',
    fields: {},
    diagnoses: [],
    lines,
    notes: lines.length > 0 ? [] : [NO_VISIT],
    binding: { documentId: patient, patient, visit: '', content: '' },
  },
});
const code = { value: '99213', raw: '99213', placeId: 'a', place: 'Codes', confidence: 0.98 };
const LINE: CapturedLine = { procedureCode: code, modifiers: [], diagnosisCodes: [] };
const MARTA = of('marta quintero|1978-04-12|', [LINE]);
const NOBODY = of('');
const SILENT: { capture: Capture | undefined } = { capture: undefined };

test('the one frame that shows a visit counts, as it is', () => {
  expect(ofWholePage(NOBODY, [NOBODY, MARTA])).toBe(MARTA);
  expect(ofWholePage(SILENT, [SILENT, MARTA])).toBe(MARTA);
  expect(ofWholePage(of('marta quintero||MRN-1'), [MARTA])).toBe(MARTA);
});

test('of visits in two frames none is billed', () => {
  const { lines, notes } = ofWholePage(NOBODY, [MARTA, of('tobias examplesson||', [LINE])]).capture ?? {};
  expect(lines).toEqual([]);
  expect(notes?.map((note) => note.code)).toEqual(['partial']);
});

test('a visit in a frame is not billed where the page around it names another patient', () => {
  for (const around of ['tobias examplesson||', '|1990-02-03|MRN-1']) {
    const { lines, notes } = ofWholePage(of(around), [MARTA]).capture ?? {};
    expect(lines).toEqual([]);
    expect(notes?.map((note) => note.code)).toEqual(['patient-mismatch']);
  }
});

test('without a visit anywhere the page itself says so, or the first frame where the page does not answer', () => {
  expect(ofWholePage(NOBODY, [of('marta quintero||')])).toBe(NOBODY);
  expect(ofWholePage(SILENT, [NOBODY])).toBe(NOBODY);
  expect(ofWholePage(SILENT, [])).toBe(SILENT);
});
