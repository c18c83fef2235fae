/** The attacks of `navigation` where the claim is made in Chrome's side panel, which outlives the page that is attacked from. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, openSidePanel, sidebarText } from '../browser/index.ts';
import { holdQuestion } from '../journeys/hold-question.ts';
import { claimShows } from '../journeys/shown.ts';
import { loadBeforehand, TELLS_BEFOREHAND } from './beforehand.ts';
import { type HostileDesk, openHostileDesk, readyToBill } from './desk.ts';
import { LEAVES, MOVES, OTHER_CHART, ownersOf } from './moves.ts';
import type { VisitPage } from './pages.ts';
import { sampleOf } from './sample.ts';

let desk: HostileDesk;
let panel: Page;
let view: Frame;
let page: Page;

beforeAll(async () => {
  desk = await openHostileDesk();
  const [first] = await desk.browser.pages();
  if (!first) throw new Error('no tab');
  panel = await openSidePanel(desk.browser, first);
  view = panel.mainFrame();
});
afterEach(async () => {
  await page.close();
  // The panel follows the tab in front: the next test must not press for the page of this one.
  await view.waitForFunction(() => !document.querySelector('.bill-bar'), IN_ANY_TAB);
});
afterAll(() => desk?.close());

async function openBesidePanel(url = desk.pages.visit()): Promise<void> {
  page = await desk.openChart(url);
  await readyToBill(view);
}

/** Presses, lets the page act while the question of whose chart it is waits, and sees that nothing is sent. */
async function refuses(act: () => Promise<unknown>): Promise<void> {
  const before = (await desk.claims()).length;
  const question = await holdQuestion(view);
  await panel.click('.bill-bar .button.main');
  await question.asked();
  await act();
  await question.letGo();
  await sidebarText(view, 'Not sent: ');
  expect((await desk.claims()).length).toBe(before);
}

test.each(sampleOf(Object.entries(MOVES), 7))(
  'a page that %s between the press and the send is not billed from',
  async (_, move) => {
    await openBesidePanel();
    await refuses(() => page.evaluate(move));
  },
);

test.each(sampleOf(Object.entries(LEAVES), 3))(
  'a page that %s between the press and the send is not billed from, and that is said beside what stands there then',
  async (_, leave) => {
    await openBesidePanel();
    await refuses(async () => {
      await page.evaluate("document.documentElement.id = 'before'");
      await page.evaluate(`setTimeout(() => { ${leave(desk.pages.visit(OTHER_CHART))} })`);
      await page.waitForFunction("document.documentElement?.id !== 'before'", IN_ANY_TAB);
    });
  },
);

test('a visit is not billed from another chart that was loaded beforehand and took its place at the press', async () => {
  await openBesidePanel();
  await loadBeforehand(page, desk.pages.visit({ ...OTHER_CHART, script: TELLS_BEFOREHAND }));
  await refuses(async () => {
    await page.click('#beforehand');
    await page.waitForFunction("document.querySelector('#last')?.value === 'Examplesson'", IN_ANY_TAB);
  });
  await sidebarText(view, 'Examplesson, Tobias');
});

/** Of another day than the visits of the tests before. */
const EARLIER: VisitPage['instead'] = [
  ['Visit of 11/16/2026', 'Visit of 11/13/2026'],
  ['<td>11/16/2026</td>', '<td>11/13/2026</td>'],
];

test('a visit is not billed from another chart that the browser`s history brings back whole, and that one is billed as its own', async () => {
  await openBesidePanel(
    desk.pages.visit({
      instead: EARLIER,
      script:
        "addEventListener('pageshow', ({ persisted }) => { if (persisted) document.documentElement.id = 'back' })",
    }),
  );
  await page.goto(desk.pages.visit(OTHER_CHART));
  await sidebarText(view, 'Examplesson, Tobias');
  await readyToBill(view);
  await refuses(async () => {
    await page.evaluate('setTimeout(() => history.back())');
    await page.waitForSelector('#back');
  });
  await sidebarText(view, 'Quintero, Marta');
  await readyToBill(view);
  await panel.click('.bill-bar .button.main');
  await claimShows(view, 'paid');
  expect((await desk.claims()).map(({ claim }) => ownersOf(claim))).toEqual([['Marta']]);
});
