/** Presses the buttons that a person would, and photographs what they would see. */
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { IN_ANY_TAB, openSidebar, pressBill, sidebarText } from '../browser/index.ts';

export async function billVisit(page: Page, screenshots: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, '1-chart.png') });
  const sidebar = await openSidebar(page);
  await sidebar.waitForFunction(
    () => document.querySelector('.button.main:not([aria-disabled="true"])') !== null,
    IN_ANY_TAB,
  );
  await page.screenshot({ path: join(screenshots, '2-this-visit.png') });
  await pressBill(page, sidebar);
  await sidebarText(sidebar, 'Timeline');
}

/** The claim with all its answers, as the sidebar shows it beside the chart. */
export async function photographAnswer(page: Page, screenshots: string): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 300 });
  await page.screenshot({ path: join(screenshots, '3-answered.png') });
}
