/** An admin keeps the enrollments in Options: what is to do, what waits, and what Medicare asks for before the first claim. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressInOptions, sidebarText } from '../browser/index.ts';
import { type OptionsDesk, openOptionsDesk } from './options-desk.ts';
import { optionsForm } from './options-form.ts';
import { troubles } from './troubles.ts';

const MEDICARE = { payerId: '13202', name: 'MEDICARE NY', claimFilingIndicator: 'MB', aliases: [] };
const PLAN = {
  ...{ payerId: '54771', name: 'SAMPLE PLAN', claimFilingIndicator: 'BL', aliases: [] },
  isEnrollmentMissing: true,
};

let desk: OptionsDesk;
let options: Page;
beforeAll(async () => {
  desk = await openOptionsDesk('enrollments', {
    ...EXAMPLE_PRACTICE,
    payers: [MEDICARE, PLAN, ...EXAMPLE_PRACTICE.payers],
  });
  ({ options } = desk);
});
afterAll(() => desk?.close());

const fill = (field: string, value: string) => options.locator(`#enrollments [name=${field}]`).fill(value);

test('a payer that wants an enrollment is to do; once its form is sent, it waits with the day of its end', async () => {
  await sidebarText(options, '2 to do, 0 waiting on payers, 0 done.');
  await sidebarText(options, 'It is needed before the first claim: send the form, or enter how it stands.');
  // Medicare asks by its kind; of the third payer nobody has said anything.
  await options.locator('[aria-label="Enter MEDICARE NY Claims (EDI)"]').wait();
  await sidebarText(options, 'Which payers ask for one is not known until the payer list is brought.');
  await options.locator('[aria-label="Enter SAMPLE PLAN Claims (EDI)"]').click();
  await fill('state', 'sent');
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'Choose a day.');
  const today = new Date().toISOString().slice(0, 10);
  await fill('sentOn', today);
  await fill('documents', 'Binder 2');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, '1 to do, 1 waiting on payers, 0 done.');
  await sidebarText(options, `Since ${today}, expected by`);
  await sidebarText(options, 'papers: Binder 2');
});

test('approved by Medicare, it is done only when the clearinghouse was told', async () => {
  await pressInOptions(options, 'Add an enrollment');
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'Choose a payer');
  await fill('payerId', MEDICARE.payerId);
  await fill('state', 'approved');
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'Tell Office Ally before the first claim (360-975-7000, option 1)');
  await sidebarText(options, 'nothing is on record for ERAs');
  await options.locator('[aria-label="Change MEDICARE NY Claims (EDI)"]').click();
  await fill('toldOn', '2026-11-20');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, '1 to do, 1 waiting on payers, 1 done.');
  const answered = options.waitForResponse((response) => response.url().includes('/enrollments/export'));
  await options.locator('#enrollments ::-p-text(Save as Excel)').click();
  expect((await answered).headers()['content-disposition']).toContain('enrollments.xlsx');
});

test('the same is not added twice; one is taken out', async () => {
  await pressInOptions(options, 'Add an enrollment');
  await fill('payerId', MEDICARE.payerId);
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'This enrollment is there already. Change that one, or enter another.');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Cancel');
  await options.locator('[aria-label="Remove SAMPLE PLAN Claims (EDI)"]').click();
  await options.locator('::-p-xpath(//dialog//button[text()="Remove"])').click();
  await sidebarText(options, 'SAMPLE PLAN Claims (EDI) was removed.');
  await sidebarText(options, '2 to do, 0 waiting on payers, 1 done.');
});

test('a payer that is added stands there at once, where the payer list says that it asks for one', async () => {
  const brought = await fetch(`${desk.server.url}/api/v1/payer-list?import=true&leaveOut=0`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.client.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'payers.csv',
    },
    body: [
      'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR,ENROLLMENT,SECONDARY,ATTACHMENT,WC / AUTO,NOTES',
      'INVENTED PLAN,99887,837P,Yes,No,Yes,Yes,No,,',
    ].join('\n'),
  });
  expect(brought.ok).toBe(true);
  await options.reload();
  await sidebarText(options, 'the payer list does not say whether an enrollment is asked for before claims.');
  await sidebarText(options, '2 to do');
  await pressInOptions(options, 'Add a payer');
  const { type, choose } = optionsForm(options);
  await type('payerId', '99887');
  await type('name', 'INVENTED PLAN');
  await choose('claimFilingIndicator', 'CI');
  await pressInOptions(options, 'Save the payer');
  await sidebarText(options, 'The payer was added.');
  await options.locator('[aria-label="Enter INVENTED PLAN Claims (EDI)"]').wait();
});
