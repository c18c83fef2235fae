/** Messages in our own form from whoever can send any: the page, and a page that got hold of our script's world. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRoot } from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { type ReadingBesideHostilePages, startReading } from './reading.ts';

let beside: ReadingBesideHostilePages;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

/** Every form that messages of the extension have, those of no form among them. */
const FORMS = [
  ...['read', 'binding', 'stop', 'recipes-changed', 'gave-up'].map((name) => ({ type: `page/${name}` })),
  { type: 'page/sidebar', action: 'open' },
  { type: 'page/highlight', placeId: 'p1' },
  { type: 'page/resize', width: 640 },
  { type: 'page/dot', state: 'ready' },
  { type: 'page/changed', binding: { documentId: 'x', patient: 'x', visit: 'x', content: 'x' } },
  { type: 'background/placed', place: { edge: 0.9, width: 640 } },
  { type: '__proto__' },
  { type: ['page/stop'] },
  null,
];

const panelIsShown = async () => (await openRoot(page)).$eval('.panel', (panel) => panel.checkVisibility());

describe('the page', () => {
  test('opens, stops and moves nothing by messages and events in our form, however many', async () => {
    page = await beside.open(beside.pages.visit({ below: '<iframe></iframe>' }));
    await page.evaluate((forms) => {
      const channel = new BroadcastChannel('claimside');
      for (let n = 0; n < 500; n += 1)
        for (const form of forms) {
          window.postMessage(form, '*');
          window.frames[0]?.postMessage(form, '*');
          channel.postMessage(form);
          window.dispatchEvent(new MessageEvent('message', { data: form, origin: 'chrome-extension://x' }));
          for (const target of [window, document, document.documentElement.lastElementChild])
            target?.dispatchEvent(new CustomEvent(String(form?.type ?? 'message'), { detail: form }));
        }
    }, FORMS);
    expect(await panelIsShown()).toBe(false);
    expect((await beside.readPlain(page)).lines).toHaveLength(3);
  });

  test('has no way to speak to the extension, by its id or another', async () => {
    page = await beside.open(beside.pages.visit());
    const ways = await page.evaluate(() => {
      const { chrome: given } = globalThis as { chrome?: { runtime?: unknown } };
      return [typeof given?.runtime, 'browser' in globalThis];
    });
    expect(ways).toEqual(['undefined', false]);
  });
});

describe('a page that speaks as our script', () => {
  const asOurScript = async (text: string): Promise<unknown> => {
    const [realm] = page.extensionRealms();
    if (!realm) throw new Error('our script is not in this page');
    return realm.evaluate(text);
  };
  const stored = () => beside.asker.evaluate(() => chrome.storage.local.get(null));

  test('has no interface to tabs, scripts, sites, windows or storage', async () => {
    page = await beside.open(beside.pages.visit());
    expect(
      await asOurScript(
        "['tabs', 'scripting', 'permissions', 'windows', 'action', 'sidePanel', 'cookies', 'management'].filter((name) => Object.values(chrome[name] ?? {}).some((part) => typeof part === 'function'))",
      ),
    ).toEqual([]);
    expect(await asOurScript('chrome.storage.local.get(null).then(() => "read", () => "refused")')).toBe(
      'refused',
    );
    expect(await asOurScript('indexedDB.databases()')).toEqual([]);
  });

  test('stores nothing but a place within its limits, for its own site', async () => {
    page = await beside.open(beside.pages.visit());
    const places = [
      '{ edge: NaN, width: 400 }',
      '{ edge: 0.5, width: "400" }',
      '[]',
      'null',
      '{ edge: 99, width: 1e9, sites: ["<all_urls>"], __proto__: { place: 1 } }',
    ];
    for (const place of places)
      await asOurScript(
        `Promise.race([chrome.runtime.sendMessage({ type: 'background/placed', origin: 'https://other.test', key: 'sites', place: ${place} }), chrome.runtime.sendMessage({ type: 'background/place' })])`,
      );
    const site = beside.pages.origin('hostile');
    await expect
      .poll(stored)
      .toEqual({ sites: [`${site}/*`], [`place:${site}`]: { edge: 0.94, width: 640 } });
  });

  test('is not handed the state of a page by a recipe that is not its site`s, nor by one of its own making', async () => {
    page = await beside.open(beside.pages.visit());
    for (const recipe of [
      '"practice-fusion"',
      '"openemr"',
      '{ pageState: { css: "*", props: ["patient"] } }',
      '"__proto__"',
    ])
      expect(
        await asOurScript(
          `chrome.runtime.sendMessage({ type: 'background/page-state', recipe: ${recipe}, address: location.href })`,
        ),
      ).toBeNull();
  });

  test('reaches no other tab: a page beside it is neither stopped nor opened', async () => {
    const other = await beside.open(beside.pages.visit());
    page = await beside.open(beside.pages.visit());
    for (const form of FORMS)
      await asOurScript(
        `chrome.runtime.sendMessage(${JSON.stringify(form)}).catch(() => null), chrome.runtime.sendMessage({ type: 'background/place' })`,
      );
    const { binding } = await ask(beside.asker, other.url(), { type: 'page/read' });
    expect(binding.patient).toBe('marta quintero|1978-04-12|MRN-00417');
    await other.close();
  });

  test('leaves no chart for the next page that is too large, of no form, or of another patient', async () => {
    const forged = [
      `{ patient: { name: 'marta quintero', birthDate: '1978-04-12' }, fields: { 'patient.middleName': { value: 'X'.repeat(50_000) } } }`,
      '[]',
      '"chart"',
      `{ patient: { name: 'somebody else', birthDate: '1978-04-12', chartNumber: 'MRN-00417' }, fields: { 'patient.middleName': { value: 'Wrong', raw: 'Wrong', placeId: '', place: 'x', confidence: 1 } } }`,
    ];
    page = await beside.open(beside.pages.visit());
    for (const chart of forged) {
      await page.goto(beside.pages.page('<!doctype html><p>Nobody'));
      await expect
        .poll(() =>
          asOurScript(
            `chrome.runtime.sendMessage({ type: 'background/chart-left', chart: ${chart} }).then(() => true)`,
          ),
        )
        .toBe(true);
      await page.goto(beside.pages.visit());
      await expect
        .poll(() =>
          ask(beside.asker, page.url(), { type: 'page/read' }).then(
            ({ fields }) => Object.keys(fields).length,
            () => 0,
          ),
        )
        .toBe(17);
      expect(await beside.readPlain(page)).not.toMatchObject({
        fields: { 'patient.middleName': expect.anything() },
      });
    }
  });
});
