/** From the chart to the claim's timeline and back with the keyboard alone; what has the focus can be seen all the way. */
import type { Frame, KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  edgeTab,
  openRoot,
  openSidebar,
  sidebarFrame,
  sidebarText,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { claimShows } from './shown.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

async function chord(page: Page, held: KeyInput, key: KeyInput): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

/** What has the focus in the sidebar: by path or name, and whether a ring is drawn around it where a person can see it. */
const focus = (sidebar: Frame) =>
  sidebar.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { on: '', isSeen: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { left, top, bottom, width, height } = at.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      on: at.dataset.path ?? at.getAttribute('aria-label') ?? at.textContent ?? '',
      isSeen:
        at.matches(':focus-visible') &&
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        top >= 0 &&
        bottom <= innerHeight &&
        (at.contains(over) || over?.contains(at) === true),
    };
  });

/** Presses Tab until this has the focus; every stop on the way can be seen. */
async function tabTo(page: Page, sidebar: Frame, name: string): Promise<void> {
  for (let steps = 0; ; steps += 1) {
    const { on, isSeen } = await focus(sidebar);
    if (on !== '') expect({ on, isSeen }).toEqual({ on, isSeen: true });
    if (on.startsWith(name)) return;
    if (steps > 60) throw new Error(`${name} cannot be reached`);
    await page.keyboard.press('Tab');
  }
}

test('the edge tab, the values to look at, the bill, the timeline, and Escape to the chart', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?vague=1`);
  await edgeTab(page);
  const onEdgeTab = async () =>
    (await openRoot(page)).evaluate((root) => (root as unknown as ShadowRoot).activeElement?.localName ?? '');
  const inChart = () =>
    page.evaluate(() => (document.hasFocus() ? document.activeElement?.outerHTML : undefined));
  let before: string | undefined;
  for (let steps = 0; (await onEdgeTab()) !== 'button'; steps += 1) {
    if (steps > 40) throw new Error('the edge tab cannot be reached');
    before = await inChart();
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const sidebar = await sidebarFrame(page);
  await sidebarText(sidebar, 'Look at 2 values before billing');

  await expect.poll(() => sidebar.evaluate(() => document.hasFocus())).toBe(true);
  await page.keyboard.press('F8');
  await expect.poll(() => focus(sidebar)).toEqual({ on: 'patient.lastName', isSeen: true });
  await chord(page, 'Alt', 'Enter');
  await sidebarText(sidebar, 'Look at 1 value before billing');
  await page.keyboard.press('F8');
  await expect.poll(() => focus(sidebar)).toEqual({ on: 'patient.address.postalCode', isSeen: true });
  await chord(page, 'Alt', 'Enter');
  await sidebar.waitForSelector('.bill-bar .button.main:not([aria-disabled="true"])');

  await chord(page, 'Control', 'Enter');
  await claimShows(sidebar, 'paid');
  // The button that had the focus is gone; what became of the visit has it.
  expect(await focus(sidebar)).toEqual({ on: expect.stringMatching(/^Paid/), isSeen: true });
  await tabTo(page, sidebar, 'Copy our claim number');

  await chord(page, 'Shift', 'Tab');
  await page.keyboard.press('Escape');
  // Where it was in the chart before.
  await expect.poll(() => inChart()).toBe(before);
});

test('opened by a click, the sidebar has the focus: its keys work at once', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?date=2026-11-19`);
  const sidebar = await openSidebar(page);
  await sidebar.waitForSelector('.bill-bar .button.main:not([aria-disabled="true"])');
  expect(await sidebar.evaluate(() => document.hasFocus())).toBe(true);
  await chord(page, 'Control', 'Enter');
  await claimShows(sidebar, 'paid');
});

test('Escape leaves what is being changed first, and only the next one goes back to the chart', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?date=2026-11-20`);
  const sidebar = await openSidebar(page);
  await clickInSidebar(page, sidebar, '[aria-label="Change visit"]');
  await sidebar.focus('section:has([aria-label="Done with visit"]) .group-fields .input');
  await page.keyboard.press('Escape');
  await expect.poll(() => focus(sidebar)).toMatchObject({ on: 'Change visit' });
  expect(await sidebar.evaluate(() => innerWidth > 0)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
});
