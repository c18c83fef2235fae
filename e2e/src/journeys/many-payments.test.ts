/** A practice with hundreds of payments: an old check is found by its number, and a large one is gone through. */
import {
  type ClaimPayment,
  type Remittance,
  writeRemittance,
} from '@claimside/server/transactions/remittance-835';
import { addDays, cents, type IsoDate } from '@claimside/shared/values';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, OPTIONS_URL, sidebarText } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { troubles } from './troubles.ts';

const SIDE_PANEL = { width: 420, height: 800 };
const PAYMENTS = 600;
const CLAIMS = 120;

const ENVELOPE = {
  interchangeSender: { qualifier: 'ZZ', id: '330897513' },
  interchangeReceiver: { qualifier: 'ZZ', id: '123456789' },
  applicationSender: '330897513',
  applicationReceiver: '123456789',
  usageIndicator: 'P',
  acknowledgementRequested: '0',
  interchangeControlNumber: 900,
  groupControlNumber: 900,
  transactionSetControlNumber: 1,
  date: '2026-11-23' as IsoDate,
  time: '0900',
} as const;

function payment(traceNumber: string, day: IsoDate, claims: readonly ClaimPayment[] = []): Remittance {
  const interest = { providerId: '1234567893', fiscalDate: '2026-12-31' as IsoDate, reason: 'L6' };
  const paid = claims.reduce((sum, { paidAmount }) => sum + paidAmount, 0);
  return {
    handlingCode: 'I',
    paymentAmount: cents(paid + 100),
    paymentMethod: 'ACH',
    paymentDate: day,
    traceNumber,
    payerTraceId: '1999999999',
    payer: { name: 'SAMPLE HEALTH PLAN' },
    payee: { name: 'TESTVILLE FAMILY PRACTICE', npi: '1234567893' },
    claims,
    providerAdjustments: [{ ...interest, amount: cents(-100) }],
  };
}

const claim = (number: number): ClaimPayment => ({
  patientControlNumber: `OTHER${number}`,
  statusCode: '1',
  chargeAmount: cents(10_000),
  paidAmount: cents(4_000),
  claimFilingIndicator: 'CI',
  payerClaimControlNumber: `P${number}`,
  patient: { lastName: `TESTER${number}`, firstName: 'ANNA' },
  adjustments: [{ group: 'CO', reason: '45', amount: cents(6_000) }],
  lines: [],
});

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await openDesk();
  const remittances = Array.from({ length: PAYMENTS }, (_, index) =>
    payment(`EFT${String(700_000 + index)}`, addDays('2026-11-20' as IsoDate, -index)),
  );
  const large = payment(
    'LARGE1',
    '2026-11-21' as IsoDate,
    Array.from({ length: CLAIMS }, (_, index) => claim(index)),
  );
  const response = await fetch(`${desk.stage.server.url}/api/v1/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.client.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'MANY.835',
    },
    body: Buffer.from(writeRemittance(ENVELOPE, { remittances: [...remittances, large] })),
  });
  expect(response.status).toBe(201);
  page = await desk.browser.newPage();
  await page.setViewport(SIDE_PANEL);
  await page.goto(OPTIONS_URL.replace('options', 'sidebar'));
  await page.bringToFront();
});
afterAll(() => desk?.close());

const focus = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; !(await focus())?.startsWith(name); steps += 1) {
    if (steps > 60) throw new Error(`${name} cannot be reached`);
    await page.keyboard.press('Tab');
  }
}
/** Rows of payments, or of a payment's claims. */
const rowCount = (count: number) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.claim-rows .claim-row')].filter((row) => row.checkVisibility())
        .length === wanted,
    IN_ANY_TAB,
    count,
  );
async function looksRight(): Promise<void> {
  expect(await troubles(page)).toEqual([]);
  await page.setViewport(SIDE_PANEL);
}

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
