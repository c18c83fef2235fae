/** Values put in front of the reader that nobody sees, that are drawn as others, or that say of themselves what they are not. */
import { type Capture, type Captured, SURE } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VisitPage } from './pages.ts';
import { type ReadingBesideHostilePages, startReading } from './reading.ts';
import { sampleOf } from './sample.ts';

let beside: ReadingBesideHostilePages;
let honest: Capture;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
  page = await beside.open(beside.pages.visit());
  honest = await beside.read(page);
  await page.close();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

async function read(attack: VisitPage): Promise<Capture> {
  page = await beside.open(beside.pages.visit(attack));
  return beside.read(page);
}

/** What is certain of it and not of the honest page, wherever in its list it stands. */
const forgedIn = (capture: Capture): string[] => {
  const known = certainIn(honest);
  return certainIn(capture).filter((value) => !known.includes(value));
};

function certainIn(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (!('confidence' in part))
    return Object.entries(part).flatMap(([key, each]) =>
      certainIn(each, `${path}.${key.replace(/^\d+$/, '#')}`),
    );
  const { confidence, value } = part as Captured;
  return confidence >= SURE ? [`${path} ${value}`] : [];
}

/** As styles, each of which leaves a text in its place for whoever reads the page's elements. */
const CONCEALED = {
  transparent: 'opacity: 0',
  'of no size': 'display: inline-block; width: 0; height: 0; overflow: hidden',
  'cut away': 'clip-path: inset(100%)',
  'beside the page': 'position: absolute; left: -9999px',
  'for readers of screens alone':
    'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)',
  'in letters of no size': 'font-size: 0',
  'made small to nothing': 'display: inline-block; transform: scale(0)',
  'in letters without colour': 'color: transparent',
  'filtered away': 'filter: opacity(0)',
  'not laid out': 'display: inline-block; content-visibility: hidden',
};

test.each(sampleOf(Object.entries(CONCEALED), 5))(
  'what is %s is never certain: neither a field of its own nor a modifier, a number or a diagnosis within another',
  async (_, style) => {
    const capture = await read({
      below: `<dl style="${style}"><dt>Payer ID</dt><dd>FORGED1</dd><dt>Prior authorization number</dt><dd>F123</dd></dl>`,
      instead: [
        ['<td>25</td>', `<td>25<span style="${style}">, 22</span></td>`],
        ['<dd>86044-011</dd>', `<dd>86044-011<span style="${style}">9</span></dd>`],
        ['<td>I10</td>', `<td><b style="${style}">J45.909</b>I10</td>`],
      ],
    });
    expect(forgedIn(capture)).toEqual([]);
  },
);

const FIELD = '<label>Middle name <input value="Forged"></label>';
/** Never drawn, or drawn and out of everybody's reach. */
const UNDRAWN: Readonly<Record<string, VisitPage>> = {
  'is not displayed': { above: `<div style="display: none">${FIELD}</div>` },
  'is hidden, or collapsed': {
    above: `<div style="visibility: hidden">${FIELD}</div>`,
    instead: [['<td>25</td>', '<td>25<span style="visibility: collapse">, 22</span></td>']],
  },
  'stands in a template, a comment, for pages without scripts, in a drawing`s title': {
    above: `<template>${FIELD}</template><!-- ${FIELD} --><noscript>${FIELD}</noscript><svg><title>Middle name: Forged</title><desc>Middle name: Forged</desc></svg><datalist><option>Middle name: Forged</option></datalist>`,
    instead: [['<td>25</td>', '<td>25<template>, 22</template><noscript>, 22</noscript><!--, 22--></td>']],
  },
  'stands in a dialog or details that are closed': {
    above: `<dialog>${FIELD}</dialog><details><summary>More</summary>${FIELD}</details>`,
    instead: [['<td>25</td>', '<td>25<dialog>, 22</dialog></td>']],
  },
  'has no slot in the shadow root of its parent': {
    below: `<div id="host">${FIELD}<table><tr><th>CPT</th><th>Units</th></tr><tr><td>99215</td><td>1</td></tr></table></div>`,
    script:
      'addEventListener("DOMContentLoaded", () => { host.attachShadow({ mode: "open" }).innerHTML = "<p>Nothing" })',
  },
  'is in a closed shadow root': {
    below: '<div id="host"></div>',
    script: `addEventListener("DOMContentLoaded", () => { host.attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(FIELD)} })`,
  },
  'is only said by attributes': {
    instead: [
      ['<td>99214</td>', '<td aria-label="99215" title="99215" data-value="99215">99214</td>'],
      ['id="last"', 'id="last" aria-label="First name" title="Examplesson" placeholder="Examplesson"'],
    ],
  },
  'is the value that a field began with, and another stands in it': {
    script:
      'addEventListener("DOMContentLoaded", () => { const field = document.querySelector("#last"); field.value = "Quintero"; field.setAttribute("value", "Examplesson") })',
  },
  'has the id of a field that has a label': {
    below: '<input id="last" value="Examplesson"><input id="first" value="Tobias">',
  },
  'bears the signs of other products': {
    above:
      '<div id="root" class="mantine-x"></div><i data-element="header-bill-id">1</i><i data-element="patient-name">Tobias Examplesson</i><i data-element="superbill-service-1"></i><div id="framesDisplay" hidden></div><a class="ptName" hidden><span>Tobias Examplesson</span></a>',
  },
};

