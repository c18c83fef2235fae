/** What is learnt from pointing, by the real script in a real Chromium: robust ways to a value, and nothing of the patient. */
import type { Pointed } from '@claimside/shared/recipe';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answering, startAnswering } from '../browser/index.ts';
import { startTeaching, type Teacher } from './teacher.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://teach.localhost:8';

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN);
});
afterAll(() => site?.close());

const withPage = <Result>(
  body: string,
  act: (teacher: Teacher, page: Page) => Promise<Result>,
  path = '/chart/4711/visit',
): Promise<Result> =>
  site.with(
    ORIGIN + path,
    () => body,
    async (page) => act(await startTeaching(site.asker, page), page),
  );

const pointAt = (body: string, selector = '#it1000'): Promise<Pointed | null> =>
  withPage(body, (teacher) => teacher.pointAt('value', selector));
const locatorsOf = async (body: string, selector?: string) =>
  (await pointAt(body, selector))?.value?.locators;

describe('a value', () => {
  test('in a field has every way to it: data attribute, role and name, label, name', async () => {
    const body = `<h2>Patient</h2>
      <label>Born <input id="it1000" name="born" data-testid="patient-born" value="04/12/1978"></label>`;
    expect(await pointAt(body)).toEqual({
      document: { address: '^/chart/[^/?#]+/visit/?(?=[?#]|$)', name: 'Visit' },
      value: {
        raw: '04/12/1978',
        locators: [
          { css: '[data-testid="patient-born"]' },
          { role: 'textbox', name: '^Born$' },
          { label: 'born', heading: '\\bpatient\\b' },
          { label: 'born' },
        ],
        suggestions: ['patient.birthDate'],
      },
    });
  });

  test('in plain elements is found by the words before it, and by what its maker called it', async () => {
    const body = `<div class="k">Seen on</div><div class="x">11/16/2026</div>
      <div class="k">Came into the world</div><div class="world" id="it1000">04/12/1978</div>`;
    expect(await locatorsOf(body)).toEqual([
      { css: '.world', after: 'Came into the world' },
      { css: 'div', after: 'Came into the world' },
      { css: '.world' },
    ]);
  });

  test('behind words in the same element is taken without them', async () => {
    const body = '<p>Visit: 4711</p><p id="it1000">DOB: 04/12/1978</p>';
    const pointed = await pointAt(body);
    expect(pointed?.value?.raw).toBe('04/12/1978');
    expect(pointed?.value?.suggestions).toEqual(['patient.birthDate']);
    expect(pointed?.value?.locators).toEqual([{ css: 'p', pattern: '^DOB\\s*:\\s*(.+)$' }]);
  });

  test.each([
    ['made up by a library', '<input id="mantine-r7" class="css-1q2w3e" value="Tester">', 'input'],
    ['numbered', '<span id="field-10472">Tester</span>', 'span'],
    ['the value itself', '<span id="tester" data-name="tester" class="anna">Tester</span>', 'span'],
    ['of several alike', '<i class="who">Anna</i><i class="who">Tester</i>', 'i:last-child'],
  ])('with a name that is %s has no way to it', async (_, body, selector) => {
    const pointed = await withPage(`<h1>X</h1>${body}`, (teacher) => teacher.pointAt('value', selector));
    expect(pointed?.value?.locators.filter((each) => !('css' in each && each.css === '.anna'))).toEqual([]);
  });
});

test('a label that is pointed at by mistake leaves the value beside it as learnable as before', async () => {
  const body = '<p><span class="label">Came into the world</span> <b class="world">04/12/1978</b></p>';
  const ways = await withPage(body, async (teacher) => {
    await teacher.pointAt('value', '.label');
    return (await teacher.pointAt('value', '.world'))?.value?.locators;
  });
  expect(ways).toEqual(await locatorsOf(body, '.world'));
  expect(ways).not.toEqual([]);
});

