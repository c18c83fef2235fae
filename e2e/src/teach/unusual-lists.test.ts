/** Lists that are not one column a meaning under one header: modifiers apart, no headers, parts of open components. */
import type { CapturedLine } from '@claimside/shared/capture';
import { type Pointed, type Recipe, withMeantColumns } from '@claimside/shared/recipe';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answering, startAnswering } from '../browser/index.ts';
import { startTeaching, type Teacher } from './teacher.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://unusual.localhost:8';

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN);
});
afterAll(() => site?.close());

const withPage = <Result>(
  body: string,
  act: (teacher: Teacher, page: Page) => Promise<Result>,
): Promise<Result> =>
  site.with(
    `${ORIGIN}/visit`,
    () => body,
    async (page) => act(await startTeaching(site.asker, page), page),
  );

const pointAt = (body: string, selector = '#it'): Promise<Pointed | null> =>
  withPage(body, (teacher) => teacher.pointAt('lines', selector));

const recipeOf = ({ document, lines, value }: Pointed): Recipe => ({
  id: 'taught-x',
  name: 'X',
  revision: 1,
  hosts: ['unusual.localhost'],
  signs: { selectors: [] },
  documents: [
    {
      id: 'taught-1',
      ...document,
      ...(lines && { lines: lines.list }),
      ...(value && { fields: { 'coverage.memberId': value.locators } }),
    },
  ],
  noVisit: 'Open the visit.',
  elsewhere: [],
});
const words = ({ procedureCode, modifiers, units, chargeAmount }: CapturedLine): string =>
  [procedureCode, ...modifiers, units, chargeAmount].flatMap((each) => each?.value ?? []).join(' ');

/** What is read on the page by what was pointed at there or elsewhere. */
const linesBy = (pointed: Pointed | null, body: string): Promise<CapturedLine[]> =>
  withPage(body, async (teacher) => {
    if (!pointed) throw new Error('nothing was pointed at');
    return [...(await teacher.tryOut(recipeOf(pointed))).lines];
  });

describe('modifiers in columns of their own', () => {
  const sheet = (heads: string): string => `<table><tr><th>CPT${heads}<th>Units<th>Charge</tr>
    <tr><td id="it">99214<td>25<td><td><td><td>1<td>$185.00</tr>
    <tr><td>20610<td>RT<td>59<td><td><td>1<td>$140.00</tr></table>`;

  test.each([
    ['with a header each', '<th>M1<th>M2<th>M3<th>M4'],
    ['under one header', '<th colspan="4">Mod'],
  ])('%s are learnt and read in their order', async (_, heads) => {
    const pointed = await pointAt(sheet(heads));
    expect(pointed?.lines?.list.required?.filter((column) => column === 'modifiers')).toHaveLength(4);
    const lines = await linesBy(pointed, sheet(heads));
    expect(lines.map(words)).toEqual(['99214 25 1 185.00', '20610 RT 59 1 140.00']);
  });

  test('of which one went away end the reading: no line silently lacks a modifier', async () => {
    const pointed = await pointAt(sheet('<th>M1<th>M2<th>M3<th>M4'));
    expect(await linesBy(pointed, sheet('<th>M1<th>Why<th>M3<th>M4'))).toEqual([]);
  });
});

