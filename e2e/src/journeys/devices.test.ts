/** Paired browsers: made with a code, limited by their role, ended by an admin; and where their token can't be found. */
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addEhrSites,
  edgeTab,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  openSidebar,
  pressBill,
  pressInOptions,
  setUpBrowser,
  sidebarText,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { progressShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
/** The admin's options page, in the first browser. */
let options: Page;
/** The clinician's browser. */
let second: LaunchedBrowser;

beforeAll(async () => {
  desk = await openDesk();
  options = await openOptions(desk.browser);
});
afterAll(async () => {
  await second?.close();
  await desk?.close();
});

const launchSecond = () =>
  launchBrowser({ userDataDir: join(desk.dataDir, 'second-browser'), extension: 'kept' });

test('a site that is the server`s own address is removed, and the browser reaches its server as before', async () => {
  const { origin, host } = new URL(desk.stage.server.url);
  await addEhrSites(desk.browser, [origin]);
  await options.reload();
  await pressInOptions(options, `Remove ${origin}`);
  await sidebarText(options, `${host} was removed`);
  const mayReach = () =>
    options.evaluate((address) => chrome.permissions.contains({ origins: [`${address}/*`] }), origin);
  expect(await mayReach()).toBe(true);
});

describe('a clinician`s browser', () => {
  test('is paired with a code of the admin`s options page, bills, and sees no payments', async () => {
    await pressInOptions(options, 'Make a code');
    const code = await options.waitForSelector('.shown-code strong');
    second = await launchSecond();
    await setUpBrowser(second.browser, {
      serverUrl: desk.stage.server.url,
      code: (await code?.evaluate((one) => one.textContent)) ?? '',
      ehrs: [desk.stage.ehr.origin('openemr')],
    });

    const page = await second.browser.newPage();
    await page.goto(desk.stage.ehr.url);
    await expect.poll(() => tabLabel(page)).toBe('Bill this visit (ready to bill)');
    const sidebar = await openSidebar(page);
    await pressBill(page, sidebar);
    await progressShows(sidebar, 'paid');
    expect(await sidebar.$$eval('[role=tab]', (tabs) => tabs.map((tab) => tab.textContent))).toEqual([
      'This visit',
      'Claims',
    ]);
  });

  test('is still paired after a restart, in a new process', async () => {
    await second.close();
    second = await launchSecond();
    const page = await second.browser.newPage();
    await page.goto(desk.stage.ehr.url);
    expect((await progressShows(await openSidebar(page), 'paid')).status).toBe('Paid');
  });

  test('keeps its token where neither storage areas, nor the page, nor our script in it can be asked for it', async () => {
    const ofExtension = await openOptions(second.browser);
    const token = await ofExtension.evaluate(storedToken);
    expect(token).toMatch(/^[\w-]{22,}$/);

    const areas = await ofExtension.evaluate(() =>
      Promise.all([chrome.storage.local.get(), chrome.storage.session.get(), chrome.storage.sync.get()]),
    );
    expect(areas[0]).toHaveProperty('sites');
    expect(JSON.stringify(areas)).not.toContain(token);

    const page = await second.browser.newPage();
    await page.goto(desk.stage.ehr.url);
    const sidebar = await openSidebar(page);
    await progressShows(sidebar, 'paid');
    for (const frame of page.frames()) expect(await frame.content()).not.toContain(token);
    expect(await page.evaluate(textOfWindow)).not.toContain(token);
    expect(await sidebar.evaluate(textOfWindow)).not.toContain(token);
    const refusals = await page.extensionRealms()[0]?.evaluate(() => {
      const ask = (area: chrome.storage.StorageArea) =>
        area.get(null).then(
          () => 'read',
          () => 'refused',
        );
      return Promise.all([ask(chrome.storage.local), ask(chrome.storage.session)]);
    });
    expect(refusals).toEqual(['refused', 'refused']);
    await page.close();
  });

  test('revoked by the admin: its next request is refused, and the sidebar says what to do', async () => {
    const ofExtension = await openOptions(second.browser);
    const token = await ofExtension.evaluate(storedToken);
    await ofExtension.close();
    const page = await second.browser.newPage();
    await page.goto(desk.stage.ehr.url);
    const sidebar = await openSidebar(page);
    await progressShows(sidebar, 'paid');

    await options.reload();
    await options.locator('::-p-xpath(//li[contains(., "clinician")]//button)').click();
    await pressInOptions(options, 'Revoke');
    await options.waitForFunction(() => document.body.textContent?.includes('Revoked'), IN_ANY_TAB);

    await sidebarText(sidebar, 'This browser is no longer paired');
    await sidebarText(
      sidebar,
      'An admin has revoked this browser, or it was not used for long. Ask your admin for a new code. Pair it again in Options.',
    );
    expect(await sidebar.$$eval('main button', (buttons) => buttons.map((one) => one.textContent))).toEqual([
      'Pair this browser',
    ]);
    const answer = await fetch(`${desk.stage.server.url}/api/v1/claims`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
    for (const own of ['worklists', 'reports', 'patients']) {
      const opened = await second.browser.newPage();
      await opened.goto(new URL(`/${own}.html`, sidebar.url()).href);
      await sidebarText(opened, 'An admin has revoked this browser, or it was not used for long.');
      expect(await opened.$('.skeleton')).toBeNull();
      expect(await troubles(opened)).toEqual([]);
      await opened.close();
    }
    expect(await tabLabel(page)).toBe('Close Claimside (needs a look)');
    await page.reload();
    await expect.poll(() => tabLabel(page)).toBe('Bill this visit (needs a look)');
  });
});

describe('an admin`s own browser', () => {
  const ask = async () => {
    await options.locator('::-p-xpath(//li[contains(., "(this browser)")]//button)').click();
    await options.waitForSelector('dialog[open]');
    return options.$eval('dialog[open]', (dialog) => dialog.textContent);
  };

  test('that is the last admin`s is given up only with the way back in sight', async () => {
    await options.reload();
    await options.waitForSelector('[aria-label^="Revoke "]');
    // The stage has another admin, without a browser.
    expect(await ask()).not.toContain('the last admin’s');
    await pressInOptions(options, 'Cancel');
    const session = await (await desk.client.api.session.$get()).json();
    if (!('deviceId' in session)) throw new Error('no session');
    await desk.client.api.devices[':id'].$delete({ param: { id: session.deviceId } });
    await options.reload();
    await options.waitForSelector('[aria-label^="Revoke "]');
    expect(await ask()).toContain('pnpm --silent claimside pair --role admin --data ~/claimside-data');
    expect(await troubles(options)).toEqual([]);
  });

  test('revoked, it says at once that it is no longer paired, and how it is again', async () => {
    await pressInOptions(options, 'Revoke');
    await sidebarText(options, 'This browser is no longer paired');
    await sidebarText(options, 'Pair this browser again');
    expect(await options.$('#devices')).toBeNull();
    expect(await options.$('#practice')).toBeNull();
    expect(await troubles(options)).toEqual([]);
  });
});

/** The name of the tab at the page's edge, which says how the visit stands. */
async function tabLabel(page: Page): Promise<string | null> {
  return (await edgeTab(page)).evaluate((tab) => tab.getAttribute('aria-label'));
}

/** Runs in a page of the extension, the only origin that can open this database. */
function storedToken(): Promise<string> {
  return new Promise((resolve, refuse) => {
    const opening = indexedDB.open('claimside');
    opening.onerror = () => refuse(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('device').objectStore('device').get('credentials');
      reading.onsuccess = () => {
        opening.result.close();
        resolve(String(reading.result?.token));
      };
    };
  });
}

/** Everything of a window's own that can be written as text, and its storages. */
function textOfWindow(): string {
  const own = Object.getOwnPropertyNames(window).map((name) => {
    try {
      return JSON.stringify((window as unknown as Record<string, unknown>)[name]) ?? '';
    } catch {
      return '';
    }
  });
  return [...own, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie].join('\n');
}
