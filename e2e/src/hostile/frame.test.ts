/** Attacks on our element and its frame: covering, bending, shrinking, copying, moving, entering and embedding it. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { IN_ANY_TAB, openOptions, openRoot, pressBill, sidebarText } from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { claimShows } from '../journeys/shown.ts';
import { billButtonPoint, type HostileDesk, isAwake, openHostileDesk } from './desk.ts';
import { sampleOf } from './sample.ts';

let desk: HostileDesk;
let page: Page;

beforeAll(async () => {
  desk = await openHostileDesk();
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
});
afterAll(() => desk?.close());

const OVER_ALL = 'content:"";position:fixed;z-index:2147483647;pointer-events:none;';
const STYLES = {
  'a white sheet that lets clicks through': `html::after{${OVER_ALL}inset:0;background:white}`,
  'the shadow of one pixel': `html::after{${OVER_ALL}width:1px;height:1px;box-shadow:0 0 0 3000px white}`,
  'the outline of one pixel': `html::after{${OVER_ALL}width:1px;height:1px;outline:3000px solid white}`,
  'a border image that reaches far out of its box': `html::after{${OVER_ALL}inset:0 auto 0 0;width:9px;border:1px solid;border-image:linear-gradient(white,white) 1 fill;border-image-outset:0 3000px 0 0}`,
  'the reflection of a box elsewhere': `html::after{${OVER_ALL}inset:0 50% 0 0;background:white;-webkit-box-reflect:right}`,
  'the shadow of a box out of the window': `html::after{${OVER_ALL}top:0;left:-1440px;width:1440px;height:900px;background:white;filter:drop-shadow(1440px 0 0 white)}`,
  'a letter as large as the window': `html::after{${OVER_ALL}content:"\\2588";top:0;left:400px;font-size:1500px;line-height:1;width:1px;height:1px}`,
  'opacity of nearly nothing': 'html{opacity:.001}',
  'opacity of nearly all': 'html{opacity:.99}',
  'a filter': 'html{filter:opacity(.01)}',
  'a blend mode': 'html{mix-blend-mode:multiply}',
  'a clip path': 'html{clip-path:inset(0 300px 0 0)}',
  'a mask': 'html{mask:linear-gradient(transparent,transparent)}',
  'a scale of one fiftieth': 'html{transform:scale(.02)}',
  'half a turn': 'html{rotate:180deg}',
  'a look from far away': 'html{transform:perspective(10px) translateZ(-100px)}',
  'a shift that leaves three quarters of the button in the window': 'html{transform:translateX(104px)}',
};

describe('a press on the bill button counts for nothing while the page bends or covers us by', () => {
  const apply = (css: string) => (target: Page) =>
    target.evaluate((text) => {
      const style = Object.assign(document.createElement('style'), { id: 'attack', textContent: text });
      document.head.append(style);
    }, css);
  const script = (text: string) => (target: Page) => target.evaluate(text) as Promise<void>;
  const attacks: [string, (target: Page) => Promise<void>][] = [
    ...Object.entries(STYLES).map(([name, css]): [string, (target: Page) => Promise<void>] => [
      name,
      apply(css),
    ]),
    [
      'a popover in the top layer',
      script(
        "document.body.insertAdjacentHTML('beforeend', '<div id=attack popover=manual style=\"inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none\"></div>'); document.getElementById('attack').showPopover()",
      ),
    ],
    [
      'the backdrop of a dialog',
      script(
        "document.body.insertAdjacentHTML('beforeend', '<dialog id=attack style=\"pointer-events:none\"><style>::backdrop{background:white;pointer-events:none}</style></dialog>'); document.getElementById('attack').showModal()",
      ),
    ],
    [
      'a drawing that runs out of its box',
      script(
        "document.documentElement.insertAdjacentHTML('beforeend', '<svg id=attack style=\"position:fixed;left:0;top:0;width:1px;height:1px;overflow:visible;z-index:2147483647;pointer-events:none\"><rect width=3000 height=3000 fill=white /></svg>')",
      ),
    ],
    [
      'a frame of its own',
      script(
        'document.documentElement.insertAdjacentHTML(\'beforeend\', \'<iframe id=attack srcdoc="<body style=background:white>" style="position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647;pointer-events:none"></iframe>\')',
      ),
    ],
    [
      'a picture of the page as it was, that a view transition holds up',
      script(
        "document.head.insertAdjacentHTML('beforeend', '<style id=attack>::view-transition,::view-transition-group(*){pointer-events:none;animation-duration:100s}</style>'); window.running = document.startViewTransition(() => {})",
      ),
    ],
    [
      'an animation of our element',
      script(
        "window.running = [...document.documentElement.children].at(-1).animate([{ opacity: 0, transform: 'scale(.1)' }, { opacity: 0, transform: 'scale(.1)' }], { duration: 1e9, fill: 'forwards' })",
      ),
    ],
    [
      'an animation of the page',
      script(
        'window.running = document.documentElement.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e9 })',
      ),
    ],
  ];

  test.each(sampleOf(attacks, 6))('%s', async (_, attack) => {
    const opened = await desk.openVisit();
    page = opened.page;
    const { sidebar } = opened;
    await attack(page);
    await expect.poll(() => isAwake(sidebar)).toBe(false);
    const { x, y } = await billButtonPoint(page, sidebar);
    await page.mouse.click(x, y);
    await page.mouse.click(x, y, { count: 2 });
    await page.evaluate(() => {
      document.getElementById('attack')?.remove();
      const { running } = window as unknown as { running?: Animation & ViewTransition };
      running?.cancel?.();
      running?.skipTransition?.();
    });
    await expect.poll(() => isAwake(sidebar)).toBe(true);
    expect(await desk.claims()).toEqual([]);
  });
});

test('a page that zooms itself, and us, out of sight loses us: no button is left to be pressed', async () => {
  const opened = await desk.openVisit();
  page = opened.page;
  const root = await openRoot(page);
  await page.evaluate(() => document.documentElement.style.setProperty('zoom', '0.02'));
  await expect.poll(() => page.$$eval('html > *', (all) => all.length)).toBe(2);
  expect(await root.$eval('.panel', (panel) => panel.checkVisibility())).toBe(false);
  const asker = await openOptions(desk.browser);
  expect(await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' })).toEqual({
    open: false,
    gaveUp: true,
  });
  await asker.close();
});

test('a cover that is taken away between press and release, wins no press', async () => {
  const opened = await desk.openVisit();
  page = opened.page;
  const { sidebar } = opened;
  const { x, y } = await billButtonPoint(page, sidebar);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.setAttribute('style', 'position:fixed;inset:0;z-index:2147483647;background:white');
    cover.addEventListener('mousedown', () => cover.remove());
    document.documentElement.append(cover);
  });
  await expect.poll(() => isAwake(sidebar)).toBe(false);
  await page.mouse.click(x, y);
  await expect.poll(() => isAwake(sidebar)).toBe(true);
  expect(await desk.claims()).toEqual([]);
});

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
    const button = await framed.waitForSelector('.bill-bar .button.main');
    const place = await button?.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(place?.x ?? 0, place?.y ?? 0);
    await sidebarText(framed, 'the page covered this button');
    expect(await desk.claims()).toEqual([]);
  });
});

test('after all of this, one honest press bills once', async () => {
  const { page: chart, sidebar } = await desk.openVisit();
  page = chart;
  await pressBill(chart, sidebar);
  await claimShows(sidebar, 'paid');
  expect(await desk.claims()).toHaveLength(1);
});
