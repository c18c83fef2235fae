/** A practice with hundreds of payments: an old check is found by its number, and a large one is gone through. */
import { addDays, cents, type IsoDate } from '@claimside/shared/values';
import type { HTTPRequest } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { bring, claimPaid, remittance } from './brought.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

const PAYMENTS = 600;
const CLAIMS = 120;

const INTEREST = {
  providerId: '1234567893',
  fiscalDate: '2026-12-31' as IsoDate,
  reason: 'L6',
  amount: cents(-100),
};

let desk: Desk;
let page: SidePage['page'];
let focus: SidePage['focus'];
let tabTo: SidePage['tabTo'];
let looksRight: SidePage['looksRight'];
beforeAll(async () => {
  desk = await openDesk();
  const payments = Array.from({ length: PAYMENTS }, (_, index) =>
    remittance(`EFT${String(700_000 + index)}`, {
      paymentDate: addDays('2026-11-20' as IsoDate, -index),
      providerAdjustments: [INTEREST],
    }),
  );
  const large = remittance('LARGE1', {
    paymentDate: '2026-11-21' as IsoDate,
    claims: Array.from({ length: CLAIMS }, (_, index) =>
      claimPaid(`OTHER${index}`, 10_000, 4_000, {
        patient: { lastName: `TESTER${index}`, firstName: 'ANNA' },
      }),
    ),
    providerAdjustments: [INTEREST],
  });
  await bring(desk, 'MANY.835', [...payments, large]);
  ({ page, focus, tabTo, looksRight } = await openSidePage(desk));
});
afterAll(() => desk?.close());

/** Rows of payments, or of a payment's claims. */
const rowCount = (count: number) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.claim-rows .claim-row')].filter((row) => row.checkVisibility())
        .length === wanted,
    IN_ANY_TAB,
    count,
  );
test('by the keyboard alone: the tab, the next pages, an old check by its number, and back to the search', async () => {
  await tabTo('This visit');
  await page.keyboard.press('ArrowLeft');
  await sidebarText(page, 'Payments1');
  await sidebarText(page, '1 payment waits for a person: first in the list.');
  await rowCount(50);
  expect(await page.$eval('[id^="remittance-"]', (row) => row.textContent)).toContain('LARGE1');
  await tabTo('Show more payments');
  await page.keyboard.press('Enter');
  await rowCount(100);
  await page.keyboard.press('/');
  expect(await focus()).toMatch(/^Search payments/);
  await page.keyboard.type('700599');
  await rowCount(1);
  await looksRight();
  await tabTo('SAMPLE HEALTH PLAN');
  await page.keyboard.press('Enter');
  await sidebarText(page, '2025-03-31 · EFT EFT700599');
  await page.keyboard.press('Escape');
  await expect.poll(focus).toContain('EFT700599');
  expect(await page.$eval('input[type=search]', (input) => input.value)).toBe('700599');
  await page.keyboard.press('/');
  await page.keyboard.type('x');
  await sidebarText(page, 'No payment fits.');
  await looksRight();
});

test('news that come while more payments are on their way do not lose them', async () => {
  await page.keyboard.press('/');
  await page.$eval('input[type=search]', (input) => input.select());
  await page.keyboard.press('Backspace');
  await rowCount(100);
  let held: HTTPRequest | undefined;
  let isBroughtAgain = false;
  page.on('request', (request) => {
    const isList = request.url().endsWith('/remittances/search');
    if (isList && !held && request.postData()?.includes('"cursor"')) held = request;
    else {
      isBroughtAgain ||= isList && held !== undefined;
      void request.continue();
    }
  });
  await page.setRequestInterception(true);
  await page.focus('.more button');
  await page.keyboard.press('Enter');
  await expect.poll(() => held !== undefined).toBe(true);
  await bring(desk, 'NEWS.835', [remittance('NEWS1', { providerAdjustments: [INTEREST] })]);
  await expect.poll(() => isBroughtAgain).toBe(true);
  await held?.continue();
  await rowCount(150);
  page.removeAllListeners('request');
  await page.setRequestInterception(false);
});

test('a payment of many claims says all of its sums at once, shows some of them, and finds each', async () => {
  await page.keyboard.press('/');
  await page.$eval('input[type=search]', (input) => input.select());
  await page.keyboard.type('large1');
  await rowCount(1);
  await tabTo('SAMPLE HEALTH PLAN');
  await page.keyboard.press('Enter');
  await sidebarText(page, 'Charged $12,000.00 · paid $4,800.00 · patients $0.00');
  await rowCount(50);
  await looksRight();
  await page.keyboard.press('/');
  expect(await focus()).toMatch(/^Search the claims of this payment/);
  await page.keyboard.type('tester99');
  await sidebarText(page, '1 claim fits.');
  await rowCount(1);
});
