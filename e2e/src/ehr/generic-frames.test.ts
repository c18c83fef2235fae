/** Frames of pages that no recipe knows, in a real Chromium: what a frame says is taken for nobody's whom it does not name. */
import type { Capture } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addEhrSites,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from './extension.ts';
import { plainCapture } from './plain-capture.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://frames.localhost:8';

let launched: LaunchedBrowser;
let asker: Page;

beforeAll(async () => {
  launched = await launchBrowser();
  await addEhrSites(launched.browser, [ORIGIN]);
  asker = await openOptions(launched.browser);
});
afterAll(() => launched?.close());

const CHART = '<p>MRN: MRN-00417</p><p>DOB: 04/23/1978</p>';
const SERVICES = `<h2>Services</h2><table>
  <tr><th>CPT</th><th>Units</th></tr><tr><td>99213</td><td>1</td></tr></table>`;
const bannerOf = (name: string): string => `<dl><dt>Patient</dt><dd id="name">${name}</dd></dl>`;

/** Opens a page with this body and a frame for each of these, and hands it over. */
async function withFrames(
  banner: string,
  frames: readonly string[],
  use: (page: Page, read: () => Promise<Capture>) => Promise<void>,
): Promise<void> {
  const page = await launched.browser.newPage();
  try {
    await page.setRequestInterception(true);
    const shell =
      banner + frames.map((_, n) => `<iframe name="f${n}" src="/${n}" width="900"></iframe>`).join('');
    page.on('request', (request) => {
      const frame = frames[Number(new URL(request.url()).pathname.slice(1) || NaN)];
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en-US"><body>${frame ?? shell}</body></html>`,
      });
    });
    await page.goto(`${ORIGIN}/`);
    await pageScriptReady(page);
    await use(page, () => ask(asker, page.url(), { type: 'page/read' }));
  } finally {
    await page.close();
  }
}

describe('a frame that names its patient by nothing that the banner names', () => {
  test('is never sure', async () => {
    await withFrames(bannerOf('Examplesson, Tobias'), [CHART + SERVICES], async (_, read) => {
      const { lines, fields, notes } = await read();
      expect(lines[0]?.procedureCode).toMatchObject({ value: '99213', confidence: 0.72 });
      expect(fields['patient.birthDate']).toMatchObject({ value: '1978-04-23', confidence: 0.72 });
      expect(notes).toEqual([]);
    });
  });

  test('stays with the patient under whose banner it came', async () => {
    await withFrames(bannerOf('Quintero, Marta'), [CHART + SERVICES], async (page, read) => {
      expect((await read()).binding.patient).toContain('marta');
      await page.evaluate("document.getElementById('name').textContent = 'Examplesson, Tobias'");
      const capture = await read();
      expect(capture.binding.patient).toContain('tobias');
      expect(plainCapture(capture)).toMatchObject({ lines: [], notes: ['patient-mismatch'] });
      expect(JSON.stringify(capture.fields)).not.toMatch(/1978|00417/);
    });
  });
});

test('services in two frames of one patient are not read, and the page says so', async () => {
  await withFrames(
    bannerOf('Quintero, Marta'),
    [SERVICES, SERVICES.replace('99213', '20610')],
    async (_, read) => {
      const capture = await read();
      expect(plainCapture(capture)).toMatchObject({ diagnoses: [], lines: [], notes: ['partial'] });
    },
  );
});
