/** Visits that a capitation pays for: found together, and let go in one go with a count; what was denied stays. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

let desk: Desk;
let side: SidePage;
let ids: string[];
beforeAll(async () => {
  desk = await openDesk();
  ids = await billed(desk, ['CAPITATED1', 'CAPITATED2', 'CAPITATED3', 'DENY1']);
  await settled(desk, ids, ['denied', 'denied', 'denied', 'denied']);
  side = await openSidePage(desk);
});
afterAll(() => desk?.close());

test('they are filtered, selected, and written off with a note; a denial that was selected with them stays as it is', async () => {
  const { page, focus, toTab, tabTo, press, looksRight } = side;
  const rowCount = (count: number) =>
    page.waitForFunction(
      (wanted) => document.querySelectorAll('.worklist:not([hidden]) .claim-row').length === wanted,
      IN_ANY_TAB,
      count,
    );
  await toTab('Claims');
  await rowCount(4);
  await sidebarText(page, 'Write it off where a capitation pays for it, or bill the plan that does.');
  await looksRight();
  await tabTo('Filter');
  await press();
  await tabTo('What for');
  await page.keyboard.type('Capitation');
  await rowCount(3);
  await looksRight();
  await tabTo('No filter');
  await press();
  await rowCount(4);

  await tabTo('Sample');
  await page.keyboard.press('x');
  await tabTo('All shown', 'back');
  await press();
  await sidebarText(page, '4 selected');
  await tabTo('Write off…');
  await press();
  await sidebarText(page, '$843.00 is open on 3 claims, refused as paid by capitation (CO 24).');
  await sidebarText(page, '1 of those selected is not, and stays as it is.');
  await expect.poll(focus).toBe('Note, if you like, such as the plan and month');
  await looksRight();

  // Without any that a capitation pays for there is nothing to write off, nor a form that offers it.
  const toggleCapitated = async () => {
    for (const id of ids.slice(0, 3)) {
      await page.focus(`#claim-${id}`);
      await page.keyboard.press('x');
    }
  };
  await toggleCapitated();
  await sidebarText(page, '1 selected');
  await page.waitForFunction(() => document.querySelector('.bulk-form') === null, IN_ANY_TAB);
  await toggleCapitated();
  await sidebarText(page, '$843.00 is open on 3 claims');
  await tabTo('Note, if you like, such as the plan and month', 'back');
  await page.keyboard.type('INVENTED PLAN, 2026-11');
  await tabTo('Write off 3 claims');
  await press();
  await rowCount(1);
  await sidebarText(page, '3 of 3 done');
  await sidebarText(page, '1 selected');
  await looksRight();
  const claims = await Promise.all(ids.map((id) => desk.client.claim(id)));
  expect(claims.map(({ money }) => [money.writtenOff, money.open])).toEqual([
    [28_100, 0],
    [28_100, 0],
    [28_100, 0],
    [0, 28_100],
  ]);
  expect(claims[0]?.events.at(-1)?.fact).toMatchObject({
    reason: 'capitation',
    note: 'INVENTED PLAN, 2026-11',
  });
});
