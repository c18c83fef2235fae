/** Fixtures of EHRs, served at the addresses of the product, give to the last word the capture that stands beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addEhrSites,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from './extension.ts';

const EHR_DIR = join(import.meta.dirname, '../../../extension/src/ehr');
/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://fixtures.localhost:8';

interface Fixture {
  /** Address of each document, the first is the top one; the file in `fixtures`. */
  readonly documents: Readonly<Record<string, string>>;
  /** The capture, without names of places and document ids. Others are held by the scorecard alone. */
  readonly capture?: unknown;
}

const CASES = readdirSync(EHR_DIR, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'normalise')
  .flatMap(({ name }) => readdirSync(join(EHR_DIR, name, 'expected')).map((file) => [name, file] as const))
  .filter(([ehr, file]) => fixtureOf(ehr, file).capture !== undefined);

function fixtureOf(ehr: string, file: string): Fixture {
  return JSON.parse(readFileSync(join(EHR_DIR, ehr, 'expected', file), 'utf8')) as Fixture;
}

let launched: LaunchedBrowser;
let asker: Page;

beforeAll(async () => {
  launched = await launchBrowser();
  await addEhrSites(launched.browser, [ORIGIN]);
  asker = await openOptions(launched.browser);
});
afterAll(() => launched?.close());

test.each(CASES)('%s: %s', async (ehr, file) => {
  const { documents, capture } = fixtureOf(ehr, file);
  const page = await launched.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, pathname, search } = new URL(request.url());
    const fixture = origin === ORIGIN ? documents[pathname + search] : undefined;
    if (fixture === undefined) return void request.respond({ status: 404, contentType: 'text/html' });
    const body = readFileSync(join(EHR_DIR, ehr, 'fixtures', fixture));
    void request.respond({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(`${ORIGIN}${Object.keys(documents)[0]}`);
  await pageScriptReady(page);
  const read = await ask(asker, page.url(), { type: 'page/read' });
  await page.close();
  expect(withoutIds(read)).toEqual(capture);
});

/** Made anew at each reading, or a digest of what stands beside it. */
const NOT_EXPECTED: readonly string[] = ['placeId', 'documentId', 'content'];

/** What is the same at every reading. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (NOT_EXPECTED.includes(key) ? undefined : part)),
  );
}
