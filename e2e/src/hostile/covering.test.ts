import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openOptions, openRoot, pressBill } from '../browser/index.ts';
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

test('after all of this, one honest press bills once', async () => {
  const { page: chart, sidebar } = await desk.openVisit();
  page = chart;
  await pressBill(chart, sidebar);
  await claimShows(sidebar, 'paid');
  expect(await desk.claims()).toHaveLength(1);
});
