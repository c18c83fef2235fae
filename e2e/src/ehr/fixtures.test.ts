/** Fixtures of EHRs, served at the addresses of the product, give to the last word the capture that stands beside them. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addEhrSites,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { casesOf, ehrFolders, fixtureText } from '../scorecard/cases.ts';
import { ask } from './extension.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://fixtures.localhost:8';

const CASES = ehrFolders()
  .flatMap(casesOf)
  .filter(({ capture }) => capture !== undefined)
  .map((one) => [one.ehr, one.name, one] as const);

let launched: LaunchedBrowser;
let asker: Page;

beforeAll(async () => {
  launched = await launchBrowser();
  await addEhrSites(launched.browser, [ORIGIN]);
  asker = await openOptions(launched.browser);
});
afterAll(() => launched?.close());

test.each(CASES)('%s: %s', async (_ehr, _name, one) => {
  const { documents, capture } = one;
  const page = await launched.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, pathname, search } = new URL(request.url());
    const fixture = origin === ORIGIN ? documents[pathname + search] : undefined;
    if (fixture === undefined) return void request.respond({ status: 404, contentType: 'text/html' });
    void request.respond({ contentType: 'text/html; charset=utf-8', body: fixtureText(one, fixture) });
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
