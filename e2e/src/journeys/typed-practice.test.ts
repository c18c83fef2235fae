/** An admin types a new practice in Options, from nothing to what a visit is billed with; a second admin at once loses nothing. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressInOptions, sidebarText } from '../browser/index.ts';
import type { ApiClient } from '../stage/index.ts';
import { type OptionsDesk, openOptionsDesk } from './options-desk.ts';
import { optionsForm } from './options-form.ts';
import { troubles } from './troubles.ts';

let desk: OptionsDesk;
let client: ApiClient;
let options: Page;
beforeAll(async () => {
  desk = await openOptionsDesk('typed-practice');
  ({ client, options } = desk);
});
afterAll(() => desk?.close());

const type = (field: string, text: string) => optionsForm(options).type(field, text);
const choose = (field: string, value: string) => optionsForm(options).choose(field, value);
const focused = () => options.evaluate(() => document.activeElement?.getAttribute('name'));

async function stored(): Promise<PracticeSettings> {
  const practice = (await (await client.api.practice.$get()).json()) as PracticeSettings | null;
  if (!practice) throw new Error('not set up');
  return practice;
}

/** As the other admin does it, who looked at what is stored now. */
async function changedElsewhere(change: (practice: PracticeSettings) => PracticeSettings): Promise<void> {
  const json = change(await stored());
  expect((await client.api.practice.$put({ header: {}, json })).status).toBe(200);
}

/** What Options says of the step of this name. */
const step = (title: string) =>
  options.$$eval(
    '.setup-steps li',
    (rows, name) => rows.find((row) => row.querySelector('a')?.textContent === name)?.textContent ?? '',
    title,
  );

test('the way to go stands at the top: what to do next, and what comes later', async () => {
  await sidebarText(options, 'Next: The practice, Payer list, EHR site, First browser of a clinician.');
  expect(await step('Clearinghouse account')).toMatch(/After the practice.*Later/);
});

test('a new practice: each wrong field says what to do, the focus goes there, and nothing that was typed is lost', async () => {
  await sidebarText(options, 'Set up the practice');
  expect(await troubles(options)).toEqual([]);
  await type('name', 'Sample Clinic');
  await type('organizationName', 'Sample Clinic LLC');
  await type('npi', '1234567890');
  await type('line1', 'PO Box 12');
  await sidebarText(options, 'If there are 10, one is mistyped');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'Claims may not name a P.O. box here.');
  await sidebarText(options, 'Enter all nine digits of the ZIP');
  await expect.poll(focused).toBe('npi');
  expect(await troubles(options)).toEqual([]);
  await type('npi', '1234567893');
  await type('taxId', '12-3456789');
  await type('line1', '1 Example Street');
  await type('city', 'Springfield');
  await type('state', 'il');
  await type('postalCode', '62701-0001');
  await type('contactName', 'Ann Sample');
  await type('contactPhone', '(217) 555-0100');
  await pressInOptions(options, 'Save the practice');
  await sidebarText(options, 'The practice is set up. Add its providers.');
  expect(await stored()).toMatchObject({
    name: 'Sample Clinic',
    billingProvider: {
      npi: '1234567893',
      taxId: '123456789',
      address: { state: 'IL', postalCode: '627010001' },
    },
  });
});

test('provider, location and payer are added; the payer is proposed from the list', async () => {
  await pressInOptions(options, 'Add a provider');
  await expect.poll(focused).toBe('isA');
  await type('lastName', 'Halvorsen');
  await type('firstName', 'Ingrid');
  await type('npi', '1245319599');
  await type('ehrNames', 'Halvorsen, Ingrid\nIngrid Halvorsen');
  await pressInOptions(options, 'Save the provider');
  await sidebarText(options, 'The provider was added.');
  await expect.poll(() => step('Rendering providers')).toMatch(/1 provider\..*Done/);

  await pressInOptions(options, 'Add a location');
  await type('name', 'North office');
  await choose('where', 'elsewhere');
  await type('facilityName', 'Sample Clinic North');
  await type('line1', '2 Example Street');
  await type('city', 'Springfield');
  await type('state', 'IL');
  await type('postalCode', '627010002');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the location');
  await sidebarText(options, 'The location was added.');

  await bringList();
  await pressInOptions(options, 'Add a payer');
  await options.locator('.part-form [role=combobox]').click();
  await options.keyboard.type('aetn');
  await options.waitForSelector('.part-form [role=option]');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'AETNA was taken from the list.');
  await type('timelyFilingDays', '120');
  await type('aliases', 'Aetna Choice POS II');
  await pressInOptions(options, 'Save the payer');
  await sidebarText(options, 'Choose the kind of insurance; claims name it (SBR09).');
  await choose('claimFilingIndicator', 'CI');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the payer');
  await sidebarText(options, 'The payer was added.');
  expect(await stored()).toMatchObject({
    providers: [{ npi: '1245319599', ehrNames: ['Halvorsen, Ingrid', 'Ingrid Halvorsen'] }],
    locations: [{ placeOfService: '11', serviceFacility: { name: 'Sample Clinic North' } }],
    payers: [
      {
        payerId: '60054',
        name: 'AETNA',
        claimFilingIndicator: 'CI',
        timelyFilingDays: 120,
        takesSecondary: true,
        aliases: ['Aetna Choice POS II'],
      },
    ],
  });
});

test('a billing profile is for what is ticked, and holds on to it', async () => {
  await pressInOptions(options, 'Add a billing profile');
  await type('profile', 'Under the group');
  await type('npi', '1987654328');
  await options.locator('::-p-aria([name="AETNA 60054"][role="checkbox"])').click();
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the billing profile');
  await sidebarText(options, 'The billing profile was added.');
  await pressInOptions(options, 'Remove AETNA 60054');
  await pressInOptions(options, 'Remove');
  await sidebarText(
    options,
    'The billing profile Under the group is for this payer. Change the profile first.',
  );
  expect((await stored()).billingProfiles?.[0]).toMatchObject({ payerIds: ['60054'], locations: [] });
});

test('of two admins at once, the second sees what the first did before it is overwritten', async () => {
  await pressInOptions(options, 'Change AETNA 60054');
  await type('timelyFilingDays', '90');
  await changedElsewhere((practice) => ({
    ...practice,
    name: 'Renamed meanwhile',
    payers: practice.payers.map((payer) => ({ ...payer, timelyFilingDays: 180 })),
  }));
  await pressInOptions(options, 'Save the payer');
  await sidebarText(options, 'Another admin made this “180” meanwhile.');
  expect((await stored()).payers[0]?.timelyFilingDays).toBe(180);
  await pressInOptions(options, 'Save the payer');
  await sidebarText(options, 'AETNA 60054 was changed.');
  expect(await stored()).toMatchObject({ name: 'Renamed meanwhile', payers: [{ timelyFilingDays: 90 }] });
});

async function bringList(): Promise<void> {
  const list = [
    'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR,ENROLLMENT,SECONDARY,ATTACHMENT,WC / AUTO,NOTES',
    'AETNA,60054,837P,Yes,No,No,Yes,No,,',
  ].join('\n');
  const brought = await fetch(`${desk.server.url}/api/v1/payer-list?import=true&leaveOut=0`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'payers.csv',
    },
    body: list,
  });
  expect(brought.ok).toBe(true);
  await options.reload();
}
