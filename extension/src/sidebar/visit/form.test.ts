import type { CaptureDraft } from '@claimside/shared/capture';
import { cents } from '@claimside/shared/values';
import { describe, expect, it } from 'vitest';
import {
  addDiagnosis,
  addLine,
  correctedFields,
  formFromReading,
  originOf,
  readAgain,
  removeDiagnosis,
  removeLine,
  setField,
  setVisitDate,
  type VisitForm,
} from './form.ts';

const at = (place: string, confidence = 1) =>
  ({ source: 'page', place, placeId: place, raw: 'as shown', confidence }) as const;

/** A visit as read: two diagnoses, two lines. */
function reading(change: Partial<CaptureDraft['draft']> = {}): CaptureDraft {
  return {
    draft: {
      patient: { lastName: 'Tester', firstName: 'Anna', sex: 'F' },
      diagnoses: [{ code: 'M54.50' }, { code: 'I10' }],
      serviceLines: [
        {
          procedureCode: '99214',
          modifiers: ['25'],
          units: 1,
          diagnosisPointers: [2],
          serviceDate: '2026-11-16',
        },
        {
          procedureCode: '97110',
          modifiers: [],
          units: 2,
          diagnosisPointers: [1],
          serviceDate: '2026-11-16',
        },
      ],
      ...change,
    },
    provenance: {
      'patient.lastName': at('Header'),
      'patient.sex': at('Demographics', 0.6),
      billingProvider: { source: 'practice', place: 'Practice settings', confidence: 1 },
      'diagnoses.1.code': at('Row 2'),
      'serviceLines.1.units': at('Row 4, Units'),
    },
    notes: [],
  };
}

/** The visit's lines with these pointers. */
const pointing = (...pointers: number[][]) =>
  (reading().draft.serviceLines ?? []).map((line, index) => ({
    ...line,
    diagnosisPointers: pointers[index] ?? [],
  }));

/** Lines of one code, told apart by their modifier; units 1 unless said. */
const therapy = (...lines: [modifier: string, units?: number][]) =>
  reading({
    serviceLines: lines.map(([modifier, units = 1]) => ({
      procedureCode: '97110',
      modifiers: [modifier],
      units,
      diagnosisPointers: [1],
    })),
  });
const modifiersAndUnits = (form: VisitForm) =>
  form.draft.serviceLines?.map(({ modifiers, units }) => [modifiers?.[0], units]);

describe('a new reading of the same visit', () => {
  it('keeps a value changed by hand and takes the rest from the page', () => {
    const mine = setField(formFromReading(reading()), 'patient.lastName', 'Tester-Example');
    const merged = readAgain(
      mine,
      reading({ patient: { lastName: 'Tester', firstName: 'Annabel', sex: 'F' } }),
    );
    expect(merged.draft.patient).toEqual({ lastName: 'Tester-Example', firstName: 'Annabel', sex: 'F' });
  });

  it('keeps a correction with its line when a line above it appears', () => {
    const mine = setField(formFromReading(reading()), 'serviceLines.1.units', 3);
    const lines = reading().draft.serviceLines ?? [];
    const merged = readAgain(mine, reading({ serviceLines: [{ procedureCode: '20610' }, ...lines] }));
    expect(merged.draft.serviceLines?.map((line) => [line.procedureCode, line.units])).toEqual([
      ['20610', undefined],
      ['99214', 1],
      ['97110', 3],
    ]);
  });

  it('leaves out a line that a person took away, and keeps one that was added', () => {
    let form = removeLine(formFromReading(reading()), 0);
    form = setField(addLine(form), 'serviceLines.1.procedureCode', 'J1030');
    const merged = readAgain(form, reading());
    expect(merged.draft.serviceLines?.map((line) => line.procedureCode)).toEqual(['97110', 'J1030']);
  });

  it('lets pointers follow their diagnosis when the page reorders them', () => {
    const mine = setField(formFromReading(reading()), 'serviceLines.0.diagnosisPointers', [1, 2]);
    const merged = readAgain(
      mine,
      reading({
        diagnoses: [{ code: 'I10' }, { code: 'M54.50' }],
        serviceLines: pointing([1], [2]),
      }),
    );
    expect(merged.draft.serviceLines?.[0]?.diagnosisPointers).toEqual([2, 1]);
  });

  it('keeps a diagnosis typed ahead of the page once, and the pointer to it', () => {
    let form = addDiagnosis(formFromReading(reading()), 'E11.9');
    form = setField(form, 'serviceLines.0.diagnosisPointers', [3]);
    const merged = readAgain(
      form,
      reading({
        diagnoses: [{ code: 'E119' }, { code: 'M54.50' }, { code: 'I10' }],
        serviceLines: pointing([3], [2]),
      }),
    );
    expect(merged.draft.diagnoses).toHaveLength(3);
    expect(merged.draft.serviceLines?.[0]?.diagnosisPointers).toEqual([1]);
  });

  it('keeps a correction with its modifier when a line of the same code appears above', () => {
    const mine = setField(formFromReading(therapy(['GP'])), 'serviceLines.0.units', 3);
    const merged = readAgain(mine, therapy(['59'], ['GP']));
    expect(modifiersAndUnits(merged)).toEqual([
      ['59', 1],
      ['GP', 3],
    ]);
    expect(merged.dropped).toEqual([]);
  });

  it('leaves the other line of a code when one was taken away here and then in the chart', () => {
    const mine = removeLine(formFromReading(therapy(['59'], ['GP'])), 0);
    const merged = readAgain(mine, therapy(['GP']));
    expect(modifiersAndUnits(merged)).toEqual([['GP', 1]]);
    expect(merged.dropped).toEqual([]);
  });

  it.each([
    ['its row is gone', therapy(['59']), [['59', 1]]],
    [
      'its row is no longer the only one of its kind',
      therapy(['GP'], ['GP']),
      [
        ['GP', 1],
        ['GP', 1],
      ],
    ],
  ])('drops a correction and says so when %s', (_why, read, lines) => {
    const mine = setField(formFromReading(therapy(['GP'])), 'serviceLines.0.units', 3);
    const merged = readAgain(mine, read);
    expect(modifiersAndUnits(merged)).toEqual(lines);
    expect(merged.dropped).toEqual(['97110 GP M5450']);
    expect(correctedFields(merged)).toEqual([]);
  });

  it('keeps a correction of one among several alike while all of them stay as they are', () => {
    const mine = setField(formFromReading(therapy(['GP', 1], ['GP', 2])), 'serviceLines.1.units', 3);
    expect(modifiersAndUnits(readAgain(mine, therapy(['GP', 1], ['GP', 2])))).toEqual([
      ['GP', 1],
      ['GP', 3],
    ]);
    const swapped = readAgain(mine, therapy(['GP', 2], ['GP', 1]));
    expect(modifiersAndUnits(swapped)).toEqual([
      ['GP', 2],
      ['GP', 1],
    ]);
    expect(swapped.dropped).toEqual(['97110 GP M5450']);
  });

  it('keeps a list that was typed by hand as a whole, at the claim and with its line', () => {
    let form = setField(formFromReading(reading()), 'otherCoverages.0.payer.name', 'Cigna');
    form = setField(form, 'serviceLines.1.adjudications.0.paidAmount', cents(8000));
    const lines = reading().draft.serviceLines ?? [];
    const merged = readAgain(form, reading({ serviceLines: [{ procedureCode: '20610' }, ...lines] }));
    expect(merged.draft.otherCoverages).toEqual([{ payer: { name: 'Cigna' } }]);
    expect(merged.draft.serviceLines?.map((line) => line.adjudications)).toEqual([
      undefined,
      undefined,
      [{ paidAmount: 8000 }],
    ]);
    expect(correctedFields(merged)).toEqual(['otherCoverages', 'serviceLines.2.adjudications']);
  });

  it('keeps a value that was cleared by hand clear', () => {
    const mine = setField(formFromReading(reading()), 'patient.firstName', undefined);
    expect(readAgain(mine, reading()).draft.patient).toEqual({ lastName: 'Tester', sex: 'F' });
  });
});

