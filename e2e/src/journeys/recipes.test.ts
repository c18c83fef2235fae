/** How pages are read, in the options page: recipes switched off and on, put back, removed; open pages follow at once. */
import type { Recipe } from '@claimside/shared/recipe';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  IN_ANY_TAB,
  openOptions,
  openSidebar,
  pageScriptReady,
  pressInOptions,
  sidebarText,
  workerTarget,
} from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { complaints } from './complaints.ts';
import { type Desk, openDesk } from './desk.ts';

const TAUGHT: Recipe = {
  id: 'taught-plain-localhost',
  name: 'plain.localhost',
  revision: 3,
  hosts: ['plain.localhost'],
  signs: { selectors: [] },
  documents: [{ id: 'taught-1', name: 'Visit', address: '^/plain/visit', rest: 'generic' }],
  noVisit: 'Open the visit.',
  elsewhere: [],
};

let desk: Desk;
let options: Page;
beforeAll(async () => {
  desk = await openDesk();
  await desk.client.api.recipes[':id'].$put({ param: { id: TAUGHT.id }, json: { recipe: TAUGHT } });
  options = await openOptions(desk.browser);
});
afterAll(() => desk?.close());

/** Presses the button of the row, and again in the dialog that asks; waits until the row has another button. */
async function doAndConfirm(what: string, name: string, then: string): Promise<void> {
  await pressInOptions(options, `${what} ${name}`);
  await options.waitForSelector('dialog[open]');
  await pressInOptions(options, what);
  await sidebarText(options, then);
}

const ehrOf = async (page: Page): Promise<string> =>
  (await ask(options, page.url(), { type: 'page/read' })).ehr;

/** Where the first service stands, in the words of the recipe. */
const firstPlaceOf = async (page: Page): Promise<string> =>
  (await ask(options, page.url(), { type: 'page/read' })).lines[0]?.procedureCode.place ?? '';

test('a recipe of the extension is switched off and on for the practice, and an open page is read so at once', async () => {
  const page = await desk.openChart(desk.stage.ehr.url);
  await expect.poll(() => ehrOf(page)).toBe('openemr');
  await doAndConfirm('Switch off', 'OpenEMR', 'Off');
  await expect.poll(() => ehrOf(page)).not.toBe('openemr');
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, 'Your practice switched off how OpenEMR is read');
  expect(await complaints(sidebar)).toEqual([]);
  await options.bringToFront();
  await doAndConfirm('Switch on', 'OpenEMR', 'On');
  await expect.poll(() => ehrOf(page)).toBe('openemr');
  // A hidden tab is read again when a person comes back to it.
  await page.bringToFront();
  await sidebar.waitForFunction(() => !document.body.textContent?.includes('switched off how'), IN_ANY_TAB);
});

test('what was taught is switched off and on, and an open page is read so at once', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
  await expect.poll(() => ehrOf(page)).toBe(TAUGHT.id);
  await doAndConfirm('Switch off', 'plain.localhost', 'Taught, off');
  await expect.poll(() => ehrOf(page)).not.toBe(TAUGHT.id);
  expect(await (await desk.client.api.recipes.$get()).json()).toMatchObject([
    { id: TAUGHT.id, change: { recipe: TAUGHT, off: true } },
  ]);
  await doAndConfirm('Switch on', 'plain.localhost', 'Revision 3');
  await expect.poll(() => ehrOf(page)).toBe(TAUGHT.id);
});

test('a recipe of the extension that the practice replaced says so and is put back, the practice`s own is kept', async () => {
  const own: Recipe = { ...TAUGHT, id: 'openemr', name: 'Our OpenEMR', revision: 99_999_999, hosts: [] };
  await desk.client.api.recipes[':id'].$put({ param: { id: own.id }, json: { recipe: own } });
  await options.evaluate(() => chrome.storage.local.remove('recipes'));
  await options.reload();
  await sidebarText(options, 'The practice’s own, revision 99999999');
  const page = await desk.openChart(desk.stage.ehr.url);
  await expect.poll(() => firstPlaceOf(page)).not.toContain('Fee sheet');
  await options.bringToFront();
  await doAndConfirm('Put back', 'OpenEMR', 'is kept and off');
  await expect.poll(() => firstPlaceOf(page)).toContain('Fee sheet');
  await options.bringToFront();
  await doAndConfirm('Use the practice’s own', 'OpenEMR', 'reads in place of');
  await doAndConfirm('Put back', 'OpenEMR', 'is kept and off');
  await doAndConfirm('Remove the practice’s own', 'OpenEMR', 'Comes with the extension, on any site');
  await expect.poll(recipesOfServer).toMatchObject([{ id: TAUGHT.id }]);
});

test('what was taught is shown with its pages, and is gone once it is removed', async () => {
  await options.waitForSelector('[aria-label="Remove plain.localhost"]');
  const row = await options.$eval('[aria-label="Remove plain.localhost"]', (button) =>
    button.closest('.row')?.textContent?.replace(/\s+/g, ' '),
  );
  expect(row).toContain('Visit. Revision 3');
  await pressInOptions(options, 'Remove plain.localhost');
  await options.waitForSelector('dialog[open]');
  await pressInOptions(options, 'Remove');
  await options.waitForFunction(
    () => document.querySelector('[aria-label="Remove plain.localhost"]') === null,
    IN_ANY_TAB,
  );
  expect(await recipesOfServer()).toEqual([]);
});

test('recipes that the server gives late are put to use in the pages that did not wait for them', async () => {
  await desk.client.api.recipes[':id'].off.$put({ param: { id: 'openemr' } });
  await options.evaluate(() => chrome.storage.local.remove('recipes'));
  const letGo = await holdRecipes();
  const page = await desk.openChart(desk.stage.ehr.url);
  await pageScriptReady(page);
  expect(await ehrOf(page)).toBe('openemr');
  await letGo();
  await expect.poll(() => ehrOf(page)).not.toBe('openemr');
});

const recipesOfServer = async () => (await desk.client.api.recipes.$get()).json();

/** Holds up what the worker asks the server of recipes, until it is let go. */
async function holdRecipes(): Promise<() => Promise<void>> {
  type World = { letGo: () => void };
  const worker = await (await workerTarget(desk.browser)).worker();
  await worker?.evaluate(() => {
    const held = new Promise<void>((resolve) => {
      (globalThis as unknown as World).letGo = resolve;
    });
    const send = globalThis.fetch;
    globalThis.fetch = async (...request) => {
      if (String(request[0]).endsWith('/recipes')) await held;
      return send(...request);
    };
  });
  return async () => worker?.evaluate(() => (globalThis as unknown as World).letGo());
}