describe('nothing of the patient', () => {
  test('is in anything that is learnt, wherever the page repeats it', async () => {
    const body = `<section aria-label="Quintero, Marta"><h2>Patient Marta Quintero</h2>
      <label>Last name <input id="last" name="quintero_last" data-field="last" value="Quintero"></label>
      <label>First name <input id="first" value="Marta"></label>
      <label>Quintero's date of birth <input id="it1000" name="dob_1978" data-for="marta" class="dob" value="04/12/1978"></label>
      </section>`;
    const text = JSON.stringify(
      await withPage(
        body,
        (teacher) => teacher.pointAt('value', '#it1000'),
        '/chart/quintero-marta/visit?tab=marta',
      ),
    );
    expect(text).not.toMatch(/quintero|marta/i);
    expect(text.replace('"raw":"04/12/1978"', '')).not.toMatch(/1978/);
    expect(text).toContain('.dob');
  });
});

describe('services', () => {
  test('in a table are read by their headers, odd ones by what stands below', async () => {
    const body = `<table><tr><th>Item<th>What was done<th>Modifiers<th>Because<th>Count<th>Asked</tr>
      <tr><td id="it1000">99214<td>Office visit, moderate<td>25<td>A, B<td>1<td>$185.00</tr>
      <tr><td>97110<td>Therapeutic exercises<td>GP<td>A<td>2<td>$96.00</tr></table>`;
    const pointed = await withPage(body, (teacher) => teacher.pointAt('lines', '#it1000'));
    expect(pointed?.lines?.headers).toEqual([
      { text: 'Item', sample: '99214', column: 'code', byValues: true },
      { text: 'What was done', sample: 'Office visit, moderate', column: 'description', byValues: true },
      { text: 'Modifiers', sample: '25', column: 'modifiers' },
      { text: 'Because', sample: 'A, B', column: 'pointers', byValues: true },
      { text: 'Count', sample: '1', column: 'units', byValues: true },
      { text: 'Asked', sample: '$185.00', column: 'chargeAmount', byValues: true },
    ]);
  });

  test('that are plain elements are read by their kind and the names of their parts', async () => {
    const body = `<div class="sheet"><div class="sheet-head"><b>Doing</b><b>Times</b></div>
      <div class="svc"><span class="svc-doing" id="it1000">99214</span><span class="svc-times">1</span></div>
      <div class="svc"><span class="svc-doing">97110</span><span class="svc-times">2</span></div></div>`;
    const pointed = await withPage(body, (teacher) => teacher.pointAt('lines', '#it1000'));
    expect(pointed?.lines).toEqual({
      list: {
        rows: { css: '.svc' },
        parts: { code: { css: '.svc-doing' }, units: { css: '.svc-times' } },
        pointers: { as: 'positions' },
      },
      headers: [
        { text: 'Doing', sample: '99214', column: 'code', byValues: true, part: { css: '.svc-doing' } },
        { text: 'Times', sample: '1', column: 'units', byValues: true, part: { css: '.svc-times' } },
      ],
    });
  });

  test('where none stand, nothing is made up', async () => {
    const body = '<ul><li id="it1000">Call back at 62704</li><li>Fax 60054</li></ul>';
    const pointed = await withPage(body, (teacher) => teacher.pointAt('lines', '#it1000'));
    expect(pointed).not.toHaveProperty('lines');
  });
});

test('diagnoses are read by the kind of their rows and parts', async () => {
  const body = `<div class="why"><span class="why-code">M54.50</span><span class="why-words" id="it1000">Low back pain</span></div>
    <div class="why"><span class="why-code">I10</span><span class="why-words">Hypertension</span></div>`;
  const pointed = await withPage(body, (teacher) => teacher.pointAt('diagnoses', '#it1000'));
  expect(pointed?.diagnoses).toEqual({
    list: {
      rows: { css: '.why' },
      parts: { code: { css: '.why-code' }, description: { css: '.why-words' } },
    },
    samples: ['M54.50 Low back pain', 'I10 Hypertension'],
  });
});
