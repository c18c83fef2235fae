/** A practice with everything real around it, and a Chromium that is paired to it by its options page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaimDetail, PracticeSettings, Role } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import pino from 'pino';
import type { Browser, Page } from 'puppeteer';
import { launchBrowser, setUpBrowser } from '../browser/index.ts';
import {
  type ApiClient,
  pairClient,
  STAGE_PRACTICE,
  type Stage,
  type StageOptions,
  startStage,
} from '../stage/index.ts';

/** Takes the insurances of both patients of the look-alike EHR. */
export const DESK_PRACTICE: PracticeSettings = {
  ...STAGE_PRACTICE,
  payers: [
    ...STAGE_PRACTICE.payers,
    {
      payerId: '00621',
      name: 'Blue Cross Blue Shield of Illinois',
      claimFilingIndicator: 'BL',
      aliases: [],
    },
    { payerId: '12102', name: 'Medicare Part B', claimFilingIndicator: 'MB', aliases: [] },
  ],
};

export interface Desk {
  readonly stage: Stage;
  /** An admin without a browser, who looks at what the server knows. */
  readonly client: ApiClient;
  readonly browser: Browser;
  readonly dataDir: string;
  /** Opens a page of the look-alike EHR in a new tab. */
  openChart(url: string): Promise<Page>;
  /** Every claim the server has, the newest first. */
  claims(): Promise<ClaimDetail[]>;
  /** The newest claim once the server says that it has this status. */
  newestClaimOnce(status: ClaimStatus): Promise<ClaimDetail>;
  close(): Promise<void>;
}

/** Starts everything, pairs the browser, as an admin where nothing else is said, and adds the look-alike sites, `hostnames` among them. */
export async function openDesk(
  hostnames: readonly string[] = [],
  { role = 'admin', ...options }: Pick<StageOptions, 'ahead'> & { readonly role?: Role } = {},
): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'claimside-journey-'));
  const stage = await startStage({
    dataDir,
    log: pino({ level: 'silent' }),
    practice: DESK_PRACTICE,
    ...options,
  });
  const client = await pairClient(stage.server.url, stage.server.ownerCode ?? '');
  const { browser, close } = await launchBrowser({ hostnames });
  await setUpBrowser(browser, {
    serverUrl: stage.server.url,
    code: await client.pairingCode(role),
    ehrs: [
      ...['openemr', 'plain'].map((name) => stage.ehr.origin(name)),
      ...hostnames.map(stage.ehr.originAs),
    ],
  });

  const claims = async () => {
    const response = await client.api.claims.$get({ query: {} });
    if (!response.ok) throw new Error(`no claims: ${response.status}`);
    return Promise.all((await response.json()).claims.map(({ id }) => client.claim(id)));
  };
  return {
    stage,
    client,
    browser,
    dataDir,
    claims,
    async openChart(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async newestClaimOnce(status) {
      let newest: ClaimDetail | undefined;
      await client.follow(async () => {
        [newest] = await claims();
        return newest?.status === status;
      });
      if (!newest) throw new Error('no claim');
      return newest;
    },
    async close() {
      await close();
      await stage.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
