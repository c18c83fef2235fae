import type { Capture, Captured, CapturedLine } from '@claimside/shared/capture';
import { expect, test } from 'vitest';
import { ofWholePage } from './of-whole-page.ts';

const at = (value: string): Captured => ({
  value,
  raw: value,
  placeId: 'a',
  place: 'Page',
  confidence: 0.98,
});
const LINE: CapturedLine = { procedureCode: at('99213'), modifiers: [], diagnosisCodes: [] };

interface Place {
  readonly capture: Capture | undefined;
  readonly isSeen: boolean;
}

/** `MARTA QUINTERO 1978-04-12` and so on; nobody where the text is empty. */
function place(patient: string, lines: readonly CapturedLine[] = [], isSeen = true): Place {
  const [firstName, lastName, birthDate, chartNumber] = patient.split(' ');
  const said = {
    'patient.firstName': firstName,
    'patient.lastName': lastName,
    'patient.birthDate': birthDate,
    'patient.chartNumber': chartNumber,
  };
  const fields = Object.fromEntries(
    Object.entries(said).flatMap(([field, value]) => (value ? [[field, at(value)]] : [])),
  );
  const notes = lines.length > 0 ? [] : [{ code: 'no-visit', message: 'No visit is in sight.' } as const];
  const binding = { documentId: patient, patient, visit: '', content: patient };
  return { capture: { ehr: 'generic', fields, diagnoses: [], lines, notes, binding }, isSeen };
}
const MARTA = place('MARTA QUINTERO 1978-04-12', [LINE]);
const TOBIAS = place('TOBIAS EXAMPLESSON 1990-02-03');
const NOBODY = place('');
const SILENT: Place = { capture: undefined, isSeen: true };

const said = ({ capture }: Place) => ({
  note: capture?.notes.map(({ code }) => code),
  lines: capture?.lines.length,
  fields: Object.keys(capture?.fields ?? {}).length,
  binding: Object.values(capture?.binding ?? {}).join(''),
});
const NOTHING = { lines: 0, fields: 0, binding: '' };

test('the one place that shows a visit counts, as it is', () => {
  expect(ofWholePage(NOBODY, [NOBODY, MARTA])).toBe(MARTA);
  expect(ofWholePage(SILENT, [NOBODY, MARTA])).toBe(MARTA);
  expect(ofWholePage(MARTA, [NOBODY])).toBe(MARTA);
  expect(ofWholePage(place('MARTA QUINTERO'), [MARTA])).toBe(MARTA);
  expect(ofWholePage(MARTA, [])).toBe(MARTA);
});

test('of visits in two parts none is billed, and nothing of either is left', () => {
  for (const result of [
    ofWholePage(NOBODY, [MARTA, place('MARTA QUINTERO', [LINE])]),
    ofWholePage(MARTA, [place('TOBIAS EXAMPLESSON', [LINE])]),
  ])
    expect(said(result)).toEqual({ note: ['unconfirmed-patient'], ...NOTHING });
});

test('a visit is not billed where any other part in sight names another patient', () => {
  for (const result of [
    ofWholePage(TOBIAS, [MARTA]),
    ofWholePage(NOBODY, [MARTA, TOBIAS]),
    ofWholePage(MARTA, [TOBIAS]),
  ])
    expect(said(result)).toEqual({ note: ['patient-mismatch'], ...NOTHING });
});

test('each site has chart numbers of its own: they tell no two patients apart', () => {
  const here = place('MARTA QUINTERO 1978-04-12 MRN-1', [LINE]);
  expect(ofWholePage(place('MARTA QUINTERO 1978-04-12 P-77'), [here])).toBe(here);
});

test('what nobody sees is no visit, and no other patient either', () => {
  const hidden = { ...MARTA, isSeen: false };
  expect(said(ofWholePage(NOBODY, [hidden]))).toEqual({ note: ['no-visit'], ...NOTHING });
  expect(ofWholePage(SILENT, [{ ...TOBIAS, isSeen: false }, MARTA])).toBe(MARTA);
  expect(ofWholePage(NOBODY, [MARTA, { ...place('TOBIAS EXAMPLESSON', [LINE]), isSeen: false }])).toBe(MARTA);
});

test('beside a part in sight that does not answer nothing is billed', () => {
  expect(said(ofWholePage(NOBODY, [MARTA, SILENT]))).toEqual({ note: ['unconfirmed-patient'], ...NOTHING });
});

test('without a visit anywhere the page itself says so, or the first frame where the page does not answer', () => {
  expect(ofWholePage(NOBODY, [TOBIAS])).toBe(NOBODY);
  expect(ofWholePage(SILENT, [NOBODY])).toBe(NOBODY);
  expect(ofWholePage(SILENT, [])).toBe(SILENT);
});
