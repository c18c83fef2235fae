/** Pages that no recipe knows, in a real Chromium: what is in doubt is said or left out, never read as sure. */
import type { Capture } from '@claimside/shared/capture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { list, type MadePages, startMadePages, table } from './made-page.ts';
import { plainCapture } from './plain-capture.ts';

let made: MadePages;
beforeAll(async () => {
  made = await startMadePages();
});
afterAll(() => made?.close());

const readPage: MadePages['readPage'] = (...of) => made.readPage(...of);

/** `M54.50 0.9` */
const diagnosesOf = ({ diagnoses }: Capture): string[] =>
  diagnoses.map(({ code }) => `${code.value} ${code.confidence}`);

describe('diagnoses', () => {
  /** Beside no services, a list may be the problems of years. */
  const SERVICE = table('Services', 'CPT | Units | Charge', '99213 | 1 | 110');

  test('are never read out of the table of services', async () => {
    const capture = await readPage(
      table(
        'Diagnoses and procedures',
        'CPT | Description | Dx | Units | Charge',
        'J1030 | Methylprednisolone | | 1 | 12.50',
        'G0439 | Wellness visit | | 1 | 130.00',
      ),
    );
    expect(diagnosesOf(capture)).toEqual([]);
    expect(plainCapture(capture).lines).toEqual(['J1030 x1 12.50 in all -> ', 'G0439 x1 130.00 in all -> ']);
  });

  test('are not words of an assessment that have the shape of a code without its dot', async () => {
    const capture = await readPage(
      list('Assessment', 'A1C 7.2% today', 'B12 injection given', 'M54.50 Low back pain') + SERVICE,
    );
    expect(diagnosesOf(capture)).toEqual(['M54.50 0.9']);
  });

  test('without a dot are unsure in a list, and sure in a column or field of codes', async () => {
    const inList = await readPage(list('Diagnoses', 'I10 Essential hypertension') + SERVICE);
    expect(diagnosesOf(inList)).toEqual(['I10 0.7']);
    const inColumn = await readPage(
      table('Diagnoses', 'ICD-10 | Description', 'I10 | Hypertension') + SERVICE,
    );
    expect(diagnosesOf(inColumn)).toEqual(['I10 0.9']);
    expect(plainCapture(inColumn).diagnoses).toEqual(['I10 Hypertension']);
    const inField = await readPage(`<label>Diagnosis 1 <input value="I10"></label>${SERVICE}`);
    expect(diagnosesOf(inField)).toEqual(['I10 0.95']);
  });

  test.each([
    ['one field', '<label>Diagnoses <input value="M54.50, I10"></label>'],
    ['one label', '<dl><dt>Diagnoses</dt><dd>M54.50</dd><dd>I10</dd></dl>'],
  ])('are all read where several stand behind %s', async (_, body) => {
    const capture = await readPage(body + table('Services', 'CPT | Dx | Units', '99213 | B | 1'));
    expect(diagnosesOf(capture)).toEqual(['M54.50 0.95', 'I10 0.95']);
    expect(capture.lines[0]?.diagnosisCodes).toMatchObject([{ value: 'I10', confidence: 0.95 }]);
    expect(capture.notes).toEqual([]);
  });

  test.each([
    ['a field', '<label>Diagnosis <input value="M54.50 Low back pain, I10 Hypertension"></label>'],
    ['a field with a number', '<label>Diagnosis 1 <input value="M54.50 Pain / I10"></label>'],
    ['an entry of a list', list('Diagnoses', 'M54.50 Low back pain; I10 Hypertension', 'E11.9 Diabetes')],
  ])('of which one is read and others stand beside it in %s are unsure, and it is said', async (_, body) => {
    const capture = await readPage(body + table('Services', 'CPT | Dx | Units', '99213 | B | 1'));
    expect(diagnosesOf(capture)[0]).toBe('M54.50 0.5');
    expect(capture.lines[0]?.diagnosisCodes).toEqual([]);
    expect(capture.notes.map(({ code }) => code)).toEqual(['partial', 'unresolved-pointer']);
  });

  test('said to be ruled out in a column of its own are unsure', async () => {
    const capture = await readPage(
      table(
        'Diagnoses',
        'ICD-10 | Diagnosis | Status',
        'M54.50 | Low back pain | Confirmed',
        'I26.99 | Pulmonary embolism | Ruled out',
      ) + SERVICE,
    );
    expect(diagnosesOf(capture)).toEqual(['M54.50 0.9', 'I26.99 0.5']);
  });

  test('are found though hundreds of other items stand before them', async () => {
    const capture = await readPage(
      list('Menu', ...Array.from({ length: 300 }, (_, n) => `Entry ${n}`)) +
        list('Diagnoses', 'M54.50 Pain') +
        SERVICE,
    );
    expect(diagnosesOf(capture)).toEqual(['M54.50 0.9']);
    expect(capture.notes).toEqual([]);
  });

  test('are said to be read in part when a list has no end', async () => {
    const capture = await readPage(list('Diagnoses', ...Array.from({ length: 250 }, () => 'M54.50 Pain')));
    expect(capture.notes.map(({ code }) => code)).toEqual(['partial']);
  });
});

