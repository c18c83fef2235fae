import type { CaptureDraft } from '@claimside/shared/capture';
import type { IsoDate } from '@claimside/shared/values';
import { describe, expect, it } from 'vitest';
import { correctedFields, formFromReading, originOf, readAgain, setField, type VisitForm } from './form.ts';
import { looksRight, UNSURE, valuesToLookAt } from './looks.ts';
import { asksForLook, noticesOf } from './notices.ts';
import { whatIsLeft } from './what-is-left.ts';

const TODAY = { today: '2026-11-22' as IsoDate };
const unsure = (placeId: string, raw: string) =>
  ({ source: 'page', place: placeId, placeId, raw, confidence: 0.6 }) as const;

/** A name that the page shows in one piece, a sex of two witnesses, and a line whose units are not certain. */
const reading = (sex = 'F', units = 2): CaptureDraft => ({
  draft: {
    patient: { lastName: 'Tester', firstName: 'Anna', sex: sex as 'F' },
    serviceLines: [{ procedureCode: '97110', units }],
  },
  provenance: {
    'patient.lastName': unsure('header', 'Tester, Anna'),
    'patient.firstName': unsure('header', 'Tester, Anna'),
    'patient.sex': unsure('sex', sex),
    'serviceLines.0.units': unsure('row-1', `${units} x`),
  },
  notes: [],
});

const asked = (form: VisitForm) => valuesToLookAt(form).map(({ paths }) => paths.join(' '));

describe('a value that was read, but not for certain', () => {
  it('asks for a look, once for each part of the visit', () => {
    const form = formFromReading(reading());
    expect(asked(form)).toEqual([
      'patient.lastName patient.firstName',
      'patient.sex',
      'serviceLines.0.units',
    ]);
    expect(
      noticesOf(form, TODAY)
        .filter(asksForLook)
        .map(({ finding }) => `${finding.message} ${finding.fix}`),
    ).toEqual([
      'Last name, first name, sex: read, but not for certain. The page says “Tester, Anna”, “F”. Compare them with the chart.',
      'Line 1, units: read, but not for certain. The page says “2 x”. Compare it with the chart.',
    ]);
  });

  it('can be said of each text alone, where one place of the page holds several', () => {
    const form = formFromReading({
      ...reading(),
      provenance: {
        'patient.sex': unsure('charge', 'F'),
        'serviceLines.0.procedureCode': unsure('charge', '97110'),
        'serviceLines.0.units': unsure('charge', '2'),
      },
    });
    expect(asked(form)).toEqual(['patient.sex', 'serviceLines.0.procedureCode', 'serviceLines.0.units']);
    expect(asked(looksRight(form, 'serviceLines.0.units'))).toEqual([
      'patient.sex',
      'serviceLines.0.procedureCode',
    ]);
  });

  it('one press says that it looks right; it is not marked as changed', () => {
    const form = formFromReading(reading());
    const notice = noticesOf(form, TODAY).find(({ finding }) => finding.id === UNSURE);
    expect(notice?.fix?.label).toBe('Looks right');
    const seen = notice?.fix?.apply(form) ?? form;
    expect(asked(seen)).toEqual(['serviceLines.0.units']);
    expect(originOf(seen, 'patient.firstName').kind).toBe('looked-at');
    expect(correctedFields(seen)).toEqual([]);
  });

  it('asks one question for all of a line that is in doubt for one reason, and counts its values', () => {
    const line = (number: number, of: object = {}) => ({
      [`serviceLines.${number}.procedureCode`]: unsure(`code-${number}`, '97110'),
      [`serviceLines.${number}.units`]: { ...unsure(`units-${number}`, '2'), ...of },
      [`serviceLines.${number}.modifiers`]: unsure(`modifiers-${number}`, 'GP'),
    });
    const lines = [0, 1].map(() => ({ procedureCode: '97110', units: 2, modifiers: ['GP'] }));
    const form = formFromReading({
      draft: { serviceLines: lines },
      provenance: { ...line(0), ...line(1, { rival: '3' }) },
      notes: [],
    });
    const looks = noticesOf(form, TODAY).filter(asksForLook);
    expect(looks.map(({ finding }) => finding.message)).toEqual([
      'Line 1, procedure code, units, modifiers: read, but not for certain.',
      'Line 2, procedure code, modifiers: read, but not for certain.',
      'Line 2, units: read, but not for certain.',
    ]);
    expect(whatIsLeft(looks).reason).toBe('Look at 6 values before billing');
    expect(asked(looks[0]?.fix?.apply(form) ?? form).join()).not.toContain('serviceLines.0');
  });

  it('is marked as changed once a person corrects it, and asks no more', () => {
    const form = setField(formFromReading(reading()), 'serviceLines.0.units', 3);
    expect(asked(form)).toEqual(['patient.lastName patient.firstName', 'patient.sex']);
    expect(originOf(form, 'serviceLines.0.units')).toMatchObject({
      kind: 'by-hand',
      where: 'Changed by hand; the page says “2 x”',
    });
    expect(correctedFields(form)).toEqual(['serviceLines.0.units']);
  });

  it('stays looked at when the page is read again, until the page says something else', () => {
    const seen = looksRight(looksRight(formFromReading(reading()), 'patient.sex'), 'serviceLines.0.units');
    expect(asked(readAgain(seen, reading()))).toEqual(['patient.lastName patient.firstName']);
    expect(asked(readAgain(seen, reading('M', 3)))).toEqual([
      'patient.lastName patient.firstName',
      'patient.sex',
      'serviceLines.0.units',
    ]);
  });

  it('a field of a whole that was read as one answers for the whole', () => {
    const form = formFromReading({
      draft: { renderingProvider: { lastName: 'Sample', npi: '1245319599' } },
      provenance: { renderingProvider: unsure('provider', 'Sample') },
      notes: [],
    });
    expect(asked(looksRight(form, 'renderingProvider.npi'))).toEqual([]);
  });

  it('is not said twice where it is wrong anyway, but asks where there is only something to know', () => {
    const form = (units: number) => formFromReading({ ...reading(), ...looked(units) });
    const looked = (units: number) => ({
      draft: { serviceLines: [{ procedureCode: '97110', units }] },
      provenance: { 'serviceLines.0.units': unsure('row-1', String(units)) },
    });
    const ids = (units: number) =>
      noticesOf(form(units), TODAY).flatMap(({ finding }) =>
        finding.path === 'serviceLines.0.units' ? [finding.severity] : [],
      );
    expect(ids(0)).toEqual(['error']);
    expect(ids(2)).toEqual(['warning']);
  });
});

describe('what is left, in the words of the bill bar', () => {
  const notice = (id: string, severity: 'error' | 'warning') => ({
    key: id,
    finding: { id, severity, path: '', message: '', fix: '' },
    fix: undefined,
  });
  const [look, error, warning] = [
    notice(UNSURE, 'warning'),
    notice('required', 'error'),
    notice('rare', 'warning'),
  ];

  it.each([
    [[], undefined, undefined],
    [[look], 'Look at 1 value before billing', undefined],
    [[look, look, warning], 'Look at 2 values before billing', '1 to know'],
    [[error, look], '1 thing to fix before this visit can be billed · 1 value to look at', undefined],
    [[error, error], '2 things to fix before this visit can be billed', undefined],
  ])('%#', (notices, reason, known) => {
    expect(whatIsLeft(notices)).toEqual({ reason, known });
  });
});
