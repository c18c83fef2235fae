/** A visit of the look-alike EHR in a tab of its own, billed as a person does it. */
import type { Frame, Page } from 'puppeteer';
import { openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import type { Desk } from './desk.ts';

/** `visit`: its number, whose last digit is that of its day; the member ID chooses the answer. */
export async function billVisit(
  desk: Desk,
  visit: number,
  memberId: string,
): Promise<{ readonly page: Page; readonly sidebar: Frame }> {
  const encounter = `2026-11-1${visit % 10} (${visit})`;
  const page = await desk.openChart(`${desk.stage.ehr.url}?member=${memberId}&encounter=${encounter}`);
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, memberId);
  await pressBill(page, sidebar);
  return { page, sidebar };
}
