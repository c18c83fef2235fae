/** The sidebar's frame, which loads when a person points at the edge tab: it asks nothing before it is opened. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edgeTab, IN_ANY_TAB, openSidebar } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
});

afterAll(() => desk.close());

const isOurs = (url: string): boolean => url.endsWith('/sidebar.html');

test('is not in the page before that', async () => {
  await edgeTab(page);
  expect(page.frames().filter((frame) => isOurs(frame.url()))).toHaveLength(0);
});

test('loads then, and asks neither page nor server; once opened it shows the visit', async () => {
  await page.bringToFront();
  await (await edgeTab(page)).hover();
  const frame = await page.waitForFrame((each) => isOurs(each.url()));
  await frame.waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
  const before = await frame.evaluate(async () => {
    // Longer than the look at the list of sites takes, after which it would start.
    for (let turn = 0; turn < 20; turn += 1) await chrome.permissions.contains({ permissions: ['storage'] });
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/'));
    return { drawn: document.getElementById('app')?.childElementCount, asked: asked.length };
  });
  expect(before).toEqual({ drawn: 0, asked: 0 });

  const opened = await openSidebar(page);
  expect(opened).toBe(frame);
  await opened.waitForSelector('.bill-bar .button.main');
});
