/** What a payer refused is worked although the next insurance, to which it sent the rest, is late: both stand on the claim. */
import { cents } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { bring, claimPaid, remittance } from './brought.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage } from './side-page.ts';

const DAYS = 86_400_000;
let ahead = 0;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([], { ahead: () => ahead });
});
afterAll(() => desk?.close());

test('the refused part comes first, as its row says; below it that the next insurance is to be asked', async () => {
  const [id = ''] = await billed(desk, ['SILENT1']);
  await settled(desk, [id], ['file-accepted']);
  const { patientControlNumber, totalCharge } = await desk.client.claim(id);
  const paid = claimPaid(patientControlNumber, totalCharge, totalCharge - 5_000, {
    statusCode: '19',
    adjustments: [
      { group: 'PR', reason: '2', amount: cents(2_000) },
      { group: 'CO', reason: '97', amount: cents(3_000) },
    ],
  });
  await bring(desk, 'sent-on.835', [remittance('CHK19', { claims: [paid] })]);
  await settled(desk, [id], ['partly-paid']);
  ahead = 31 * DAYS;
  await desk.client.follow(async () => (await desk.client.claim(id)).silence !== null);
  const side = await openSidePage(desk);
  await side.toTab('Claims');
  await side.openFirstClaim();
  await sidebarText(side.page, 'Ask the next insurance whether it has the claim.');
  const asks = await side.page.$$eval('.next .what', (all) => all.map(({ textContent }) => textContent));
  expect(asks).toEqual([
    'The payer counts the service as part of another one. $30.00',
    'The payer sent the claim on, and the next insurance has not decided in the usual time.',
    'What was left to the patient waits for another insurance. $20.00',
  ]);
  await side.looksRight();
});
