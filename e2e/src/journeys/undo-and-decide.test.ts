/** What a person can still do about a claim on its way: take it back before it is sent, settle a delivery in doubt. */
import { openDataFolder } from '@claimside/server/data-folder';
import { connectClearinghouse } from '@claimside/server/practice';
import { systemRuntime } from '@claimside/server/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { type Office, openOffice, SILENT, textOf } from '../trouble/set-up.ts';

const HOUR = 3_600_000;
let office: Office;
beforeAll(async () => {
  office = await openOffice('undo');
});
afterAll(() => office?.close());

/** Sets how long claims wait for company, as an admin would; the server takes it up with the next claim. */
async function freezeAfter(milliseconds: number) {
  const { sandbox, serverDataDir } = office.stage;
  const { host, port, username, password, hostKeySha256 } = sandbox;
  const folder = await openDataFolder(serverDataDir, systemRuntime(SILENT));
  const submitter = {
    name: 'TESTVILLE FAMILY PRACTICE',
    id: '123456789',
    contactName: 'BILLING OFFICE',
    contactPhone: '2175550100',
  };
  await connectClearinghouse(
    folder,
    null,
    {
      profileId: 'sandbox',
      mode: 'test',
      host,
      port,
      username,
      hostKeySha256,
      submitter,
      interchange: {},
      overrides: { freezeAfterMilliseconds: milliseconds },
    },
    password,
  );
  await folder.close();
}

const button = (name: string) => `::-p-xpath(//button[.="${name}"])`;

test('a visit billed by mistake is taken back before it is sent: nothing leaves, and it can be billed again', async () => {
  await freezeAfter(HOUR);
  const { page, sidebar } = await office.openVisit(501);
  await pressBill(page, sidebar);
  await sidebarText(sidebar, 'Takes the claim back; possible until it is sent.');
  await clickInSidebar(page, sidebar, button('Undo'));
  await sidebar.waitForSelector('::-p-xpath(//*[contains(@class,"status")][contains(., "Closed")])');
  expect(await sidebar.$(button('Undo'))).toBe(null);
  const [claim] = await office.claimsOnce('closed');
  expect(claim?.events.at(-1)?.fact).toEqual({ type: 'cancelled' });
  expect(await office.stage.sandbox.received()).toEqual([]);

  await clickInSidebar(page, sidebar, button('Bill this visit again'));
  await pressBill(page, sidebar, 'Send again');
  const [again, closed] = await office.claimsOnce('queued');
  expect(closed?.id).toBe(claim?.id);
  expect(again?.visitKey).toBe(claim?.visitKey);
  await clickInSidebar(page, sidebar, button('Undo'));
  await office.claimsOnce('closed');
  await page.close();
});

test('a file whose upload broke off: a biller looks for it, has it sent again, and the claim goes on', async () => {
  await freezeAfter(0);
  const { faults } = office.stage.sandbox;
  faults.dropOnWriteAfterBytes = 300;
  const { page, sidebar } = await office.openVisit(502);
  await pressBill(page, sidebar);
  await sidebarText(sidebar, 'Unknown: needs a person');
  faults.clear();
  const [claim] = await office.claimsOnce('unknown');
  expect(await textOf(sidebar, '.decide p')).toBe(
    `Look in Sandbox clearinghouse’s portal for the file ${claim?.outboundFile?.name} and say what you found. It counts for every claim in the file.`,
  );
  expect(await sidebar.$$eval('.decide .actions button', (all) => all.map((one) => one.textContent))).toEqual(
    ['It arrived', 'Send the same file again', 'It was refused'],
  );
  await clickInSidebar(page, sidebar, button('Send the same file again'));
  await sidebarText(sidebar, 'Sent again by a person’s decision');
  await office.claimsOnce('paid');
  expect(await sidebar.$('.decide')).toBe(null);
  await page.close();
});
