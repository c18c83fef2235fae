/** What the visit page lacks is on another page of the EHR: the way there is pointed at, and taken by the person alone. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openRoot, openSidebar, sidebarText } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const INSURANCE = "The insurance is on the patient's Dashboard, under Insurance.";
const showLink = `::-p-xpath(//*[contains(@class, "banner")][contains(., "${INSURANCE}")]//button)`;

/** A chart whose Dashboard was not opened yet; `banners` is how often the patient's name leads there. */
async function openChart(banners: number) {
  page = await desk.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().includes('/summary/demographics.php')) return void request.continue();
    void request.respond({ contentType: 'text/html', body: '<!doctype html><title>Not opened yet</title>' });
  });
  await page.goto(desk.stage.ehr.url);
  await page.$eval(
    'a.ptName',
    (link, count) => {
      link.addEventListener('click', () => document.body.setAttribute('data-pressed', 'yes'));
      for (let more = 1; more < count; more += 1) link.after(link.cloneNode(true));
    },
    banners,
  );
  return openSidebar(page);
}
const outlined = async () =>
  (await openRoot(page)).$eval('.outline', (box) => {
    const { style } = box as HTMLElement;
    return [style.left, style.top].map((place) => Math.round(Number.parseFloat(place) + 3));
  });
const linkStands = () =>
  page.$eval('a.ptName', (link) => {
    const { x, y } = link.getBoundingClientRect();
    return [x, y].map(Math.round);
  });

test('the link is outlined and not pressed; the person presses it, and the outline is gone', async () => {
  const sidebar = await openChart(1);
  await sidebarText(sidebar, INSURANCE);
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, showLink);
  await (await openRoot(page)).waitForSelector('.outline:not([hidden])');
  expect(await outlined()).toEqual(await linkStands());
  expect(await page.$eval('body', (body) => body.getAttribute('data-pressed'))).toBeNull();

  await page.click('a.ptName');
  expect(await page.$eval('body', (body) => body.getAttribute('data-pressed'))).toBe('yes');
  await (await openRoot(page)).waitForSelector('.outline[hidden]');
});

test('where two links lead there, the sentence stays alone', async () => {
  const sidebar = await openChart(2);
  await sidebarText(sidebar, INSURANCE);
  expect(await sidebar.$$(showLink)).toEqual([]);
});