describe('diagnoses', () => {
  it('removing one keeps every other pointer on its diagnosis', () => {
    const form = removeDiagnosis(formFromReading(reading()), 0);
    expect(form.draft.diagnoses).toEqual([{ code: 'I10' }]);
    expect(form.draft.serviceLines?.map((line) => line.diagnosisPointers)).toEqual([[1], []]);
  });

  it('adding one that is there already changes nothing', () => {
    const form = formFromReading(reading());
    expect(addDiagnosis(form, 'm5450')).toBe(form);
  });
});

describe('where a value comes from', () => {
  it.each([
    ['patient.lastName', 'sure'],
    ['patient.sex', 'unsure'],
    ['patient.birthDate', 'missing'],
  ])('%s is %s', (path, kind) => {
    expect(originOf(formFromReading(reading()), path).kind).toBe(kind);
  });

  it('is "by hand" after a change, with what the page says', () => {
    const form = setField(formFromReading(reading()), 'serviceLines.1.units', 4);
    expect(originOf(form, 'serviceLines.1.units')).toEqual({
      kind: 'by-hand',
      where: 'Changed by hand; the page says “as shown”',
      placeId: 'Row 4, Units',
    });
  });

  it('is new, and looks like any certain value, where no page is expected to say it', () => {
    const form = setField(formFromReading(reading()), 'accidentDate', '2026-11-02');
    expect(originOf(form, 'accidentDate')).toEqual({ kind: 'by-hand', where: '', isNew: true });
    expect(originOf(form, 'onsetDate')).toEqual({ kind: 'missing', where: '' });
    expect(originOf(form, 'patient.phone')).toEqual({ kind: 'missing', where: 'Not found on the page' });
  });

  it('follows a row that moved up because the one above was removed', () => {
    const form = removeLine(formFromReading(reading()), 0);
    expect(originOf(form, 'serviceLines.0.units').placeId).toBe('Row 4, Units');
  });
});

describe('the record of corrections', () => {
  it('names changed fields by their place in the claim that is sent, and rows added by hand', () => {
    let form = setField(formFromReading(reading()), 'serviceLines.1.chargeAmount', cents(9600));
    form = addDiagnosis(removeLine(form, 0), 'E11.9');
    expect(correctedFields(form)).toEqual(['diagnoses.2', 'serviceLines.0.chargeAmount']);
  });

  it('one date set for the visit is set on every line', () => {
    const form = setVisitDate(formFromReading(reading()), '2026-11-17');
    expect(form.draft.serviceLines?.map((line) => line.serviceDate)).toEqual(['2026-11-17', '2026-11-17']);
    expect(correctedFields(form)).toEqual(['serviceLines.0.serviceDate', 'serviceLines.1.serviceDate']);
  });
});
