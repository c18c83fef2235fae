/** Canary strings that only the server knows: in no document, console, heap, address or timing of the page. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { CDPSession, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, pressBill } from '../browser/index.ts';
import { MARTA } from '../ehr/index.ts';
import { claimShows } from '../journeys/shown.ts';
import { type HostileDesk, openHostileDesk, readyToBill } from './desk.ts';

/** Of the practice's settings and of an earlier claim; what the page itself shows is no canary. */
const PRACTICE = 'Canarypractice';
const PAYER = 'Canarypayer';
const PATIENT = 'Canarypatient';
/** Is denied, so that the claim stands among those that need a person. */
const DENIED = 'DENY0001';

let desk: HostileDesk;
let page: Page;
let sidebar: Frame;
let token: string;
const said: string[] = [];

beforeAll(async () => {
  desk = await openHostileDesk();
  const practice = (await (await desk.client.api.practice.$get()).json()) as PracticeSettings;
  await desk.client.api.practice.$put({
    header: {},
    json: {
      ...practice,
      name: PRACTICE,
      payers: [
        ...practice.payers,
        { payerId: '99998', name: PAYER, claimFilingIndicator: 'CI', aliases: [] },
      ],
    },
  });
  const other = { ...MARTA, firstName: PATIENT, memberId: DENIED, chartNumber: 'MRN-90009' };
  const earlier = await desk.openVisit(desk.pages.visit({ patient: other }));
  await pressBill(earlier.page, earlier.sidebar);
  await claimShows(earlier.sidebar, 'denied');
  await earlier.page.close();

  page = await desk.browser.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(desk.pages.visit());
  sidebar = await openSidebar(page);
  await readyToBill(sidebar);
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[@role="tab" and contains(., "Claims")])');
  await sidebar.waitForFunction((name) => document.body.textContent.includes(name), { polling: 50 }, PATIENT);
  token = await sidebar.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('claimside');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('device').objectStore('device').get('credentials');
          asked.onsuccess = () => resolve((asked.result as { token: string }).token);
        };
      }),
  );
});
afterAll(() => desk?.close());

const canaries = () => [PRACTICE, PAYER, PATIENT, token, desk.stage.server.url];
const hits = (text: string) =>
  canaries().filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));

test('the server`s canaries are in the heap of the sidebar, where they belong: the search finds them', async () => {
  const frames = desk.browser.targets().filter((target) => target.url().endsWith('/sidebar.html'));
  const [inside] = await Promise.all(frames.map((target) => target.createCDPSession()));
  if (!inside) throw new Error('the sidebar has no process of its own');
  expect(hits(await heapOf(inside))).toEqual(canaries());
});

test('they are in no part of the page`s documents, closed roots among them', async () => {
  const session = await page.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const documents = JSON.stringify(root);
  expect(documents).toContain('Quintero');
  expect(documents).toContain('Close Claimside');
  expect(hits(documents)).toEqual([]);
});

test('they are not in the heap of the page, its own world and ours', async () => {
  const session = await page.createCDPSession();
  const heap = await heapOf(session);
  expect(heap).toContain('Quintero');
  expect(heap).toContain('Bill this visit');
  expect(hits(heap)).toEqual([]);
});

test('they are in no line of the page`s console', () => {
  expect(hits(said.join('\n'))).toEqual([]);
});

test('they are in no timing, address, storage, cookie or history that the page can see', async () => {
  const seen = await page.evaluate(async () =>
    JSON.stringify([
      performance.getEntries(),
      location.href,
      document.referrer,
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      await indexedDB.databases(),
      await caches.keys(),
      Object.keys(window),
    ]),
  );
  expect(hits(seen)).toEqual([]);
  expect(seen).not.toContain('sidebar.html');
});

/** Every string of the isolate, as a heap snapshot writes it. */
async function heapOf(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return chunks.join('');
}
