/** How pages are read, in the options page: a recipe switched off and on, one that was taught removed; pages follow at once. */
import type { Recipe } from '@claimside/shared/recipe';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, openOptions, pageScriptReady, pressInOptions, sidebarText } from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
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

test('a recipe of the extension is switched off and on for the practice, and an open page is read so at once', async () => {
  const page = await desk.openChart(desk.stage.ehr.url);
  await expect.poll(() => ehrOf(page)).toBe('openemr');
  await doAndConfirm('Switch off', 'OpenEMR', 'Off');
  await expect.poll(() => ehrOf(page)).not.toBe('openemr');
  await doAndConfirm('Switch on', 'OpenEMR', 'On');
  await expect.poll(() => ehrOf(page)).toBe('openemr');
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
  expect(await (await desk.client.api.recipes.$get()).json()).toEqual([]);
});

test('recipes that the server gives late are put to use in the pages that did not wait for them', async () => {
  await desk.client.api.recipes[':id'].$put({ param: { id: 'openemr' }, json: { off: true } });
  await options.evaluate(() => chrome.storage.local.remove('recipes'));
  const letGo = await holdRecipes();
  const page = await desk.openChart(desk.stage.ehr.url);
  await pageScriptReady(page);
  expect(await ehrOf(page)).toBe('openemr');
  await letGo();
  await expect.poll(() => ehrOf(page)).not.toBe('openemr');
});

/** Holds up what the worker asks the server of recipes, until it is let go. */
async function holdRecipes(): Promise<() => Promise<void>> {
  type World = { letGo: () => void };
  const target = await desk.browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.worker();
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
