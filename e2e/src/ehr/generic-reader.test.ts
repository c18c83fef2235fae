/** Pages that no recipe knows, in a real Chromium: what is in doubt is said or left out, never read as sure. */
import type { Capture } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addEhrSites,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from './extension.ts';
import { plainCapture } from './plain-capture.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://generic.localhost:8';

let launched: LaunchedBrowser;
let asker: Page;

beforeAll(async () => {
  launched = await launchBrowser();
  await addEhrSites(launched.browser, [ORIGIN]);
  asker = await openOptions(launched.browser);
});
afterAll(() => launched?.close());

/** Without a patient nothing on a page is certain. */
const PATIENT =
  '<fieldset><legend>Patient</legend><label>Last name <input value="Tester"></label>' +
  '<label>First name <input value="Anna"></label><label>Date of birth <input value="04/12/1978"></label></fieldset>';

/** The capture of a page with this body behind its patient. */
async function readPage(body: string, patient = PATIENT): Promise<Capture> {
  const page = await launched.browser.newPage();
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><body>${patient}${body}</body></html>`,
      });
    });
    await page.goto(`${ORIGIN}/visit`);
    await pageScriptReady(page);
    return await ask(asker, page.url(), { type: 'page/read' });
  } finally {
    await page.close();
  }
}

/** A table from its heading and its rows, cells split at bars. */
function table(heading: string, header: string, ...rows: string[]): string {
  const row = (cells: string, cell: string): string =>
    `<tr>${cells
      .split('|')
      .map((text) => `<${cell}>${text.trim()}</${cell}>`)
      .join('')}</tr>`;
  return `<h2>${heading}</h2><table>${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}
const list = (heading: string, ...items: string[]): string =>
  `<h2>${heading}</h2><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;

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

  test('follow the numbers of the fields, an empty field among them', async () => {
    const field = (n: number, code: string) => `<label>Diagnosis ${n} <input value="${code}"></label>`;
    const services = table('Services', 'CPT | Dx | Units | Charge', '36415 | C | 1 | 9');
    const capture = await readPage(field(1, 'M54.50') + field(2, '') + field(3, 'E11.9') + services);
    expect(plainCapture(capture).lines).toEqual(['36415 x1 9.00 in all -> E11.9']);
    expect(capture.notes).toEqual([]);
  });
});

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
