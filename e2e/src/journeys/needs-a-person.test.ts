/** What needs a person leaves room for the visit: one line with the gravest, to be opened; that nothing is sent is said in full. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, sidebarText } from '../browser/index.ts';
import { bring } from './brought.ts';
import { type Desk, openDesk } from './desk.ts';
import { shownVisit } from './shown.ts';
import { troubles } from './troubles.ts';

const THREE_DAYS = 3 * 86_400_000;
let ahead = 0;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([], { ahead: () => ahead });
});
afterAll(() => desk?.close());

test('two things are one line until it is opened; a connection that is paused stays in full beside it', async () => {
  await bring(desk, 'nothing-we-know.txt', 'Not a file of ours.');
  ahead = THREE_DAYS;
  await desk.stage.restartServer();
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
  const sidebar = await openSidebar(page);
  await shownVisit(sidebar);
  await sidebar.waitForSelector('.told-in-one-line');
  const line = () =>
    sidebar.$eval('.told-in-one-line', (told) => ({
      words: told.querySelector('summary')?.textContent,
      height: told.getBoundingClientRect().height,
    }));
  const { words, height } = await line();
  expect(words).toBe('No recent backup · 2 need a person');
  expect(height).toBeLessThanOrEqual(32);
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, '.told-in-one-line summary');
  const things = await sidebar.$$eval('.told-in-one-line li', (all) => all.map((each) => each.textContent));
  expect(things).toEqual([
    expect.stringContaining('There is no backup of this practice’s data.'),
    expect.stringContaining('One received file waits for a person'),
  ]);
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '.told-in-one-line summary');

  await desk.client.api.connections[':id'].pause.$put({ param: { id: 'main' } });
  await sidebarText(sidebar, 'nothing goes out or comes in by it');
  expect((await line()).height).toBeLessThanOrEqual(32);
  expect(await troubles(page, sidebar)).toEqual([]);
});
