/** A denial is appealed: the letter, what is written down of it, where the claim then stands, and what the payer says to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, OPTIONS_URL, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let side: SidePage;
let claimId: string;
beforeAll(async () => {
  desk = await openDesk();
  [claimId = ''] = await billed(desk, ['DENY1']);
  await settled(desk, [claimId], ['denied']);
  side = await openSidePage(desk);
});
afterAll(() => desk?.close());

const rowCount = (count: number) =>
  side.page.waitForFunction(
    (wanted) => document.querySelectorAll('.worklist:not([hidden]) .claim-row').length === wanted,
    IN_ANY_TAB,
    count,
  );
async function chooseList(letters: string, count: number): Promise<void> {
  await side.tabTo('List');
  await side.page.keyboard.type(letters);
  await rowCount(count);
}

test('the letter says all that the payer needs, why is written into it, and sending it is written down', async () => {
  const { page, focus, tabTo, toTab, press, looksRight } = side;
  await toTab('Claims');
  await rowCount(1);
  await tabTo('Sampleone');
  await page.keyboard.press('Enter');
  await tabTo('Appeal');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Appeal');
  await sidebarText(page, 'Why the decision is wrong is still to be written.');
  await looksRight();
  await tabTo('Letter');
  const letter = () => page.$eval('.letter textarea', (area) => (area as HTMLTextAreaElement).value);
  expect(await letter()).toMatch(/Member ID: DENY1\n(.*\n)*.*in dispute: \$281\.00/);
  await page.$eval('.letter textarea', (area) => {
    const at = (area as HTMLTextAreaElement).value.indexOf('[Say here');
    (area as HTMLTextAreaElement).setSelectionRange(at, (area as HTMLTextAreaElement).value.indexOf(']') + 1);
  });
  await page.keyboard.type('The authorization was given by phone.');
  await page.waitForFunction(() => !document.body.textContent.includes('is still to be written'), IN_ANY_TAB);
  await tabTo('I sent it');
  await press();
  await sidebarText(page, 'Appealed to the payer');
  // On the claim again, which says what it waits for.
  await expect.poll(focus).toContain('Denied');
  await looksRight();
});

test('it asks for nobody meanwhile, stands under Denied with what it waits for, and the office`s note is with it', async () => {
  const { page, focus, tabTo, looksRight } = side;
  await tabTo('New note');
  await page.keyboard.type('FAXED TO THE APPEALS DESK');
  await tabTo('Add note');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('.note-text')?.textContent === 'FAXED TO THE APPEALS DESK',
    IN_ANY_TAB,
  );
  await expect.poll(focus).toBe('New note');
  await looksRight();
  // In a field it leaves nothing.
  await tabTo('Who works on it');
  await page.keyboard.press('Escape');
  await sidebarText(page, 'Nothing needs you.');
  await chooseList('Denied', 1);
  await sidebarText(page, 'waits for the decision');
  await looksRight();

  const history = await desk.browser.newPage();
  await history.goto(`${OPTIONS_URL.replace('options', 'history')}?claim=${claimId}`);
  await sidebarText(history, 'Appealed to the payer');
  expect(await troubles(history)).toEqual([]);
  await history.close();
  await page.bringToFront();
});

test('refused, it asks for somebody again, with what was said on the phone', async () => {
  const { page, tabTo, press, looksRight } = side;
  await tabTo('Sampleone');
  await page.keyboard.press('Enter');
  await tabTo('Appeal answered');
  await page.keyboard.press('Enter');
  await sidebarText(page, 'comes by itself, with its remittance');
  await tabTo('What the payer says');
  await page.keyboard.type('It stands');
  await sidebarText(page, 'appeal once more, bill the patient');
  await tabTo('Who said it');
  await page.keyboard.type('MS SAMPLE, REF 77');
  await looksRight();
  await tabTo('Write it down');
  await press();
  await sidebarText(page, 'MS SAMPLE, REF 77');
  await looksRight();
  await page.keyboard.press('Escape');
  await chooseList('Needs', 1);
});
