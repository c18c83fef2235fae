/** What the server knows and the page can't: code lists, the payer, earlier claims. The sidebar warns of it, in no one's way. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeListOf, importCodeList } from '@claimside/server/code-sets';
import { openDataFolder } from '@claimside/server/data-folder';
import { changePractice } from '@claimside/server/practice';
import { systemRuntime } from '@claimside/server/runtime';
import type { PracticeSettings } from '@claimside/shared/api';
import pino from 'pino';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';

let desk: Desk;
let page: Page;
let answered: Promise<void>;

/** As their publishers lay them out, with invented words. */
const DIAGNOSES = ['00001 M545    0', '00002 M5450   1', '00003 I10     1', '00004 E119    1']
  .map((start) => `${start} ${'INVENTED'.padEnd(60)} INVENTED`)
  .join('\n');
const PAIRS = [
  'Column 1\tColumn 2\t*\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tRationale',
  '20610\t97110\t\t20200101\t*\t1\tINVENTED',
].join('\n');

beforeAll(async () => {
  desk = await openDesk();
  const folder = await openDataFolder(desk.stage.serverDataDir, systemRuntime(pino({ level: 'silent' })));
  const lists = [
    ['icd-10-cm', 'icd10cm_order_2027.txt', DIAGNOSES],
    ['ncci-ptp', 'ccipra-v323r0-f1.txt', PAIRS],
  ] as const;
  for (const [name, file, text] of lists) {
    const [list, path] = [codeListOf(name), join(desk.dataDir, file)];
    writeFileSync(path, text);
    const asked = list && { list, paths: [path], anyway: false, byDevice: null };
    const done =
      asked &&
      (await importCodeList(folder, asked, { progress: () => {}, stopped: new AbortController().signal }));
    if (!done?.ok) throw new Error(`${name} was not imported`);
  }
  const practice = (await (await desk.client.api.practice.$get()).json()) as PracticeSettings;
  const payers = practice.payers.map((payer) => ({ ...payer, isListed: payer.name !== 'Aetna' }));
  await changePractice(folder, folder.practiceId, null, { ...practice, payers });
  await folder.close();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

/** Resolves once the server has answered the sidebar of this page all that it asks beside the claim. */
function allAnswered(chart: Page): Promise<void> {
  const missing = new Set(['code-facts', 'clearinghouse', 'claims/standing']);
  return new Promise((resolve) => {
    chart.on('response', (answer) => {
      for (const path of missing) if (answer.ok() && answer.url().endsWith(`/${path}`)) missing.delete(path);
      if (missing.size === 0) resolve();
    });
  });
}

/** The same patient, date and codes each time; `visit` is the number in the chart's banner. */
async function openVisit(visit: number) {
  page = await desk.openChart(`${desk.stage.ehr.url}?encounter=2026-11-16 (${visit})`);
  answered = allAnswered(page);
  return openSidebar(page);
}

const LISTED = "The payer ID is not on the clearinghouse's list: the claim would go nowhere.";
const PAIR = 'Line 3 of the same day includes this service unless a modifier separates the two.';
const HEADING = 'This diagnosis has more exact codes below it; payers want one of those.';
const NO_WORDS = 'This code does not say what was done, so the payer wants words for it.';
const TWICE = 'A claim with the same patient, dates, codes and charges stands already.';

test('lists and payer warn beside what they are about, and only codes and hashes are asked', async () => {
  const asked: string[] = [];
  const sidebar = await openVisit(9201);
  page.on('request', (request) => {
    if (/code-facts|standing/.test(request.url())) asked.push(`${request.url()} ${request.postData()}`);
  });
  await sidebarText(sidebar, LISTED);
  await typeInSidebar(page, sidebar, 'serviceLines.2.modifiers', '51');
  await sidebarText(sidebar, PAIR);
  await typeInSidebar(page, sidebar, 'diagnoses.0.code', 'M54.5');
  await sidebarText(sidebar, HEADING);
  await typeInSidebar(page, sidebar, 'diagnoses.1.code', 'Quintero');
  await typeInSidebar(page, sidebar, 'diagnoses.1.code', 'I10');

  await typeInSidebar(page, sidebar, 'serviceLines.1.procedureCode', '97039');
  await sidebarText(sidebar, NO_WORDS);
  await typeInSidebar(page, sidebar, 'serviceLines.1.description', 'Invented warmth, 15 min');
  expect((await shownVisit(sidebar)).findings.map((text) => text.replace(/^To know: /, ''))).toEqual([
    expect.stringContaining(LISTED),
    expect.stringContaining(HEADING),
  ]);
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');
  const sent = (await sentFiles(desk.stage.sandbox)).at(-1)?.segments ?? [];
  expect(sent.filter((segment) => segment.startsWith('SV1*'))).toEqual([
    'SV1*HC:99214:25*185*UN*1***2:3',
    'SV1*HC:97039:GP::::INVENTED WARMTH, 15 MIN*96*UN*2***1',
    'SV1*HC:20610:51*140*UN*1***1',
  ]);
  expect(asked.join()).toContain('M545');
  expect(asked.join()).not.toMatch(/quintero|marta|1978|W123456789/i);
});

test('a visit that was billed already is warned of before it is pressed', async () => {
  const first = await openVisit(9202);
  await pressBill(page, first);
  await claimShows(first, 'paid');
  await page.close();

  const sidebar = await openVisit(9203);
  await sidebarText(sidebar, TWICE);
  // What only is to know, of no field of its own, takes the focus itself, and never a button beside it.
  const focused = () => sidebar.evaluate(() => document.activeElement?.textContent ?? '');
  await sidebar.focus('.bill-bar .link');
  for (let steps = 0; !(await focused()).includes(TWICE); steps += 1) {
    if (steps > 4) throw new Error('F8 does not lead there');
    const before = await focused();
    await page.keyboard.press('F8');
    await expect.poll(focused).not.toBe(before);
    expect(await focused()).not.toBe('Line');
  }
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[starts-with(., "Open the claim billed 20")])');
  await claimShows(sidebar, 'paid');
});

test('while the server is away its warnings stay, what is new goes unchecked, and one line says so', async () => {
  const sidebar = await openVisit(9204);
  await sidebarText(sidebar, LISTED);
  await answered;
  await desk.stage.stopServer();
  await typeInSidebar(page, sidebar, 'diagnoses.0.code', 'M54.5');
  await sidebarText(sidebar, 'Not checked for now, as the server could not be asked: code lists.');
  expect((await shownVisit(sidebar)).findings.join()).toContain(LISTED);
  await desk.stage.restartServer();
  await sidebarText(sidebar, HEADING);
});
