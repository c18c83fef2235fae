/** Small pages that no recipe knows, made by a test and read by the page script in a real Chromium. */
import type { Capture } from '@claimside/shared/capture';
import {
  addEhrSites,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from './extension.ts';

/** Answered here: nothing listens there. */
const ORIGIN = 'http://generic.localhost:8';

/** Without a patient nothing on a page is certain. */
const PATIENT =
  '<fieldset><legend>Patient</legend><label>Last name <input value="Tester"></label>' +
  '<label>First name <input value="Anna"></label><label>Date of birth <input value="04/12/1978"></label></fieldset>';

export interface MadePages {
  /** The capture of a page with this body behind its patient. */
  readPage(body: string, patient?: string): Promise<Capture>;
  close(): Promise<void>;
}

export async function startMadePages(): Promise<MadePages> {
  const launched: LaunchedBrowser = await launchBrowser();
  await addEhrSites(launched.browser, [ORIGIN]);
  const asker = await openOptions(launched.browser);
  return {
    close: () => launched.close(),
    async readPage(body, patient = PATIENT) {
      const page = await launched.browser.newPage();
      try {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          void request.respond({
            contentType: 'text/html; charset=utf-8',
            body: `<!doctype html><html lang="en"><body>${patient}${body}</body></html>`,
          });
        });
        await page.goto(`${ORIGIN}/visit`);
        await pageScriptReady(page);
        return await ask(asker, page.url(), { type: 'page/read' });
      } finally {
        await page.close();
      }
    },
  };
}

/** A table from its heading and its rows, cells split at bars. */
export function table(heading: string, header: string, ...rows: string[]): string {
  const row = (cells: string, cell: string): string =>
    `<tr>${cells
      .split('|')
      .map((text) => `<${cell}>${text.trim()}</${cell}>`)
      .join('')}</tr>`;
  return `<h2>${heading}</h2><table>${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

export const list = (heading: string, ...items: string[]): string =>
  `<h2>${heading}</h2><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;
