import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captured, exampleCapture } from '../examples/index.ts';
import { parseCapture } from './index.ts';

describe('parseCapture', () => {
  test('gives back a capture as it was', () => {
    expect(parseCapture(JSON.parse(JSON.stringify(exampleCapture)))).toEqual(exampleCapture);
  });

  test('keeps the drug of a line', () => {
    const drug = { code: captured('11111222233'), quantity: captured('2'), unit: captured('ML') };
    const lines = exampleCapture.lines.map((line) => ({ ...line, drug }));
    expect(parseCapture({ ...exampleCapture, lines })?.lines[0]?.drug).toEqual(drug);
  });

  test('keeps what the page says of a value at another place', () => {
    const fields = { 'patient.address.postalCode': { ...captured('62704'), rival: '62705' } };
    expect(parseCapture({ ...exampleCapture, fields })?.fields).toEqual(fields);
  });

  test('keeps what a note sends for, and where the way there stands', () => {
    const notes = [{ code: 'look-elsewhere', message: 'TEST', placeId: 'p1', fields: ['coverage.memberId'] }];
    expect(parseCapture({ ...exampleCapture, notes })?.notes).toEqual(notes);
  });

  test('drops properties it does not know', () => {
    expect(
      parseCapture({
        ...exampleCapture,
        extra: 1,
        fields: { ...exampleCapture.fields, 'patient.ssn': captured('x') },
      }),
    ).toEqual(exampleCapture);
  });

  test.each([
    ['a value that is not text', { ...exampleCapture, ehr: 7 }],
    [
      'a value that is too long',
      { ...exampleCapture, fields: { 'patient.lastName': captured('Q'.repeat(401)) } },
    ],
    [
      'too many lines',
      { ...exampleCapture, lines: Array.from({ length: 201 }, () => exampleCapture.lines[0]) },
    ],
    ['a confidence outside 0 to 1', { ...exampleCapture, fields: { 'patient.sex': captured('F', 'x', 2) } }],
    ['an unknown note', { ...exampleCapture, notes: [{ code: 'run-this', message: '' }] }],
    [
      'a note that sends for an unknown field',
      { ...exampleCapture, notes: [{ code: 'look-elsewhere', message: '', fields: ['patient.ssn'] }] },
    ],
    ['no binding', { ...exampleCapture, binding: undefined }],
  ])('refuses %s', (_what, input) => {
    expect(parseCapture(input)).toBeUndefined();
  });

  test('turns direction and control marks into blanks, so that text reads as it is', () => {
    const fields = { 'patient.lastName': captured('Quin\u202etero\u0007') };
    expect(parseCapture({ ...exampleCapture, fields })?.fields['patient.lastName']?.value).toBe('Quin tero ');
  });

  test('never throws, whatever a page sends', () => {
    fc.assert(fc.property(fc.anything(), (input) => parseCapture(input) === undefined));
  });
});
