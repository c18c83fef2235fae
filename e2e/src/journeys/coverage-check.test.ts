/** Coverage is checked before the visit, whatever the payer answers; and the payer is asked about a claim that nobody answers. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, IN_ANY_TAB, openSidebar, sidebarText, typeInSidebar } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage } from './side-page.ts';
import { troubles } from './troubles.ts';

const DAYS = 86_400_000;

let desk: Desk;
let page: Page;
let aheadMilliseconds = 0;
beforeAll(async () => {
  desk = await openDesk([], { ahead: () => aheadMilliseconds });
});
afterAll(() => desk?.close());

async function open(query: string): Promise<Frame> {
  await page?.close();
  page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?${query}`);
  return openSidebar(page);
}

const button = (label: string) => `::-p-xpath(//button[normalize-space(.)="${label}"])`;
const coverage = (sidebar: Frame) =>
  sidebar.$eval('.coverage-check', (part) =>
    [...part.querySelectorAll('.coverage-state, p, li')]
      .map((each) => each.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .filter((text, index, all) => all.indexOf(text) === index),
  );
const focused = (sidebar: Frame, path: string) =>
  sidebar.waitForFunction(
    (wanted) => document.activeElement?.getAttribute('data-path') === wanted,
    IN_ANY_TAB,
    path,
  );

test('active: what the visit costs, with its date; the next visit of the patient shows it with its age', async () => {
  const sidebar = await open('date=2026-11-16');
  await clickInSidebar(page, sidebar, button('Check coverage'));
  await sidebarText(sidebar, 'Copay $25.00 for an office visit, in network.');
  expect(await coverage(sidebar)).toEqual(
    expect.arrayContaining([
      'Active.',
      'SAMPLE GOLD PLAN (PPO)',
      'Deductible: $500.00 left of $1,500.00 for the individual this calendar year, in network.',
      expect.stringMatching(/^Aetna for 2026-11-16, as of .* \(just now\)\.$/),
    ]),
  );
  expect(await troubles(page, sidebar)).toEqual([]);

  const next = await open('date=2026-11-30');
  await sidebarText(next, 'Copay $25.00 for an office visit, in network.');
  await sidebarText(next, 'Aetna for 2026-11-16, as of');
  await next.waitForSelector(button('Check again'));

  // What the payer asks for is taken with one press, and the focus stays in its line.
  await sidebarText(next, 'Copay taken: none; the payer asks for $25.00');
  expect(await troubles(page, next)).toEqual([]);
  await clickInSidebar(page, next, button('Took $25.00'));
  await sidebarText(next, 'Copay taken $25.00');
  await next.waitForFunction(() => document.activeElement?.closest('#copay-taken') !== null, IN_ANY_TAB);
  expect(await troubles(page, next)).toEqual([]);
});

test('not active any more, with the day', async () => {
  const sidebar = await open('date=2026-11-16&member=INACTIVE1');
  await sidebarText(sidebar, 'that says nothing of the coverage above');
  await clickInSidebar(page, sidebar, button('Check again'));
  await sidebar.waitForSelector('.coverage-state.tone-bad');
  const said = await coverage(sidebar);
  expect(said.join(' ')).toMatch(/not active/i);
  expect(said.join(' ')).toContain('2025-12-31');
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('not found: the focus is in the member ID, and once that is corrected the coverage is active', async () => {
  const sidebar = await open('date=2026-11-16&member=NOTFOUND1');
  await clickInSidebar(page, sidebar, button('Check again'));
  await focused(sidebar, 'coverage.memberId');
  await sidebarText(sidebar, 'The payer does not find the subscriber.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'W123456789');
  await sidebarText(sidebar, 'Last checked for member ID NOTFOUND1');
  await clickInSidebar(page, sidebar, button('Check again'));
  await sidebarText(sidebar, 'Copay $25.00 for an office visit, in network.');
});

test('a payer that is down, and one that is slow: said after a second, and nobody has to wait', async () => {
  const down = await open('date=2026-11-16&member=PAYERDOWN1');
  await clickInSidebar(page, down, button('Check again'));
  await sidebarText(down, 'The payer can not answer now.');
  expect(await troubles(page, down)).toEqual([]);

  const never = await open('date=2026-11-16&member=NOANSWER1');
  await clickInSidebar(page, never, button('Check again'));
  await sidebarText(never, 'Asking Aetna');
  expect(await troubles(page, never)).toEqual([]);
  await clickInSidebar(page, never, button('Stop waiting'));
  await sidebarText(never, 'the answer stands here once it came');

  const slow = await open('date=2026-11-16&member=SLOW1');
  await clickInSidebar(page, slow, button('Check again'));
  await sidebarText(slow, 'Asking Aetna');
  await sidebarText(slow, 'Copay $25.00 for an office visit, in network.');
});

test('where nothing is set up it is said who does it', async () => {
  const connections = await (await desk.client.api.connections.$get()).json();
  if (!('connections' in connections)) throw new Error('no connections');
  const realTime = connections.connections[0]?.realTime;
  await desk.client.api.connections[':id'].pause.$put({ param: { id: 'main' } });
  const sidebar = await open('date=2026-11-16&member=W2');
  await clickInSidebar(page, sidebar, button('Check again'));
  await sidebarText(sidebar, 'is paused, so that nothing is asked by it. An admin lets it go on in Options.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await desk.client.api.connections[':id'].pause.$delete({ param: { id: 'main' } });
  expect(realTime?.username).toBe(desk.stage.sandbox.username);
});

test('a claim that nobody answers: the payer is asked, and what it says stands on the claim', async () => {
  const ids = await billed(desk, ['SILENT1']);
  await settled(desk, ids, ['file-accepted']);
  aheadMilliseconds = 5 * DAYS;
  await desk.client.follow(async () => (await desk.client.claim(ids[0] ?? '')).silence !== null);
  const side = await openSidePage(desk);
  await side.toTab('Claims');
  await side.page.waitForSelector('.list-select');
  await side.page.select('.list-select', 'silent');
  await side.openFirstClaim();
  const ask = await side.page.waitForSelector(button('Ask the payer'));
  await side.page.waitForFunction((each) => each?.getAttribute('aria-disabled') !== 'true', IN_ANY_TAB, ask);
  expect(await troubles(side.page)).toEqual([]);
  await ask?.click();
  await sidebarText(side.page, 'says: The claim was not found.');
  expect(await troubles(side.page)).toEqual([]);
  const claim = await desk.client.claim(ids[0] ?? '');
  expect(claim.events.at(-1)).toMatchObject({
    source: { kind: 'inbound-file', fileName: `asked-${claim.patientControlNumber}.277` },
  });
});
