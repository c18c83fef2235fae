/** Pages that are huge, deep, never at rest, or hold values made to choke a reader: they are read all the same, or told. */
import type { Capture, Captured } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newsSince } from '../ehr/extension.ts';
import { type ReadingBesideHostilePages, startReading } from './reading.ts';
import { sampleOf } from './sample.ts';

let beside: ReadingBesideHostilePages;
let honest: Awaited<ReturnType<ReadingBesideHostilePages['readPlain']>>;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
  page = await beside.open(beside.pages.visit());
  honest = await beside.readPlain(page);
  await page.close();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

/** What a page puts into an element that is not drawn, so that the flood costs us and not the browser's layout. */
const FLOODS = {
  '200,000 elements': "for (let n = 0; n < 200_000; n += 1) box.append(document.createElement('div'))",
  '200,000 headings above the visit':
    "for (let n = 0; n < 200_000; n += 1) document.body.prepend(Object.assign(document.createElement('h3'), { hidden: true }))",
  'fields 5,000 elements deep, under headings at each':
    "let at = box; for (let n = 0; n < 5_000; n += 1) { const next = document.createElement('div'); at.append(document.createElement('h2'), next); at = next; } at.innerHTML = '<dl><dt>Payer</dt><dd>Nobody</dd></dl>'.repeat(2_000)",
  '50,000 fields': "box.innerHTML = '<label>Last name <input value=Wrong></label>'.repeat(50_000)",
  'open shadow roots 300 deep':
    "let at = box; for (let n = 0; n < 300; n += 1) { const next = document.createElement('div'); at.append(next); at = next.attachShadow({ mode: 'open' }); }",
  'frames 200 deep':
    "let at = document; for (let n = 0; at && n < 200; n += 1) { const next = at.createElement('iframe'); next.width = 2; at.body?.append(next); at = next.contentDocument; }",
  '150 frames beside each other':
    "for (let n = 0; n < 150; n += 1) document.body.append(Object.assign(document.createElement('iframe'), { hidden: true }))",
};

test.each(sampleOf(Object.entries(FLOODS), 4))('%s do not change what is read', async (_, script) => {
  page = await beside.open(beside.pages.visit({ below: '<div id="flood" hidden></div>' }));
  await page.evaluate(`{ const box = document.getElementById('flood'); ${script} }`);
  expect(await beside.readPlain(page)).toEqual(honest);
});

/** Where values, headers and labels stand: what is before and after each. */
const CHOKED = [
  ['value="', 'Quintero', '"'],
  ['value="', '04/12/1978', '"'],
  ['value="', '12 Example Lane', '"'],
  ['value="', '62704', '"'],
  ['value="', '(217) 555-0188', '"'],
  ['<dd>', 'W123456789', '</dd>'],
  ['<td>', 'Ingrid Halvorsen, MD', '</td>'],
  ['<td>', '11 - Office', '</td>'],
  ['<td>', '99214', '</td>'],
  ['<td>', '$185.00', '</td>'],
  ['<td>', 'I10', '</td>'],
  ['<th>', 'Modifiers', '</th>'],
  ['<label for="first">', 'First name', '</label>'],
] as const;

/** Each asks another pattern of the reader to try again and again. */
const SHAPES = [',', '(', '1/', '9 ', '99214-', 'MD, '];

test.each(sampleOf(SHAPES, 3))(
  '19,000 times %j in every place is read, and neither it nor its beginning is certain',
  async (shape) => {
    page = await beside.open(choked(() => shape.repeat(19_000 / shape.length)));
    expectNothingLong(await beside.read(page));
  },
);

test('a value of a megabyte in each place is read as none', async () => {
  const length = 1_000_000 / CHOKED.length;
  page = await beside.open(choked((place) => (SHAPES[place % SHAPES.length] ?? '').repeat(length)));
  const { fields } = await beside.read(page);
  expectNothingLong(await beside.read(page));
  expect(Object.keys(fields)).not.toContain('patient.lastName');
});

const choked = (text: (place: number) => string): string =>
  beside.pages.visit({
    instead: CHOKED.map(([before, honest, after], place) => [
      before + honest + after,
      before + text(place) + after,
    ]),
  });

function expectNothingLong(capture: Capture): void {
  const values = capturedIn(capture);
  expect(values.length).toBeGreaterThan(10);
  expect(values.filter(({ value, raw }) => value.length > 200 || raw.length > 200)).toEqual([]);
  expect(values.filter(({ value, confidence }) => value.length === 200 && confidence > 0.5)).toEqual([]);
}

const BURIED = {
  '20,000 tables': "'<table><tr><th>CPT</th></tr><tr><td>99215</td></tr></table>'.repeat(20_000)",
  'a table of 100,000 rows':
    "'<table><tr><th>CPT</th></tr>' + '<tr><td>99215</td></tr>'.repeat(100_000) + '</table>'",
};

test.each(sampleOf(Object.entries(BURIED), 2))(
  'of %s no line is read, and it is said that the page was too long',
  async (_, markup) => {
    page = await beside.open(beside.pages.visit({ below: '<div id="flood" hidden></div>' }));
    await page.evaluate(`document.getElementById('flood').innerHTML = ${markup}`);
    expect(await beside.readPlain(page)).toEqual({ ...honest, notes: ['partial'] });
  },
);

test('a grid that says it has more rows and columns than there are numbers is read, as a part', async () => {
  page = await beside.open(beside.pages.visit());
  await page.evaluate(() => {
    const services = [...document.querySelectorAll('table')].at(-1);
    services?.setAttribute('aria-rowcount', String(Number.MAX_SAFE_INTEGER));
    services?.setAttribute('aria-colcount', String(2 ** 32 - 1));
  });
  const { lines, notes } = await beside.read(page);
  expect(notes.map(({ code }) => code)).toEqual(['partial']);
  expect(lines.map(({ procedureCode }) => procedureCode.confidence)).toEqual([0.7, 0.7, 0.7]);
});

test('in a page that never rests, what a person types is noticed and read', async () => {
  page = await beside.open(beside.pages.visit({ below: '<p id="storm"></p>' }));
  await page.evaluate(() => {
    const storm = document.getElementById('storm');
    const blow = () => {
      for (let n = 0; n < 1_000; n += 1) storm?.setAttribute('class', String(n));
      setTimeout(blow, 5);
    };
    blow();
  });
  await newsSince(beside.asker, 'page/changed', async () => {
    await page.focus('#last');
    await page.keyboard.press('End');
    await page.keyboard.type('s');
  });
  expect((await beside.readPlain(page)).fields['patient.lastName']).toBe('Quinteros');
});

/** Every captured value within, nested as it may be. */
function capturedIn(part: unknown): Captured[] {
  if (typeof part !== 'object' || part === null) return [];
  return 'confidence' in part ? [part as Captured] : Object.values(part).flatMap(capturedIn);
}
