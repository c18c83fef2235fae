/** Pages that the browser loads before they are seen, or brings back whole: each answers for itself, and only while it is the one in sight. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ask } from '../ehr/extension.ts';
import { loadBeforehand, TELLS_BEFOREHAND } from './beforehand.ts';
import { OTHER_CHART } from './moves.ts';
import { type ReadingBesideHostilePages, scriptAnswers, startReading } from './reading.ts';

let beside: ReadingBesideHostilePages;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

/** Whose chart the tab of this address shows, and the codes in it. */
async function shownAt(url: string): Promise<{ patient: string | undefined; codes: string[] }> {
  const { fields, lines } = await ask(beside.asker, url, { type: 'page/read' });
  return {
    patient: fields['patient.lastName']?.value,
    codes: lines.map(({ procedureCode }) => procedureCode.value),
  };
}
const MARTA = { patient: 'Quintero', codes: ['99214', '97110', '20610'] };
const OTHER = { patient: 'Examplesson', codes: ['99213', '97110', '20610'] };

test('a page that runs beforehand does not answer for the one in sight, and answers once it is in sight, whatever it says of itself', async () => {
  const url = beside.pages.visit();
  page = await beside.open(url);
  const other = beside.pages.visit({
    ...OTHER_CHART,
    // As if it came into sight, again and again.
    script: `${TELLS_BEFOREHAND} addEventListener('load', () => Object.defineProperty(document, 'prerendering', { value: false })); const forge = setInterval(() => document.dispatchEvent(new Event('prerenderingchange')), 5); document.addEventListener('prerenderingchange', ({ isTrusted }) => isTrusted && clearInterval(forge))`,
  });
  await loadBeforehand(page, other);
  expect(await shownAt(url)).toEqual(MARTA);
  await page.click('#beforehand');
  await scriptAnswers(beside.asker, other);
  expect(await shownAt(other)).toEqual(OTHER);
  // It was loaded beforehand indeed.
  const activated = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]?.toJSON().activationStart,
  );
  expect(activated).toBeGreaterThan(0);
});

test.each([
  ['as it was left', '', MARTA],
  [
    'with another patient',
    `document.querySelector('#last').value = 'Examplesson'`,
    { ...MARTA, patient: 'Examplesson' },
  ],
  [
    'with another code',
    `[...document.querySelectorAll('td')].find((cell) => cell.textContent === '99214').textContent = '99213'`,
    { ...MARTA, codes: OTHER.codes },
  ],
])(
  'a page that the browser`s history brings back whole, %s, is read as it is then',
  async (_, change, expected) => {
    const url = beside.pages.visit({
      script: `addEventListener('pageshow', ({ persisted }) => { if (persisted) { ${change}; document.documentElement.id = 'back' } })`,
    });
    page = await beside.open(url);
    const { binding: before } = await ask(beside.asker, url, { type: 'page/read' });
    const other = beside.pages.visit(OTHER_CHART);
    await page.goto(other);
    await scriptAnswers(beside.asker, other);
    expect(await shownAt(other)).toEqual(OTHER);
    await page.evaluate('setTimeout(() => history.back())');
    await page.waitForSelector('#back');
    expect(await shownAt(url)).toEqual(expected);
    const { binding: after } = await ask(beside.asker, url, { type: 'page/read' });
    expect(after.documentId).toBe(before.documentId);
    expect(after.patient === before.patient && after.content === before.content).toBe(change === '');
  },
);
