/** Pages that change under the reader between the press and the send, or leave: the send is refused and the reason said. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pressBill, sidebarText } from '../browser/index.ts';
import { holdQuestion } from '../journeys/hold-question.ts';
import { type HostileDesk, openHostileDesk } from './desk.ts';
import { LEAVES, MOVES } from './moves.ts';
import { sampleOf } from './sample.ts';

let desk: HostileDesk;
let page: Page;

beforeAll(async () => {
  desk = await openHostileDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

test.each(sampleOf(Object.entries(MOVES), 5))(
  'a page that %s between the press and the send is not billed from',
  async (_, move) => {
    const opened = await desk.openVisit();
    page = opened.page;
    await refuses(opened.sidebar, () => page.evaluate(move));
  },
);

/** Presses, lets the page act while the question of whose chart it is waits, and sees that nothing is sent. */
async function refuses(sidebar: Frame, act: () => Promise<unknown>): Promise<void> {
  const before = (await desk.claims()).length;
  const question = await holdQuestion(sidebar);
  await pressBill(page, sidebar);
  await question.asked();
  await act();
  await question.letGo();
  await sidebarText(sidebar, 'Not sent: ');
  expect((await desk.claims()).length).toBe(before);
}

test.each(sampleOf(Object.entries(LEAVES), 5))(
  'a page that %s at the press takes the sidebar with it, and nothing is billed',
  async (_, leave) => {
    const opened = await desk.openVisit();
    page = opened.page;
    const before = (await desk.claims()).length;
    const question = await holdQuestion(opened.sidebar);
    await pressBill(page, opened.sidebar);
    await question.asked();
    const gone = new Promise<void>((resolve) => {
      page.on('framedetached', (frame) => {
        if (frame === opened.sidebar) resolve();
      });
    });
    // Later, so that this question is answered before the page is left.
    await page.evaluate(`setTimeout(() => { ${leave(desk.pages.visit())} })`);
    await gone;
    expect((await desk.claims()).length).toBe(before);
  },
);
