/** A practice at work: sandbox clearinghouse, server, look-alike EHR, and a paired Chromium; quiet and quick. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaimDetail } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { pino } from 'pino';
import type { Browser, Frame, Page } from 'puppeteer';
import { clickInSidebar, IN_ANY_TAB, launchBrowser, openSidebar, setUpBrowser } from '../browser/index.ts';
import { type ApiClient, pairClient, type Stage, startStage } from '../stage/index.ts';

export const SILENT = pino({ level: 'silent' });

/** A folder of a test file's own, and the way to remove it. */
export function temporaryFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `claimside-${name}-`));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** A chart with the sidebar open beside it. */
export interface Chart {
  readonly page: Page;
  readonly sidebar: Frame;
}

export interface Office {
  readonly dataDir: string;
  readonly stage: Stage;
  /** Looks at what the server knows, as an admin without a browser. */
  readonly client: ApiClient;
  readonly browser: Browser;
  /**
   * Opens a visit of its own in a new tab: the patient and the codes are always the same, number, date and member id are
   * the visit's. Two visits of one office differ in the last two digits of their numbers, and so in their dates.
   */
  openVisit(number: number, memberId?: string): Promise<Chart>;
  /** The claims of the practice once the newest has this status. */
  claimsOnce(status: ClaimStatus): Promise<ClaimDetail[]>;
  close(): Promise<void>;
}

/** `reach` gives the address under which the browser reaches the server; the server's own when absent. */
export async function openOffice(
  name: string,
  reach: (serverUrl: string) => Promise<string> = async (serverUrl) => serverUrl,
): Promise<Office> {
  const folder = temporaryFolder(name);
  const stage = await startStage({ dataDir: folder.path, log: SILENT });
  const client = await pairClient(stage.server.url, stage.server.ownerCode ?? '');
  const { browser, close } = await launchBrowser();
  await setUpBrowser(browser, {
    serverUrl: await reach(stage.server.url),
    code: await client.pairingCode('admin'),
    ehrs: [new URL(stage.ehr.url).origin],
  });
  return {
    dataDir: folder.path,
    stage,
    client,
    browser,
    async openVisit(number, memberId) {
      const page = await browser.newPage();
      page.setDefaultTimeout(50_000); // longer than the longest pause between two tries of the exchange in a test
      const address = new URL(stage.ehr.url);
      if (memberId) address.searchParams.set('member', memberId);
      address.searchParams.set('encounter', `${daysBefore('2026-11-16', number % 100)} (${number})`);
      await page.goto(address.href);
      return { page, sidebar: await openSidebar(page) };
    },
    async claimsOnce(status) {
      let claims: ClaimDetail[] = [];
      await client.follow(async () => {
        const listed = await client.api.claims.$get({ query: {} });
        if (!listed.ok) throw new Error(`no claims: ${listed.status}`);
        const { claims: summaries } = await listed.json();
        claims = await Promise.all(summaries.map(({ id }) => client.claim(id)));
        return claims[0]?.status === status;
      });
      return claims;
    },
    async close() {
      await close();
      await stage.close();
      folder.remove();
    },
  };
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The text of the first element that fits, once there is one. */
export async function textOf(place: Page | Frame, selector: string): Promise<string> {
  const element = await place.waitForSelector(selector);
  return (await element?.evaluate((found) => found.textContent?.trim())) ?? '';
}

/** Chooses one of the sidebar's views by its name. */
export async function openView({ page, sidebar }: Chart, name: string): Promise<void> {
  await clickInSidebar(page, sidebar, `::-p-xpath(//*[@role="tab"][contains(., "${name}")])`);
}

/** Waits until the sidebar no longer shows this text. */
export async function textGone(sidebar: Frame, text: string): Promise<void> {
  await sidebar.waitForFunction(
    (unwanted) => !document.body.textContent?.includes(unwanted),
    IN_ANY_TAB,
    text,
  );
}
