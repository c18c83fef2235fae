/** A payer that allowed less than its contract says: a biller lets that stand, and the patient owes the share as before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

let desk: Desk;
let side: SidePage;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  [id = ''] = await billed(desk, ['COPAY1']);
  await settled(desk, [id], ['partly-paid']);
  await bringContract('Code,Contract 60054\n99214,170.00\n');
  await desk.client.follow(async () => (await desk.client.claim(id)).underpaidBy > 0);
  side = await openSidePage(desk);
});
afterAll(() => desk?.close());

async function bringContract(text: string): Promise<void> {
  const answer = await fetch(`${desk.stage.server.url}/api/v1/fee-schedule?import=true`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.client.token}`,
      'content-type': 'application/octet-stream',
    },
    body: text,
  });
  if (answer.status !== 201) throw new Error(`not brought: ${answer.status}`);
}

async function listed(): Promise<Record<string, number>> {
  const lists = ['underpaid', 'patient-balance'] as const;
  const counts = await Promise.all(
    lists.map(async (list) => {
      const answer = await desk.client.api.claims.search.$post({ json: { list } });
      if (!answer.ok) throw new Error(`not listed: ${answer.status}`);
      return [list, (await answer.json()).claims.length];
    }),
  );
  return Object.fromEntries(counts);
}

test('what was allowed is accepted with a reason, leaves Underpaid alone, and can be taken back', async () => {
  const { page, toTab, tabTo, press, looksRight } = side;
  const go = async (name: string) => {
    await page.waitForFunction(
      (words) =>
        [...document.querySelectorAll('button')].some((each) =>
          (each.getAttribute('aria-label') ?? each.textContent ?? '').startsWith(words),
        ),
      IN_ANY_TAB,
      name,
    );
    await tabTo(name);
    await press();
  };
  await toTab('Claims');
  await go('Sample');
  await sidebarText(page, 'The payer allowed less than its contract says. $22.00');
  await looksRight();
  await go('Accept what was allowed');
  await sidebarText(page, 'What the patient owes stays as it is.');
  await looksRight();
  await go('Accept $22.00 less');
  await sidebarText(page, 'Choose why it is accepted.');
  await looksRight();
  await page.select('.act select', 'contract-old');
  await sidebarText(page, 'Then bring the current one');
  await looksRight();
  await go('Accept $22.00 less');
  await sidebarText(page, 'Accepted what was allowed, $22.00 less than by contract');
  await looksRight();
  expect(await desk.client.claim(id)).toMatchObject({ underpaidBy: 0, isClosed: false });
  expect(await listed()).toEqual({ underpaid: 0, 'patient-balance': 1 });

  await go('Take it back: Accepted what was allowed');
  await sidebarText(page, 'The claim is on Underpaid again');
  await looksRight();
  await go('Take it back');
  await sidebarText(page, 'Taken back by a person');
  await looksRight();
  expect(await listed()).toEqual({ underpaid: 1, 'patient-balance': 1 });
});
