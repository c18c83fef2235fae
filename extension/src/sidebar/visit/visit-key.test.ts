import { expect, it } from 'vitest';
import { isKnownBetter, keyToBill, visitKeyOf } from './visit-key.ts';

const capture = (patient: string, visit: string) => ({
  ehr: 'openemr',
  binding: { documentId: 'any', patient, visit, content: 'any' },
});

it('the same visit has the same key in every document, another visit or patient another one', async () => {
  const key = await visitKeyOf(capture('tester anna', '77'));
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await visitKeyOf({ ...capture('tester anna', '77') })).toBe(key);
  expect(await visitKeyOf(capture('tester anna', '77'), 1)).toBe(key);
  expect(await visitKeyOf(capture('tester anna', '77'), 2)).not.toBe(key);
  expect(await visitKeyOf(capture('tester anna', '78'))).not.toBe(key);
  expect(await visitKeyOf(capture('tester ann', 'a77'))).not.toBe(
    await visitKeyOf(capture('tester anna', '77')),
  );
});

it('pages that do not show whose chart they are never share a key, unless document and content are the same', async () => {
  const page = (documentId: string, content: string) => ({
    ehr: 'generic',
    binding: { documentId, patient: '', visit: '2026-11-16|', content },
  });
  const key = await visitKeyOf(page('doc-1', 'c1'));
  expect(await visitKeyOf(page('doc-1', 'c1'))).toBe(key);
  expect(await visitKeyOf(page('doc-1', 'c2'))).not.toBe(key);
  expect(await visitKeyOf(page('doc-2', 'c1'))).not.toBe(key);
});

it('a visit the page shows without date and number is billed under the date in the draft, any other as it is', async () => {
  const dated = { serviceLines: [{ serviceDate: '2026-11-16' }] };
  const undated = capture('tester anna', '||99213 M54.50');
  expect(await keyToBill(undated, dated, 1)).toBe(await visitKeyOf(capture('tester anna', '2026-11-16|')));
  expect(await keyToBill(undated, {}, 1)).toBe(await visitKeyOf(undated));
  const numbered = capture('tester anna', '2026-11-15|77');
  expect(await keyToBill(numbered, dated, 2)).toBe(await visitKeyOf(numbered, 2));
});

const shown = (visit: string, change: { patient?: string; documentId?: string } = {}, codes = ['99213']) => ({
  binding: { documentId: 'doc-1', patient: 'tester anna', visit, content: visit, ...change },
  lines: codes.map((code) => ({ procedureCode: value(code), modifiers: [], diagnosisCodes: [] })),
  diagnoses: [],
});
const value = (text: string) => ({ value: text, raw: text, placeId: '', place: '', confidence: 1 });

it.each([
  ['||99213', '2026-11-16|', true],
  ['2026-11-16|', '2026-11-16|77', true],
  ['|77', '2026-11-16|77', true],
  ['2026-11-16|', '2026-11-17|', false],
  ['2026-11-16|77', '2026-11-16|78', false],
  ['2026-11-16|77', '2026-11-16|', false],
  ['||99213', '||99213', false],
])('%s that becomes %s is the same visit known better: %s', (before, now, isBetter) => {
  expect(isKnownBetter(shown(before), shown(now))).toBe(isBetter);
});

it('another document, patient or other codes are never the same visit known better', () => {
  const before = shown('2026-11-16|');
  expect(isKnownBetter(before, shown('2026-11-16|77', { documentId: 'doc-2' }))).toBe(false);
  expect(isKnownBetter(before, shown('2026-11-16|77', { patient: 'sample otto' }))).toBe(false);
  expect(isKnownBetter(before, shown('2026-11-16|77', {}, ['99214']))).toBe(false);
  const nobody = { patient: '' };
  expect(isKnownBetter(shown('2026-11-16|', nobody), shown('2026-11-16|77', nobody))).toBe(false);
});
