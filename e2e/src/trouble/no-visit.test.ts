/** A page without a visit: the sidebar says which page holds it, and reads it once it is there. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEhrSites, IN_ANY_TAB, openSidebar, sidebarText } from '../browser/index.ts';
import { type Office, openOffice } from './set-up.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('no-visit');
});
afterAll(() => office?.close());

/** Opens an address of the look-alike EHRs with the sidebar beside it. */
async function open(address: string) {
  const page = await office.browser.newPage();
  await page.goto(address);
  return { page, sidebar: await openSidebar(page) };
}

describe('page without a visit', () => {
  test('OpenEMR with the encounter summary in sight: names the fee sheet, and reads it when it is opened', async () => {
    const { page, sidebar } = await open(`${office.stage.ehr.url}?start=summary`);
    await sidebarText(sidebar, 'No visit on this page');
    await sidebarText(sidebar, 'No fee sheet is in sight. Open the visit, then Fee Sheet.');

    const forms = await page.waitForFrame((frame) => frame.url().includes('/encounter/forms.php'));
    await forms.click('a[href*="formname=fee_sheet"]');
    await sidebarText(sidebar, 'Bill this visit · $421.00');
    await page.close();
  });

  test('OpenEMR with the patient list in sight: names the fee sheet', async () => {
    const { page, sidebar } = await open(office.stage.ehr.url);
    await sidebarText(sidebar, 'Bill this visit · $421.00');
    await page.click('button[data-tab=fin]');
    await sidebarText(sidebar, 'No fee sheet is in sight. Open the visit, then Fee Sheet.');
    await page.close();
  });

  test('a fee sheet whose visit has no date anywhere: says where the date is, and does not bill', async () => {
    const { page, sidebar } = await open(`${office.stage.ehr.url}?encounter=none`);
    await sidebarText(sidebar, 'The date of service is on the visit form (Visit Summary, Edit).');
    await sidebarText(sidebar, 'to fix before this visit can be billed');
    expect(await sidebar.$eval('.bill-bar button[aria-disabled]', (button) => button.textContent)).toContain(
      'Bill this visit',
    );
    await page.close();
  });

  test('a page of no known EHR: says what kind of page to open', async () => {
    const plain = office.stage.ehr.origin('plain');
    await addEhrSites(office.browser, [plain]);
    const { page, sidebar } = await open(`${plain}/interface/patient_file/history/encounters.php`);
    await sidebarText(sidebar, 'No visit with codes was found on this page.');
    await sidebarText(sidebar, 'Open the patient’s visit, where its codes and charges stand.');
    await page.close();
  });

  describe('a site that was never added', () => {
    let server: Server;
    beforeAll(async () => {
      server = createServer((_, response) => response.end('<!doctype html><title>News</title><p>Weather'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    test('nothing of Claimside is in the page; the side panel says to open a chart or to add the site', async () => {
      const page = await office.browser.newPage();
      await page.goto(`http://news.localhost:${(server.address() as AddressInfo).port}/`);
      expect(await page.$$eval('html > *', (all) => all.map((one) => one.localName))).toEqual([
        'head',
        'body',
      ]);
      const opened = office.browser.waitForTarget((target) => target.url().endsWith('/sidebar.html'));
      const [claimside] = (await office.browser.extensions()).values();
      if (!claimside) throw new Error('no extension');
      await page.triggerExtensionAction(claimside);
      const panel = await (await opened).asPage();
      await panel.waitForFunction(() => document.body.textContent?.includes('No chart here'), IN_ANY_TAB);
      expect(await panel.$eval('.state p', (said) => said.textContent)).toBe(
        'Claimside reads only the EHR sites you added. Open a chart there, or add this site in Options and reload it.',
      );
      await page.close();
    });
  });
});
