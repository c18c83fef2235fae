/** What may be the money of a payment that was posted, by the keyboard: compared with it, set aside or posted all the same. */
import type { ClaimDetail } from '@claimside/shared/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { bring, claimPaid, remittance } from './brought.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

let desk: Desk;
let claims: ClaimDetail[];
let side: SidePage;
beforeAll(async () => {
  desk = await openDesk();
  const ids = await billed(desk, ['SILENT1', 'SILENT2']);
  await settled(
    desk,
    ids,
    ids.map(() => 'file-accepted'),
  );
  claims = await Promise.all(ids.map((id) => desk.client.claim(id)));
  side = await openSidePage(desk);
  await side.toTab('Payments');
});
afterAll(() => desk?.close());

/** The same check twice; the second says something else within the claim. */
async function comesTwice(check: string, index: number): Promise<void> {
  const { patientControlNumber = '', totalCharge = 0 } = claims[index] ?? {};
  const once = claimPaid(patientControlNumber, totalCharge, 20_000);
  await bring(desk, `${check}-1.835`, [remittance(check, { claims: [once] })]);
  await bring(desk, `${check}-2.835`, [
    remittance(check, { claims: [{ ...once, claimFilingIndicator: '12' }] }),
  ]);
}

const paidOf = async (index: number) => (await desk.client.claim(claims[index]?.id ?? '')).money.paid;

/** Opens the payment that needs somebody, which stands first. */
async function openWaiting(check: string): Promise<void> {
  await side.page.waitForFunction(
    (number) => {
      const [first] = document.querySelectorAll('[id^="remittance-"]');
      return [number, 'Needs a person'].every((words) => first?.textContent.includes(words));
    },
    IN_ANY_TAB,
    check,
  );
  await side.page.keyboard.press('/');
  await side.tabTo('SAMPLE HEALTH PLAN');
  await side.page.keyboard.press('Enter');
}

test('a payment that may be the money of another stands beside it; set aside with a reason, it stays so when it comes again', async () => {
  const { page, focus, tabTo, press, looksRight } = side;
  await comesTwice('CHECK1', 0);
  await openWaiting('CHECK1');
  await sidebarText(page, 'Nothing of it was posted: compare both, and decide.');
  await sidebarText(page, 'they differ in codes or amounts within the claims');
  await looksRight();
  await tabTo('It is the same payment');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why is it the same?');
  await tabTo('Set it aside');
  await press();
  await sidebarText(page, 'Say why: it stays with the payment.');
  await expect.poll(focus).toBe('Why is it the same?');
  await looksRight();
  await page.keyboard.press('Escape');
  await expect.poll(focus).toBe('It is the same payment');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why is it the same?');
  await page.keyboard.type('THE PORTAL AND THE CLEARINGHOUSE');
  await tabTo('Set it aside');
  await press();
  await sidebarText(page, 'Set aside as the same payment');
  await sidebarText(page, 'THE PORTAL AND THE CLEARINGHOUSE');
  await expect.poll(focus).toBe('Set aside');
  await looksRight();
  expect(await paidOf(0)).toBe(20_000);

  const { patientControlNumber = '', totalCharge = 0 } = claims[0] ?? {};
  const again = claimPaid(patientControlNumber, totalCharge, 20_000, {
    claimFilingIndicator: '12',
    patient: { lastName: 'TESTER', firstName: 'A' },
  });
  expect(await bring(desk, 'CHECK1-3.835', [remittance('CHECK1', { claims: [again] })])).toMatchObject({
    state: 'read',
  });
  await page.keyboard.press('Escape');
  await expect.poll(focus).toBe('Set aside (1)');
  expect(await page.$$eval('[id^="remittance-"]', (rows) => rows.length)).toBe(1);
});

test('another one is posted all the same, with a reason: its claim is paid by both', async () => {
  const { page, focus, tabTo, press, looksRight } = side;
  await comesTwice('CHECK2', 1);
  await openWaiting('CHECK2');
  await tabTo('It is another payment');
  await page.keyboard.press('Enter');
  await sidebarText(page, 'All of it is posted beside the other');
  await tabTo('Two checks with the same number');
  await page.keyboard.press('Enter');
  await looksRight();
  await tabTo('Post it all the same');
  await press();
  await sidebarText(page, 'Posted all the same');
  await expect.poll(focus).toBe('Posted, balanced');
  await looksRight();
  expect(await paidOf(1)).toBe(40_000);
  await page.keyboard.press('Escape');
});