test.each(sampleOf(Object.entries(UNDRAWN), 4))('what %s is not read', async (_, attack) => {
  const { binding: _own, ...capture } = withoutPlaces(await read(attack));
  const { binding: _honest, ...expected } = withoutPlaces(honest);
  expect(capture).toEqual(expected);
});

const withoutPlaces = (capture: Capture): Capture =>
  JSON.parse(JSON.stringify(capture, (key, value) => (key === 'placeId' ? undefined : value)));

const code = (markup: string): VisitPage => ({ instead: [['<td>99214</td>', markup]] });
/** A person sees another text than stands there. */
const DRAWN_OTHERWISE: Readonly<Record<string, VisitPage>> = {
  'that a style replaces': {
    ...code('<td class="forged">99215</td>'),
    style: '.forged { font-size: 0 } .forged::before { content: "99214"; font-size: 14px }',
  },
  'that a style goes on with': {
    ...code('<td class="forged">99214</td>'),
    style: '.forged::after { content: "-59" }',
  },
  'that a counter goes on with': {
    ...code('<td class="forged">99214</td>'),
    style: '.forged { counter-reset: forged 59 } .forged::after { content: counter(forged) }',
  },
  'that an element draws backwards': code('<td><bdo dir="rtl">41299</bdo></td>'),
  'that a style draws backwards': code('<td style="direction: rtl; unicode-bidi: bidi-override">41299</td>'),
};

test.each(sampleOf(Object.entries(DRAWN_OTHERWISE), 4))(
  'a code %s is asked for a look',
  async (_, attack) => {
    const capture = await read(attack);
    expect(forgedIn(capture)).toEqual([]);
    expect(capture.lines[0]?.procedureCode.confidence).toBeLessThan(SURE);
  },
);

test('of an option that is drawn with another word than it holds, the drawn word counts', async () => {
  const { fields } = await read({
    instead: [['<option selected>Female</option>', '<option selected label="Male">Female</option>']],
  });
  expect(fields['patient.sex']?.value).toBe('M');
});

test.each([
  ['a wide digit', '<td>9921\uff14</td>'],
  [
    'a code in pieces that are drawn in another order',
    '<td style="display: flex; flex-direction: row-reverse"><i>4</i><i>1</i><i>2</i><i>99</i></td>',
  ],
  ['words for a code', '<td>see the note</td>'],
])('a service with %s is not left out without a word', async (_, markup) => {
  const { lines, notes } = await read(code(markup));
  expect(lines.map(({ procedureCode }) => procedureCode.value)).toEqual(['97110', '20610']);
  expect(notes.map((note) => note.code)).toEqual(['row-left-out']);
});

const OTHER =
  '<legend>Patient</legend><label>Last name <input value="Examplesson"></label><label>First name <input value="Tobias"></label><label>Date of birth <input value="02/03/1990"></label>';

test.each([
  ['above', { above: `<fieldset>${OTHER}</fieldset>` }],
  ['below', { below: `<fieldset>${OTHER}</fieldset>` }],
  [
    'in a banner',
    {
      above:
        '<div><span>Patient:</span> <b>Examplesson, Tobias</b> <span>DOB:</span> <b>02/03/1990</b></div>',
    },
  ],
] as const)('beside a second patient %s, no patient and no service is certain', async (_, attack) => {
  const capture = await read(attack);
  expect(forgedIn(capture)).toEqual([]);
  expect(capture.lines.filter((line) => line.procedureCode.confidence >= SURE)).toEqual([]);
});

const SERVICES =
  '<h2>Services</h2><table><tr><th>CPT</th><th>Units</th><th>Charge</th></tr><tr><td>99215</td><td>1</td><td>$250.00</td></tr></table>';

test('services in a frame that is transparent are not read', async () => {
  const frame = `<iframe style="opacity: 0" srcdoc="${SERVICES}"></iframe>`;
  page = await beside.open(
    beside.pages.page(`<!doctype html><html lang="en-US"><fieldset>${OTHER}</fieldset>${frame}`),
  );
  await page.waitForFrame((one) => one.url() === 'about:srcdoc');
  await page.evaluate(
    () =>
      new Promise((loaded) =>
        document.readyState === 'complete' ? loaded(0) : addEventListener('load', loaded),
      ),
  );
  expect((await beside.read(page)).lines).toEqual([]);
  await page.$eval('iframe', (element) => element.removeAttribute('style'));
  expect((await beside.read(page)).lines).toHaveLength(1);
});
