/** Tables of services and patients on pages that no recipe knows, in a real Chromium: what may be two things is never read as sure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { list, type MadePages, startMadePages, table } from './made-page.ts';
import { plainCapture } from './plain-capture.ts';

let made: MadePages;
beforeAll(async () => {
  made = await startMadePages();
});
afterAll(() => made?.close());

const readPage: MadePages['readPage'] = (...of) => made.readPage(...of);

describe('the table of services', () => {
  const TODAY = table('Services today', 'CPT | Units | Charge', '99213 | 1 | 110');

  test('is not the one of past visits', async () => {
    const past = table('Past visits', 'CPT | Units | Charge', '99215 | 1 | 250');
    expect(plainCapture(await readPage(past + TODAY)).lines).toEqual(['99213 x1 110.00 in all -> ']);
  });

  test('is not a list of orders without codes', async () => {
    const capture = await readPage(table('Supplies', 'Service | Qty', 'Delivery to 62704 | 1'));
    expect(plainCapture(capture)).toMatchObject({ lines: [], notes: ['no-visit'] });
  });

  test('of several is none, and the page says so', async () => {
    const other = table('Services of the other visit', 'CPT | Units | Charge', '99215 | 1 | 250');
    const capture = await readPage(TODAY + other);
    expect(plainCapture(capture)).toMatchObject({ lines: [], notes: ['partial'] });
    expect(capture.notes[0]?.message).toMatch(/^Several tables of this page look like/);
  });

  test('doubts a code that has another one beside it in its cell', async () => {
    const capture = await readPage(table('Services', 'CPT | Units', '97110, 97112 | 1', '99213 | 1'));
    expect(
      capture.lines.map(({ procedureCode: { value, raw, confidence } }) => `${value} ${raw} ${confidence}`),
    ).toEqual(['97110 97110, 97112 0.5', '99213 99213 0.95']);
  });

  test.each([
    ['CPT | Units | Charge | Total', '97110 | 2 | 48.00 | 96.00', 'chargeAmount', '48.00', 0.5],
    ['CPT | Units | Charge | Total', '97110 | 2 | 96.00 | 96.00', 'chargeAmount', '96.00', 0.95],
    ['CPT | Units | Charge | Total', '97110 | 2 | | 96.00', 'chargeAmount', '96.00', 0.95],
    ['Date | DOS | CPT | Units', '11/20/2026 | 11/16/2026 | 97110 | 1', 'serviceDate', '2026-11-20', 0.5],
  ] as const)(
    'under %s, of two columns that mean one, %s: %s %s %d',
    async (header, row, part, value, confidence) => {
      const { lines } = await readPage(table('Services', header, row));
      expect(lines[0]?.[part]).toMatchObject({ value, confidence });
    },
  );

  test('leaves out a row whose two columns of codes differ, and says so', async () => {
    const capture = await readPage(
      table('Services', 'Code | CPT | Units', '10023 | 97110 | 2', '99213 | 99213 | 1', ' | 20610 | 1'),
    );
    expect(plainCapture(capture)).toMatchObject({
      lines: ['99213 x1 -> ', '20610 x1 -> '],
      notes: ['row-left-out'],
    });
  });

  test('leaves out what its status says is no service any more, and what is struck through', async () => {
    const capture = await readPage(
      table(
        'Services',
        'CPT | Units | Status',
        '99213 | 1 | Open',
        '97110 | 1 | Voided',
        '97112 | 1 | Billed',
        '<s>97140</s> | 1 |',
        '20610 | 1 |',
        '36415 | 1 | Parked',
      ),
    );
    expect(capture.lines.map(({ procedureCode: { value, confidence } }) => `${value} ${confidence}`)).toEqual(
      ['99213 0.95', '20610 0.95', '36415 0.5'],
    );
    expect(capture.notes.map(({ message }) => message)).toEqual([
      'Row 2 is no open service by its status, and was left out.',
      'Row 3 is no open service by its status, and was left out.',
      'Row 4 is marked to be deleted and was left out.',
    ]);
  });

  test('gives all that is chosen where several can be', async () => {
    const chosen = (...texts: string[]) =>
      `<select multiple>${texts.map((text) => `<option selected value="${text}">${text}</option>`).join('')}<option>X</option></select>`;
    const services = table(
      'Services',
      'CPT | Mods | Dx | Units',
      `97110 | ${chosen('25', '59')} | ${chosen('A', 'C')} | 1`,
    );
    const capture = await readPage(
      list('Diagnoses', 'M54.50 Pain', 'E11.9 Diabetes', 'J09.X2 Flu') + services,
    );
    expect(plainCapture(capture).lines).toEqual(['97110 25 59 x1 -> M54.50 J09.X2']);
  });

  test('gives the modifiers that are written onto the code, and doubts what may be one', async () => {
    const capture = await readPage(
      table(
        'Services',
        'Code | Modifiers | Units | Charge',
        '99214-25 | | 1 | 185',
        '97110-GP Therapeutic | 59 | 2 | 96',
        '97110 15 min | | 1 | 48',
      ),
    );
    expect(
      capture.lines.map(({ procedureCode, modifiers }) =>
        [procedureCode, ...modifiers].map(({ value, confidence }) => `${value} ${confidence}`),
      ),
    ).toEqual([['99214 0.95', '25 0.95'], ['97110 0.95', 'GP 0.5', '59 0.5'], ['97110 0.5']]);
  });

  test.each([
    ['Price', '1', 0.95],
    ['Price', '2', 0.5],
    ['Fee', '2', 0.5],
    ['Unit price', '2', 0.95],
    ['Rate', '2', 0.95],
  ])('under "%s" with %s units is as sure of the price as %d', async (header, units, confidence) => {
    const capture = await readPage(table('Services', `CPT | Units | ${header}`, `97110 | ${units} | 48`));
    expect(capture.lines[0]?.unitPrice).toMatchObject({ value: '48.00', confidence });
  });
});

describe('the patient', () => {
  const person = (heading: string, last: string, first: string) =>
    `<fieldset><legend>${heading}</legend><label>Last name <input value="${last}"></label>
     <label>First name <input value="${first}"></label></fieldset>`;

  test('is not the responsible party, though that one stands first', async () => {
    const { binding } = await readPage(
      person('Responsible party', 'Payer', 'Bob') + person('Patient', 'Tester', 'Anna'),
      '',
    );
    expect(binding.patient).toBe('anna tester||');
  });

  test('stands in the section that says so, before one that names nobody', async () => {
    const { fields, binding } = await readPage(
      `${person('Registration', 'Payer', 'Bob')}<h2>Clinic</h2><label>City <input value="Chicago"></label>${person('Patient', 'Tester', 'Anna')}`,
      '',
    );
    expect(binding.patient).toBe('anna tester||');
    expect(fields['patient.lastName']).toMatchObject({ value: 'Tester', confidence: 0.95 });
    expect(fields['patient.address.city']).toMatchObject({ value: 'Chicago', confidence: 0.5 });
  });

  test('may be called a client', async () => {
    const { binding } = await readPage('<label>Client name <input value="Tester, Anna"></label>', '');
    expect(binding.patient).toBe('anna tester||');
  });

  test('that cannot be read leaves the binding without one', async () => {
    const { lines, binding } = await readPage(
      `<label>DOB <input value="not on file"></label>${table('Services', 'CPT | Units | Charge', '99213 | 1 | 110')}`,
      '',
    );
    expect(lines).toHaveLength(1);
    expect(binding.patient).toBe('');
  });
});
