/** Attacks on our element and its frame: upgrading, copying, moving, finding, entering and embedding it. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { IN_ANY_TAB, openRoot, sidebarText } from '../browser/index.ts';
import { billButtonPoint, type HostileDesk, openHostileDesk } from './desk.ts';

let desk: HostileDesk;
let page: Page;

beforeAll(async () => {
  desk = await openHostileDesk();
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
});
afterAll(() => desk?.close());

describe('the closed root and the frame in it', () => {
  const ours = "[...document.documentElement.children].find((child) => child.localName.includes('-'))";

  test('are not opened by a custom element that the page defines under our name', async () => {
    ({ page } = await desk.openVisit());
    const seen = await page.evaluate(`(() => {
      const host = ${ours};
      let root = 'never upgraded';
      customElements.define(host.localName, class extends HTMLElement {
        constructor() { super(); root = this.attachInternals().shadowRoot; }
      });
      return [host.constructor === HTMLElement, root, host.shadowRoot];
    })()`);
    expect(seen).toEqual([false, null, null]);
  });

  test('are not copied with a copy of our element, which shows nothing', async () => {
    ({ page } = await desk.openVisit());
    const copies = await page.evaluate(`(() => {
      const host = ${ours};
      const made = [host.cloneNode(true), document.importNode(host, true), new DOMParser().parseFromString(document.documentElement.getHTML({ serializableShadowRoots: true }), 'text/html').querySelector(host.localName)];
      document.body.append(...made);
      return made.map((copy) => [copy.shadowRoot, copy.innerHTML, copy.getBoundingClientRect().width]);
    })()`);
    expect(copies).toEqual([
      [null, '', 0],
      [null, '', 0],
      [null, '', 0],
    ]);
  });

  test('come back from a document that the page moved them to', async () => {
    const opened = await desk.openVisit(desk.pages.visit({ below: '<iframe></iframe>' }));
    page = opened.page;
    const root = await openRoot(page);
    await page.evaluate(`document.querySelector('iframe').contentDocument.body.append(${ours})`);
    await page.waitForFunction(`${ours} !== undefined`, { polling: 50 });
    expect(await root.evaluate((inside) => inside.ownerDocument === document)).toBe(true);
  });

  test('are reached by no list of frames, search, selection, hit test, timing, shift or report of the browser', async () => {
    const url = desk.pages.visit({
      script: `
        window.reports = [];
        const note = (entries) => reports.push(...entries);
        for (const type of PerformanceObserver.supportedEntryTypes)
          new PerformanceObserver((list) => note(list.getEntries())).observe({ type, buffered: true, durationThreshold: 16 });
        new ReportingObserver(note, { buffered: true }).observe();
        document.addEventListener('securitypolicyviolation', (event) => reports.push(event));
      `,
      headers: {
        'Content-Security-Policy-Report-Only': "frame-src 'none'; child-src 'none'; img-src 'none'",
      },
    });
    const opened = await desk.openVisit(url);
    page = opened.page;
    const address = await page.extensionRealms()[0]?.evaluate(() => chrome.runtime.getURL('/sidebar.html'));
    const { x, y } = await billButtonPoint(page, opened.sidebar);
    const learnt = await page.evaluate(
      ([left, top]) => {
        const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
        const spoken: unknown[] = [];
        const nodes: unknown[] = [];
        for (const report of (window as unknown as { reports: Record<string, unknown>[] }).reports) {
          for (const name in report) {
            const value = report[name];
            if (value instanceof Node) nodes.push(value);
            for (const part of Array.isArray(value) ? value : []) nodes.push(part.node ?? null);
          }
          spoken.push(report.name, report.blockedURI, report.sourceFile, JSON.stringify(report));
        }
        document.execCommand('selectAll');
        return {
          spoken: spoken.join(' '),
          inside: nodes.filter((node) => node instanceof Node && !document.contains(node)).length,
          frames: window.length,
          found: (window as unknown as { find(text: string): boolean }).find('to Aetna'),
          selected: getSelection()?.toString().includes('to Aetna'),
          hit: document
            .elementsFromPoint(left ?? 0, top ?? 0)
            .map((element) => element.localName.includes('-')),
          caret: document.caretPositionFromPoint(left ?? 0, top ?? 0)?.offsetNode === host,
          animations: document.getAnimations().length,
        };
      },
      [x, y],
    );
    expect(learnt.spoken).not.toContain(new URL(address ?? '').host);
    expect(learnt.spoken).not.toContain('sidebar.html');
    expect({ ...learnt, spoken: '' }).toEqual({
      spoken: '',
      inside: 0,
      frames: 0,
      found: false,
      selected: false,
      hit: [true, false],
      caret: false,
      animations: 0,
    });
  });
});

describe('the sidebar in a frame of the page', () => {
  /** Its address of this browser start, as if the page had learnt it. */
  const addressOf = async (from: Page): Promise<string> =>
    (await from.extensionRealms()[0]?.evaluate(() => chrome.runtime.getURL('/sidebar.html'))) ?? '';
  const embed = (src: string, style: string) => `<iframe src="${src}" style="${style}"></iframe>`;

  test.each([
    ['ours', EXTENSION_ID],
    ['another extension`s', 'a'.repeat(32)],
  ])('under the fixed id (%s) is an error page, even on an added site', async (_, id) => {
    page = await desk.openChart(desk.pages.page(embed(`chrome-extension://${id}/sidebar.html`, '')));
    expect(page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
    const reached = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        ),
      `chrome-extension://${id}/sidebar.html`,
    );
    expect(reached).toBe('refused');
  });

  test('of a site that was not added says so and nothing of the practice, though the address was learnt from the browser`s reports', async () => {
    const url = desk.pages.visit({
      script:
        'new ReportingObserver((reports) => { for (const report of reports) window.learnt ??= /chrome-extension:[^\\"]+/.exec(JSON.stringify(report))?.[0] }, { buffered: true }).observe()',
      headers: { 'Cross-Origin-Embedder-Policy-Report-Only': 'require-corp' },
    });
    const added = await desk.openVisit(url);
    const learnt = await added.page.waitForFunction(
      () => (window as unknown as { learnt?: string }).learnt,
      IN_ANY_TAB,
    );
    const address = (await learnt.jsonValue()) ?? '';
    await added.page.close();
    expect(address).toMatch(/^chrome-extension:.*sidebar\.html$/);
    const between = desk.pages.page(embed(address, ''));
    page = await desk.openChart(desk.pages.page(embed(between, '')).replace('://hostile.', '://elsewhere.'));
    const framed = await page.waitForFrame((frame) => frame.url().endsWith('/sidebar.html'));
    await sidebarText(framed, 'shown only on sites that were added');
    expect(await framed.$('main')).toBeNull();
  });

  test('of an added site that fades it takes no press', async () => {
    const opened = await desk.openVisit();
    const address = await addressOf(opened.page);
    await opened.page.close();
    const url = desk.pages.visit({
      above: embed(address, 'position:fixed;left:0;top:0;width:420px;height:900px;opacity:.01'),
    });
    page = await desk.openChart(url);
    await page.bringToFront();
    const framed = await page.waitForFrame((frame) => frame.url().endsWith('/sidebar.html'));
    await framed.waitForSelector('.bill-bar .button.main');
    // As long as the view is still being filled, what is aimed at moves.
    const press = async () => {
      const place = await framed.$eval('.bill-bar .button.main', (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.mouse.click(place.x, place.y);
      return framed.$eval('body', ({ textContent }) => textContent);
    };
    await expect.poll(press, { interval: 500 }).toContain('the page covered this button');
    expect(await desk.claims()).toEqual([]);
  });
});
