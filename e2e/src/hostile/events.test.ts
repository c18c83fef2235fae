/** Events that no person made: they open nothing, bill nothing, and keep nobody busy. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openOptions, openRoot } from '../browser/index.ts';
import { billButtonPoint, type HostileDesk, isAwake, openHostileDesk } from './desk.ts';

let desk: HostileDesk;
let page: Page;

beforeAll(async () => {
  desk = await openHostileDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const ours = "[...document.documentElement.children].find((child) => child.localName.includes('-'))";

test('clicks, touches and keys that a script makes on our element do not open it', async () => {
  page = await desk.openChart(desk.pages.visit());
  const root = await openRoot(page);
  await page.evaluate(`{
    const host = ${ours};
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchstart'])
      host.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: 1430, clientY: 450 }));
    for (const key of ['Enter', ' ', 'ArrowUp', 'b'])
      host.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: key === 'b', bubbles: true, composed: true }));
    host.click();
    host.focus();
    document.elementFromPoint(1430, 450).click();
  }`);
  expect(await root.$eval('.panel', (panel) => panel.checkVisibility())).toBe(false);
  expect(await root.$eval('.tab', (tab) => (tab as HTMLElement).style.top)).toBe('50%');
});

test('keys and clicks that a script makes do not bill, nor do a person`s keys that the page tries to lead into us', async () => {
  const opened = await desk.openVisit();
  page = opened.page;
  const { x, y } = await billButtonPoint(page, opened.sidebar);
  await page.evaluate(
    ([left, top]) => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      for (const target of [host, document, window, document.body])
        for (const init of [
          { key: 'Enter', ctrlKey: true },
          { key: 'b', altKey: true },
        ])
          target?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true }));
      document
        .elementFromPoint(left ?? 0, top ?? 0)
        ?.dispatchEvent(
          new MouseEvent('click', { clientX: left ?? 0, clientY: top ?? 0, bubbles: true, composed: true }),
        );
    },
    [x, y],
  );
  await page.click('#last');
  await page.evaluate(`${ours}.focus()`);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  expect(await isAwake(opened.sidebar)).toBe(true);
  expect(await desk.claims()).toEqual([]);
});

test('a flood of made-up events of leaving and coming back asks nothing of the rest of the extension', async () => {
  const { page: chart } = await desk.openVisit();
  page = chart;
  const listener = await openOptions(desk.browser);
  await listener.evaluate(() => {
    Object.assign(window, { heard: [] });
    chrome.runtime.onMessage.addListener((message: { type: string }) => {
      (window as unknown as { heard: string[] }).heard.push(message.type);
    });
  });
  await chart.evaluate(() => {
    for (let n = 0; n < 2_000; n += 1) {
      document.dispatchEvent(new Event('visibilitychange'));
      for (const type of ['pagehide', 'pageshow', 'resize', 'hashchange', 'popstate', 'focus'])
        window.dispatchEvent(new Event(type));
    }
  });
  // What our script told before this question is told before its answer.
  await chart.extensionRealms()[0]?.evaluate(() => chrome.runtime.sendMessage({ type: 'background/place' }));
  const heard = await listener.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await listener.close();
  expect(heard.filter((type) => type !== 'background/place')).toEqual([]);
});
