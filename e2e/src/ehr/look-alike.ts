/** The look-alike EHRs in a browser with the extension, unpaired: their pages are opened and read as a person goes about in them. */
import type { Capture } from '@claimside/shared/capture';
import type { Browser, Frame, Page } from 'puppeteer';
import {
  addEhrSites,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from './extension.ts';
import { type EhrServer, startEhr } from './start.ts';

export interface LookAlike {
  readonly ehr: EhrServer;
  readonly browser: Browser;
  /** Stands where the sidebar stands: may ask page scripts. */
  readonly asker: Page;
  /** A new tab with this page, once our script and, in OpenEMR, the visit are in it. */
  withPage(url: string, use: (page: Page) => Promise<void>): Promise<void>;
  read(page: Page): Promise<Capture>;
  close(): Promise<void>;
}

export async function startLookAlike(): Promise<LookAlike> {
  const ehr = await startEhr();
  let launched: LaunchedBrowser | undefined;
  const close = async () => {
    await launched?.close();
    await ehr.close();
  };
  try {
    launched = await launchBrowser();
    const { browser } = launched;
    await addEhrSites(
      browser,
      ['openemr', 'plain'].map((name) => ehr.origin(name)),
    );
    const asker = await openOptions(browser);
    return {
      ehr,
      browser,
      asker,
      async withPage(url, use) {
        const page = await browser.newPage();
        try {
          await page.goto(url);
          await pageScriptReady(page);
          if (url.startsWith(ehr.url)) await frameReady(page, /fee_sheet|forms\.php/);
          await use(page);
        } finally {
          await page.close();
        }
      },
      read: (page) => ask(asker, page.url(), { type: 'page/read' }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The frame of OpenEMR that shows this address now. */
export function frameAt(page: Page, part: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes(part));
  if (!frame) throw new Error(`no frame shows ${part}`);
  return frame;
}

/** Waits for a frame with such an address; the encounter tab replaces its inner frame's after it has loaded. */
export async function frameReady(page: Page, address: RegExp): Promise<Frame> {
  const frame = await page.waitForFrame((inner) => address.test(inner.url()));
  await frame.waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
  return frame;
}

export async function showTab(page: Page, name: string): Promise<void> {
  await page.click(`#tabs button[data-tab=${name}]`);
}

/** By the finder: the banner changes, and the visit of the patient before stays loaded in its tab. */
export async function choosePatient(page: Page, pid: number): Promise<void> {
  await showTab(page, 'fin');
  const loaded = frameReady(page, new RegExp(`demographics\\.php\\?set_pid=${pid}`));
  await frameAt(page, 'finder').click(`#pid_${pid}`);
  await loaded;
}

export async function openVisit(page: Page, pid: number): Promise<void> {
  await page.evaluate(`openEncounter(${pid})`);
  await sheetOf(page, pid);
}

/** Waits for the fee sheet of this patient. */
export const sheetOf = (page: Page, pid: number): Promise<Frame> =>
  frameReady(page, new RegExp(`fee_sheet&set_pid=${pid}`));