describe('a table that was taught', () => {
  const table = (rows: string, heads = '<th>CPT<th>Units<th>Charge') =>
    `<table><tr>${heads}</tr>${rows}</table>`;
  const visit = '<tr><td id="it">99214<td>1<td>$185.00</tr>';
  const learnt = async (body: string) => {
    const pointed = await pointAt(body);
    return (other: string) => linesBy(pointed, other).then((lines) => lines.map(words));
  };

  test('is not one of past visits, where this visit has no services yet', async () => {
    const read = await learnt(`<h2>Services</h2>${table(visit)}`);
    expect(await read(`<h2>Services</h2>${table(visit)}`)).toEqual(['99214 1 185.00']);
    expect(await read(`<h2>Services</h2><p>None</p><h2>Past visits</h2>${table(visit)}`)).toEqual([]);
  });

  test('under such a heading itself is read there, as a person said so', async () => {
    const read = await learnt(`<h2>Past visits</h2>${table(visit)}`);
    expect(await read(`<h2>Past visits</h2>${table(visit)}`)).toEqual(['99214 1 185.00']);
  });

  test('has no line of a row that is a diagnosis, not chargeable, billed, or ticked to be deleted', async () => {
    const heads = '<th>Type<th>Code<th>Units<th>Charge<th>Delete';
    const row = (type: string, code: string, last = '', id = '') =>
      `<tr><td>${type}<td${id}>${code}<td>1<td>$185.00<td>${last}</tr>`;
    const body = table(row('CPT4', '99214', '', ' id="it"'), heads);
    const read = await learnt(body);
    const rows = [
      row('CPT4', '99214'),
      row('ICD10', 'M54.50'),
      row('No', '97110'),
      row('CPT4', '20610', '<input type="checkbox" name="bill[2][del]" checked>'),
      row('CPT4', '20611', '<input type="hidden" name="bill[3][billed]" value="1">'),
    ];
    expect(await read(table(rows.join(''), heads))).toEqual(['99214 1 185.00']);
  });

  test('takes a price for nothing until a person says whether it is of one unit or of the line', async () => {
    const body = table(visit, '<th>CPT<th>Units<th>Price');
    const pointed = await pointAt(body);
    expect(pointed?.lines?.headers[2]).toMatchObject({ text: 'Price', isVaguePrice: true });
    expect((await linesBy(pointed, body)).map(words)).toEqual(['99214 1']);
  });
});

describe('a table without headers', () => {
  const rows = `<tr><td id="it">99214<td>Office visit, moderate<td>25<td>1<td>$185.00</tr>
    <tr><td>20610<td>Drain a joint<td>RT<td>1<td>$140.00</tr><tr><td colspan="4">Total<td>$325.00</tr>`;

  test('is known by a name of its own, and no line of it is certain', async () => {
    const body = `<table class="charge-lines">${rows}</table>`;
    const pointed = await pointAt(body);
    expect(pointed?.lines?.list.rows).toEqual({ css: '.charge-lines tbody tr', cells: 5 });
    const lines = await linesBy(pointed, body);
    expect(lines.map(words)).toEqual(['99214 25 1 185.00', '20610 RT 1 140.00']);
    expect(lines.map(({ procedureCode }) => procedureCode.confidence)).toEqual([0.8, 0.8]);
  });

  test('has the columns that the person says it has', async () => {
    const body = `<table class="charge-lines">${rows}</table>`;
    const pointed = await pointAt(body);
    const { list, headers } = pointed?.lines ?? {};
    if (!pointed || !list || !headers) throw new Error('nothing was learnt');
    expect(headers.map(({ column }) => column)).toEqual([
      'code',
      'description',
      'modifiers',
      'units',
      'chargeAmount',
    ]);
    const meant = headers.map((each) =>
      each.column === 'chargeAmount' ? { ...each, column: 'unitPrice' as const } : each,
    );
    const taught = { ...pointed, lines: { list: withMeantColumns(list, meant), headers: meant } };
    const lines = await linesBy(taught, body);
    expect(lines.map(({ unitPrice, chargeAmount }) => [unitPrice?.value, chargeAmount])).toEqual([
      ['185.00', undefined],
      ['140.00', undefined],
    ]);
  });

  test('is not read once a column came or went', async () => {
    const pointed = await pointAt(`<table class="charge-lines">${rows}</table>`);
    const wider = `<table class="charge-lines">${rows.replaceAll('<td>1<td>', '<td>1<td>new<td>')}</table>`;
    expect(await linesBy(pointed, wider)).toEqual([]);
  });

  test('is known by the heading over it, where no other table stands under that', async () => {
    const table = `<table>${rows}</table>`;
    const pointed = await pointAt(`<h3>Today (lines)</h3>${table}`);
    expect(pointed?.lines?.list.rows).toMatchObject({ css: 'table tr', cells: 5 });
    const other = table.replaceAll('99214', '99213');
    const lines = await linesBy(pointed, `<h3>Earlier</h3>${other}<h3>Today (lines)</h3>${table}`);
    expect(lines.map(words)).toEqual(['99214 25 1 185.00', '20610 RT 1 140.00']);
    expect(lines.map(({ procedureCode }) => procedureCode.confidence)).toEqual([0.8, 0.8]);
  });

  test('that nothing tells from other tables is not learnt, and that is said', async () => {
    const others = rows.replace(' id="it"', '');
    for (const body of [
      `<table>${rows}</table>`,
      `<h3>Lines</h3><table>${rows}</table><table>${others}</table>`,
    ])
      expect(await pointAt(body)).toMatchObject({ why: 'unnamed-table' });
  });
});

