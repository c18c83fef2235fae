/** What is done on a page without a visit: nothing while it only ticks, and no visit is missed for that. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answering, IN_ANY_TAB, startAnswering } from '../browser/index.ts';
import { ask, newsSince } from './extension.ts';
import { table } from './made-page.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://bare.localhost:8';
const OTHER_ORIGIN = 'http://framed.localhost:8';

const INBOX =
  '<h1>Inbox</h1><p id="clock">10:00:00</p><p><b id="unread">0 unread</b></p><div id="bar"></div><main></main>';
const PATIENT =
  '<dl><dt>Last name</dt><dd>Tester</dd><dt>First name</dt><dd>Anna</dd><dt>Date of birth</dt><dd>1980-01-02</dd></dl>';
const VISIT = PATIENT + table('Services', 'CPT|Units|Charge', '99213|1|$110.50');

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN, OTHER_ORIGIN);
});
afterAll(() => site?.close());

const onPage = (body: string, use: (page: Page) => Promise<void>): Promise<void> =>
  site.with(`${ORIGIN}/inbox`, ({ pathname }) => (pathname === '/visit' ? VISIT : body), use);

/** Counts the readings of this page from now on: each makes one digest of what it read. */
async function countReadings(page: Page): Promise<() => Promise<number>> {
  const [world] = page.extensionRealms();
  await world?.evaluate(() => {
    const { encode } = TextEncoder.prototype;
    Object.assign(globalThis, { readings: 0 });
    TextEncoder.prototype.encode = function (...texts) {
      (globalThis as unknown as { readings: number }).readings += 1;
      return encode.apply(this, texts);
    };
  });
  return async () =>
    (await world?.evaluate(() => (globalThis as unknown as { readings: number }).readings)) ?? Number.NaN;
}

/** Ten times a second for three seconds, in all the ways in which pages do it. */
const tick = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const [clock, unread, bar] = ['clock', 'unread', 'bar'].map((id) => document.getElementById(id));
        const text = clock?.firstChild as Text;
        let ticks = 0;
        const timer = setInterval(() => {
          ticks += 1;
          text.data = `10:00:${String(ticks).padStart(2, '0')}`;
          if (unread && ticks % 2 === 0) unread.textContent = `${ticks} unread`;
          else if (unread) {
            unread.textContent = '';
            unread.append(`${ticks} unread`);
          }
          bar?.setAttribute('style', `width: ${ticks}px`);
          bar?.setAttribute('class', ticks % 2 ? 'on' : 'off');
          if (ticks < 30) return;
          clearInterval(timer);
          done();
        }, 100);
      }),
  );

/** The code of the first service that the page is told of when this is done to it. */
async function serviceAfter(page: Page, act: () => Promise<unknown>): Promise<string | undefined> {
  await newsSince(site.asker, 'page/changed', async () => void (await act()), {
    patient: 'anna tester|1980-01-02|',
  });
  return (await ask(site.asker, page.url(), { type: 'page/read' })).lines[0]?.procedureCode.value;
}

const put = (page: Page, html: string): Promise<void> =>
  page.evaluate((text) => {
    const main = document.querySelector('main');
    if (main) main.innerHTML = text;
  }, html);

test('a page without a visit that ticks ten times a second is not read for it', async () => {
  await onPage(INBOX, async (page) => {
    await ask(site.asker, page.url(), { type: 'page/read' });
    const readings = await countReadings(page);
    await tick(page);
    expect(await readings()).toBe(0);
    await page.evaluate("history.pushState(null, '', '/inbox/2')");
    await expect.poll(readings).toBe(1);
  });
});

test('a visit is read that the page renders later without another address', async () => {
  await onPage(INBOX, async (page) => {
    await tick(page);
    expect(await serviceAfter(page, () => put(page, VISIT))).toBe('99213');
  });
});

test('a visit is read of which texts alone come: into labelled places, and with their labels', async () => {
  const empty = VISIT.replaceAll(/>[^<]+</g, '><');
  const labelled = VISIT.replaceAll(/(<dd>)[^<]*|(<td>)[^<]*/g, '$1$2');
  for (const body of [empty, labelled])
    await onPage(`${INBOX}<section>${body}</section>`, async (page) => {
      const texts = [...VISIT.matchAll(/<(?:d[dt]|t[hd])>([^<]*)/g)].map(([, text = '']) => text);
      const fill = () =>
        page.evaluate((all) => {
          for (const [at, place] of document.querySelectorAll('section :is(dt, dd, th, td)').entries())
            if (!place.firstChild) place.textContent = all[at] ?? '';
        }, texts);
      expect(await serviceAfter(page, fill)).toBe('99213');
    });
});

test('a visit is read that was there out of sight, and that a class, a press or a frame brings', async () => {
  const hidden = `${INBOX}<style>.off { display: none }</style><section class="off">${VISIT}</section>`;
  await onPage(hidden, async (page) => {
    const show = () => page.$eval('section', (section) => section.removeAttribute('class'));
    expect(await serviceAfter(page, show)).toBe('99213');
  });
  const folded = `${INBOX}<style>main:focus-within + section { display: block } section { display: none }</style>
    <main><button>Open</button></main><section>${VISIT}</section>`;
  await onPage(folded.replace('<main></main>', ''), async (page) => {
    expect(await serviceAfter(page, () => page.click('button'))).toBe('99213');
  });
  await onPage(INBOX, async (page) => {
    const frame = () => put(page, '<iframe src="/visit" width="600" height="400"></iframe>');
    await newsSince(site.asker, 'page/changed', frame, { patient: 'anna tester|1980-01-02|' });
  });
});

test('a hidden tab is not read; it is when a person comes back to it', async () => {
  await onPage(INBOX, async (page) => {
    await ask(site.asker, page.url(), { type: 'page/read' });
    const readings = await countReadings(page);
    await site.asker.bringToFront();
    await page.waitForFunction(() => document.hidden, IN_ANY_TAB);
    await put(page, VISIT);
    await tick(page);
    expect(await readings()).toBe(0);
    expect(await serviceAfter(page, () => page.bringToFront())).toBe('99213');
  });
});