describe('letters and numbers as pointers', () => {
  const SERVICES = table(
    'Services',
    'CPT | Dx | Units | Charge',
    '99213 | A | 1 | 110',
    '36415 | B, C | 1 | 9',
  );

  test('behind an entry without a code name nothing, and the note says why', async () => {
    const capture = await readPage(
      list('Diagnoses', 'M54.50 Low back pain', 'Cough', 'E11.9 Diabetes') + SERVICES,
    );
    expect(plainCapture(capture).lines).toEqual([
      '99213 x1 110.00 in all -> M54.50',
      '36415 x1 9.00 in all -> ',
    ]);
    expect(capture.notes.map(({ message }) => message)).toEqual([
      '36415 points at a diagnosis by its place, and the list has an entry without a readable code.',
    ]);
  });

  test('count a diagnosis that is listed twice at both of its places', async () => {
    const capture = await readPage(
      list('Diagnoses', 'M54.50 Low back pain', 'M54.50 Low back pain', 'E11.9 Diabetes') + SERVICES,
    );
    expect(plainCapture(capture).lines[1]).toBe('36415 x1 9.00 in all -> M54.50 E11.9');
  });

  test.each([
    ['letters', 'B | I10 | Hypertension', 'C | E11.9 | Diabetes', 'A | M54.50 | Low back pain'],
    ['numbers', '2 | I10 | Hypertension', '3 | E11.9 | Diabetes', '1 | M54.50 | Low back pain'],
  ])('follow the %s of the rows, whatever order they are shown in', async (_, ...rows) => {
    const capture = await readPage(table('Diagnoses', ' | ICD-10 | Description', ...rows) + SERVICES);
    expect(diagnosesOf(capture)).toEqual(['M54.50 0.9', 'I10 0.9', 'E11.9 0.9']);
    expect(plainCapture(capture).lines).toEqual([
      '99213 x1 110.00 in all -> M54.50',
      '36415 x1 9.00 in all -> I10 E11.9',
    ]);
    expect(capture.notes).toEqual([]);
  });

  test('name nothing from a row on whose number is not that of its place', async () => {
    const rows = ['1 | M54.50 | Low back pain', '3 | E11.9 | Diabetes'];
    const capture = await readPage(table('Diagnoses', '# | ICD-10 | Description', ...rows) + SERVICES);
    expect(plainCapture(capture).lines).toEqual([
      '99213 x1 110.00 in all -> M54.50',
      '36415 x1 9.00 in all -> ',
    ]);
  });

  test('follow the numbers of the fields, an empty field among them', async () => {
    const field = (n: number, code: string) => `<label>Diagnosis ${n} <input value="${code}"></label>`;
    const services = table('Services', 'CPT | Dx | Units | Charge', '36415 | C | 1 | 9');
    const capture = await readPage(field(1, 'M54.50') + field(2, '') + field(3, 'E11.9') + services);
    expect(plainCapture(capture).lines).toEqual(['36415 x1 9.00 in all -> E11.9']);
    expect(capture.notes).toEqual([]);
  });
});

describe('a visit that was cancelled, a policy that has ended', () => {
  const VISIT = table('Services', 'CPT | Units | Charge', '99213 | 1 | 110');
  const POLICY = '<h2>Insurance</h2><dl><dt>Payer</dt><dd>Test Mutual</dd><dt>Member ID</dt><dd>TM-0099</dd>';
  const sureness = async (body: string): Promise<number | undefined> => {
    const { fields, lines } = await readPage(body);
    const all = [...Object.values(fields), ...lines.map(({ procedureCode }) => procedureCode)];
    return all.length === 0 ? undefined : Math.max(...all.map(({ confidence }) => confidence));
  };

  test.each([
    ['in one text', `<h2>Visit</h2><p>Status: Cancelled by patient</p>${VISIT}`],
    ['beside its label', `<h2>Visit</h2><dl><dt>Appointment status</dt><dd>No show</dd></dl>${VISIT}`],
    ['beneath the policy', `${POLICY}<dt>Status</dt><dd>Inactive</dd></dl>${VISIT}`],
    ['of the coverage', `<p>Coverage status: Terminated 10/31/2026</p>${POLICY}</dl>${VISIT}`],
  ])('leaves nothing certain on the page, said %s', async (_, body) => {
    expect(await sureness(body)).toBe(0.5);
  });

  test.each([
    [
      'goes on',
      `<h2>Visit</h2><p>Status: Checked in</p>${POLICY}<dt>Status</dt><dd>Active</dd></dl>${VISIT}`,
    ],
    ['was another', `${VISIT}<h2>Past visits</h2><p>Status: Cancelled</p>`],
    ['is the second', `${VISIT}<h2>Secondary insurance</h2><p>Status: Inactive</p>`],
  ])('changes nothing where it %s', async (_, body) => {
    expect(await sureness(body)).toBeGreaterThanOrEqual(0.95);
  });

  test('is not read at all where its heading says so', async () => {
    const { fields, lines } = await readPage(
      POLICY.replace('Insurance', 'Insurance (expired)') + VISIT.replace('Services', 'Services (cancelled)'),
    );
    expect([fields['coverage.memberId'], lines]).toEqual([undefined, []]);
  });
});
