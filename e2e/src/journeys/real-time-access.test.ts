/** An admin sets the access by which coverage is checked and payers are asked, changes it, and lets it be forgotten. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOptions, pressInOptions, sidebarText } from '../browser/index.ts';
import { type Office, openOffice } from '../trouble/set-up.ts';
import { complaints } from './complaints.ts';
import { optionsForm } from './options-form.ts';

let office: Office;
let options: Page;

beforeAll(async () => {
  office = await openOffice('real-time-access');
  options = await openOptions(office.browser);
});
afterAll(() => office?.close());

const type = (field: string, text: string) => optionsForm(options, '.row-form').type(field, text);

async function stored() {
  const answer = await office.client.api.connections.$get();
  if (!answer.ok) throw new Error(`no connections: ${answer.status}`);
  return (await answer.json()).connections[0]?.realTime;
}

test('an access is forgotten when told', async () => {
  expect(await stored()).toMatchObject({ username: 'TRAINING' });
  await pressInOptions(options, 'Questions to Sandbox clearinghouse');
  await pressInOptions(options, 'Forget this access');
  await sidebarText(options, 'asks nothing any more');
  expect(await stored()).toBeNull();
});

test('what is wrong is said at its field; what is right is kept, and the password is never shown again', async () => {
  await pressInOptions(options, 'Questions to Sandbox clearinghouse');
  await sidebarText(options, 'Real-time questions of Sandbox clearinghouse');
  await type('senderId', 'SEND ER');
  await type('url', 'rtx.svc');
  await pressInOptions(options, 'Save the access');
  await sidebarText(options, 'Enter the ID as the clearinghouse gave it');
  await sidebarText(options, 'Enter the user name.');
  await sidebarText(options, 'Enter the password.');
  await sidebarText(options, 'Enter the whole address');
  expect(await complaints(options)).toEqual([]);
  await type('senderId', 'sender1');
  await type('username', 'INVENTED');
  await type('secret', 'invented secret');
  await type('url', 'https://elsewhere.example/rtx.svc');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'is not one of this clearinghouse');
  expect(await stored()).toBeNull();
  await type('url', 'http://127.0.0.1:2322/TransactionService/rtx.svc');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'Sandbox clearinghouse can be asked.');
  expect(await stored()).toEqual({
    senderId: 'SENDER1',
    username: 'INVENTED',
    url: 'http://127.0.0.1:2322/TransactionService/rtx.svc',
  });
  await pressInOptions(options, 'Questions to Sandbox clearinghouse');
  await sidebarText(options, 'As it is, if left empty.');
  expect(await options.$eval('.row-form [name=secret]', (field) => (field as HTMLInputElement).value)).toBe(
    '',
  );
  expect(await complaints(options)).toEqual([]);
});

test('it is changed without the password being typed again', async () => {
  await type('senderId', 'SENDER2');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'can be asked.');
  expect(await stored()).toMatchObject({ senderId: 'SENDER2' });
});
