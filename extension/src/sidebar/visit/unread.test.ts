import type { CaptureDraft } from '@claimside/shared/capture';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { formOfDraft, isUnchanged } from '../correct/form-of-claim.ts';
import { units } from './field-kinds.ts';
import { formFromReading, readAgain, removeLine, setField, type VisitForm } from './form.ts';
import { blocks, noticesOf } from './notices.ts';
import { dropUnread, setUnread, unreadAt, unreadFindings } from './unread.ts';

const line = (procedureCode: string) => ({
  procedureCode,
  modifiers: [],
  units: 1,
  chargeAmount: cents(4_000),
  diagnosisPointers: [1],
});
const read = (...codes: string[]): CaptureDraft => ({
  draft: { diagnoses: [{ code: 'M54.50' }], serviceLines: codes.map(line) },
  provenance: {},
  notes: [],
});

/** As the field keeps it when it is left. */
function type(form: VisitForm, path: string, typed: string): VisitForm {
  const value = units.read(typed);
  return value.ok
    ? setField(form, path, value.value)
    : setUnread(form, path, { typed, problem: value.error });
}

const UNITS = 'serviceLines.1.units';
const typed = type(formFromReading(read('97110', '97140')), UNITS, '3x');

test('a text that can’t be read keeps the visit from being billed, in place of what is said of the value before', () => {
  const found = noticesOf(typed, { today: '2026-11-28' as IsoDate }).filter(
    ({ finding }) => finding.path === UNITS,
  );
  expect(found.map((notice) => [blocks(notice), notice.finding.message, notice.finding.fix])).toEqual([
    [true, 'Line 2, units: “3x” can’t be read.', 'Write a number of units such as 1 or 2.5.'],
  ]);
});

test.each([
  ['mended', type(typed, UNITS, '3'), 3],
  ['emptied', type(typed, UNITS, ''), undefined],
  ['given up', dropUnread(typed, UNITS), 1],
])('%s, it says no more', (_, form, value) => {
  expect(unreadFindings(form)).toEqual([]);
  expect(form.draft.serviceLines?.[1]?.units).toBe(value);
});

test('a value given elsewhere for the whole takes its place', () => {
  const form = setUnread(typed, 'otherCoverages.0.paidAmount', { typed: 'x', problem: '' });
  expect(unreadFindings(setField(form, 'otherCoverages', undefined)).map(({ path }) => path)).toEqual([
    UNITS,
  ]);
});

test('it stays with its row as rows go and the page is read again, and goes with it', () => {
  expect(unreadAt(removeLine(typed, 0), 'serviceLines.0.units')?.typed).toBe('3x');
  expect(unreadFindings(removeLine(typed, 1))).toEqual([]);
  const again = readAgain(typed, read('99213', '97110', '97140'));
  expect(unreadFindings(again).map(({ path }) => path)).toEqual(['serviceLines.2.units']);
  const gone = readAgain(typed, read('97110'));
  expect([unreadFindings(gone), gone.dropped]).toEqual([[], ['97140 M5450']]);
});

test('a claim that is corrected is not called unchanged', () => {
  const form = formOfDraft(read('97110').draft);
  expect([isUnchanged(form), isUnchanged(type(form, 'serviceLines.0.units', '3x'))]).toEqual([true, false]);
});
