/** What a person sees when a claim is not simply paid: the status, why, the money, and the way on. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { billVisit } from './bill-visit.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows } from './shown.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

/** Opens a visit of its own (the same patient and codes, another day and visit number) and bills it. */
async function bill(visit: number, memberId: string) {
  const billed = await billVisit(desk, visit, memberId);
  ({ page } = billed);
  return billed.sidebar;
}

test('denied: the payer`s reasons, and all of it open', async () => {
  const sidebar = await bill(9001, 'DENY1');
  expect(await claimShows(sidebar, 'denied')).toMatchObject({
    status: 'Denied',
    why: 'An authorization is missing or does not fit what was done. $421.00 Put the authorization number on the claim. Without one, ask the payer whether it grants it afterwards. Codes as received CO-197',
    money: 'charge $421.00 = paid $0.00 + contract $0.00 + patient $0.00 + other $0.00 + open $421.00',
  });
});

test('partly paid: what the patient owes', async () => {
  const sidebar = await bill(9002, 'PARTIAL1');
  expect(await claimShows(sidebar, 'partly-paid')).toMatchObject({
    status: 'Partly paid',
    why: 'It is the patient’s share. $107.36 Bill the patient. The superbill says what insurance did, and that $107.36 is left to the patient. Open the superbill Codes as received CO-45, PR-1, PR-2',
    money: 'charge $421.00 = paid $229.44 + contract $84.20 + patient $107.36 + other $0.00 + open $0.00',
  });
});

test('rejected by the clearinghouse: corrected by hand, sent again as a new claim, and paid', async () => {
  const sidebar = await bill(9003, 'CHREJECT1');
  expect(await claimShows(sidebar, 'rejected-by-clearinghouse')).toMatchObject({
    status: 'Rejected by clearinghouse',
    why: expect.stringContaining('SUBSCRIBER ID NOT VALID FOR THIS PAYER'),
    money: 'charge $421.00 = paid $0.00 + contract $0.00 + patient $0.00 + other $0.00 + open $421.00',
  });
  // The second answer, which has the codes, moves what stands below its words.
  await sidebarText(sidebar, 'The payer does not know this member.');
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[.="Correct and send again"])');
  await clickInSidebar(page, sidebar, '[aria-label="Change coverage"]');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'w123456789');
  await pressBill(page, sidebar, 'Send again');
  expect(await claimShows(sidebar, 'paid')).toMatchObject({
    money: 'charge $421.00 = paid $336.80 + contract $84.20 + patient $0.00 + other $0.00 + open $0.00',
  });

  const files = await sentFiles(desk.stage.sandbox);
  const lines = files.slice(-2).map(({ segments }) => segments.filter((one) => /^(NM1\*IL|CLM)/.test(one)));
  expect(lines).toEqual([
    ['NM1*IL*1*QUINTERO*MARTA*L***MI*CHREJECT1', expect.stringMatching(/^CLM\*\w+\*421\*\*\*11:B:1\*/)],
    ['NM1*IL*1*QUINTERO*MARTA*L***MI*W123456789', expect.stringMatching(/^CLM\*\w+\*421\*\*\*11:B:1\*/)],
  ]);
  const [{ submissions } = { submissions: [] }] = await desk.claims();
  expect(submissions.map(({ how, status }) => [how, status])).toEqual([
    [null, 'rejected-by-clearinghouse'],
    ['resend', 'paid'],
  ]);
  expect(new Set(submissions.map(({ patientControlNumber }) => patientControlNumber)).size).toBe(2);
});