describe('a table with a column that has no header', () => {
  const sheet = (heads: string, mark = '') => `<h3>Charges</h3><table><tr>${heads}</tr>
    <tr><td>1${mark}<td id="it">99214<td>25<td>POS 11<td>2<td>$185.00</tr>
    <tr><td>2${mark}<td>20610<td>RT<td>POS 11<td>3<td>$140.00</tr></table>`;

  test('of which a line is made is kept whole, by the order of its columns, and no line is certain', async () => {
    const body = sheet('<th><th>CPT<th><th>Place<th>Units<th>Charge');
    const pointed = await pointAt(body);
    expect(pointed?.lines?.headers.map(({ text, column }) => `${text}: ${column}`)).toEqual([
      'Column 1: undefined',
      'CPT: code',
      'Column 3: modifiers',
      'Place: placeOfService',
      'Units: units',
      'Charge: chargeAmount',
    ]);
    const lines = await linesBy(pointed, body);
    expect(lines.map(words)).toEqual(['99214 25 2 185.00', '20610 RT 3 140.00']);
    expect(lines[0]).toMatchObject({ procedureCode: { confidence: 0.8 }, placeOfService: { value: '11' } });
  });

  test('that only counts the rows, or holds a press, is left out: the others are known by their headers', async () => {
    const heads = '<th><th>CPT<th>Mod<th>POS<th>Units<th>Charge';
    for (const mark of ['', '.', ' edit']) {
      const pointed = await pointAt(sheet(heads, mark));
      expect(pointed?.lines?.list.rows).toBe('table');
      const [line] = await linesBy(pointed, sheet(heads, mark));
      expect(line?.procedureCode.confidence).toBe(0.98);
    }
  });
});

describe('an open component of the page', () => {
  const component = (
    inside: string,
    mode = 'open',
  ): string => `<chart-card style="display: block"></chart-card><script>
    document.querySelector('chart-card').attachShadow({ mode: '${mode}' }).innerHTML = ${JSON.stringify(inside)};
  </script>`;
  const CARD = '<p class="insured-no">W123456789</p>';
  const press = (body: string) => withPage(body, (teacher) => teacher.pointAt('value', 'chart-card'));

  test('is pointed into, and what stands there is learnt and read', async () => {
    const pointed = await press(component(CARD));
    expect(pointed?.value).toMatchObject({ raw: 'W123456789', locators: [{ css: '.insured-no' }] });
    const read = await withPage(component(CARD), (teacher) =>
      pointed ? teacher.tryOut(recipeOf(pointed)) : (undefined as never),
    );
    expect(read.fields['coverage.memberId']?.value).toBe('W123456789');
  });

  test('is reached by keys', async () => {
    const pointed = await withPage(component(CARD), (teacher, page) =>
      teacher.pointing('value', async () => {
        for (const key of ['Tab', 'Enter'] as const) await page.keyboard.press(key);
      }),
    );
    expect(pointed?.value?.raw).toBe('W123456789');
  });

  test('has services of plain elements', async () => {
    const body =
      component(`<div class="svc"><span class="svc-code">99214</span><span class="svc-times">1</span></div>
      <div class="svc"><span class="svc-code">97110</span><span class="svc-times">2</span></div>`);
    const pointed = await pointAt(body, 'chart-card');
    expect(pointed?.lines?.list.rows).toEqual({ css: '.svc' });
    expect((await linesBy(pointed, body)).map(words)).toEqual(['99214 1', '97110 2']);
  });

  test('that is closed can`t be learnt, and that is said', async () => {
    expect(await press(component(CARD, 'closed'))).toMatchObject({ why: 'closed-part' });
  });

  test('a frame of another site can`t be learnt, and that is said', async () => {
    const body = '<iframe id="it" src="http://elsewhere.localhost:8/card"></iframe>';
    expect(await withPage(body, (teacher) => teacher.pointAt('value', '#it'))).toMatchObject({
      why: 'other-site',
    });
  });
});
