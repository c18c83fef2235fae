import { expect, it } from 'vitest';
import { clearValues, restoreValues } from './clear.ts';
import { formFromReading, originOf, removeLine, setField } from './form.ts';

const read = formFromReading({
  draft: {
    onsetDate: '2026-11-02',
    serviceLines: [{ procedureCode: '99213' }, { procedureCode: 'J1030', drug: { code: '55390014710' } }],
  },
  provenance: { onsetDate: { source: 'page', place: 'Visit form', confidence: 1 } },
  notes: [],
});

it('what was read comes back as read, what was typed as typed', () => {
  const form = setField(read, 'accidentDate', '2026-11-01');
  const { form: without, cleared } = clearValues(form, { onsetDate: undefined, accidentDate: undefined });
  expect([without.draft.onsetDate, without.draft.accidentDate]).toEqual([undefined, undefined]);
  const again = restoreValues(without, cleared);
  expect([again.draft.onsetDate, again.draft.accidentDate]).toEqual(['2026-11-02', '2026-11-01']);
  expect([originOf(again, 'onsetDate').kind, originOf(again, 'accidentDate').kind]).toEqual([
    'sure',
    'by-hand',
  ]);
});

it('a value of a line comes back to its line after the one above it was removed', () => {
  const { form, cleared } = clearValues(read, { 'serviceLines.1.drug': undefined });
  expect(form.draft.serviceLines?.[1]).toEqual({ procedureCode: 'J1030' });
  expect(restoreValues(removeLine(form, 0), cleared).draft.serviceLines).toEqual([
    { procedureCode: 'J1030', drug: { code: '55390014710' } },
  ]);
});

it('a value of a line that has gone stays away', () => {
  const { form, cleared } = clearValues(read, { 'serviceLines.1.drug': undefined });
  expect(restoreValues(removeLine(form, 1), cleared).draft.serviceLines).toEqual([
    { procedureCode: '99213' },
  ]);
});
