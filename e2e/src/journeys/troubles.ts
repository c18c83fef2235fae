/** What axe complains of in a view, and what doesn't fit: as it is, at 200 % zoom, and in forced colours. */
import type { Frame, Page } from 'puppeteer';
import { complaints } from './complaints.ts';

const WINDOW = { width: 1440, height: 900 };
/** The same window at 200 %: half the room, drawn twice as large. */
const ZOOMED_PAGE = { width: 720, height: 450, deviceScaleFactor: 2 };
/** Beside a chart, in a window so narrow that the sidebar is left 320 points, the least that any page should do with. */
const ZOOMED_CHART = { width: 324, height: 450, deviceScaleFactor: 2 };

/** Drawn anew after the window changed. */
const drawn = (view: Frame | Page): Promise<unknown> =>
  view.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What sticks out to the side, is cut off with words in it, or lets the sidebar, whose parts scroll, scroll away as a whole. Boxes to type in scroll by themselves. */
function unfit(view: Frame | Page): Promise<string[]> {
  return view.evaluate(() => {
    const nameOf = (element: Element): string =>
      `${element.localName}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.for-screen-readers, svg, dialog:not([open])') === null &&
      element.getBoundingClientRect().width > 1;
    const { scrollHeight, clientHeight } = document.documentElement;
    const isSidebar = location.pathname.includes('sidebar');
    const away = isSidebar && scrollHeight > clientHeight ? [`scrolls away: to ${scrollHeight} px`] : [];
    const toTheSide = [...document.querySelectorAll('body *')].filter(isSeen).flatMap((element) => {
      const { overflowX } = getComputedStyle(element);
      const isCut =
        overflowX !== 'visible' &&
        !element.matches('input, select, textarea') &&
        element.scrollWidth > element.clientWidth + 1;
      if (isCut) return [`cut: ${nameOf(element)}`];
      return element.getBoundingClientRect().right > innerWidth + 1 ? [`sticks out: ${nameOf(element)}`] : [];
    });
    return [...away, ...toTheSide];
  });
}

/**
 * Says to the view that the system forces its colours; gives the way to end that. The sidebar's frame is a target of its
 * own, which hears nothing of what is said to its page; those beside it may hear it too.
 */
async function forceColours(page: Page, view: Frame | Page): Promise<() => Promise<void>> {
  const targets = page
    .browser()
    .targets()
    .filter((target) => (view === page ? target === page.target() : target.url() === view.url()));
  const sessions = await Promise.all(targets.map((target) => target.createCDPSession()));
  for (const session of sessions)
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
  await drawn(view);
  if (!(await view.evaluate(() => matchMedia('(forced-colors: active)').matches)))
    throw new Error('the colours are not forced');
  return async () => {
    for (const session of sessions) await session.detach();
    await drawn(view);
  };
}

/** None when a view is as it should be; `view` is a frame of `page`, or is it. */
export async function troubles(page: Page, view: Frame | Page = page): Promise<string[]> {
  // What is behind is never drawn.
  await page.bringToFront();
  const found = (how: string, all: readonly string[]) => all.map((one) => `${how}: ${one}`);
  const asItIs = found('as it is', [...(await complaints(view)), ...(await unfit(view))]);
  await page.setViewport(view === page ? ZOOMED_PAGE : ZOOMED_CHART);
  await drawn(view);
  const zoomed = found('at 200 %', [...(await complaints(view)), ...(await unfit(view))]);
  await page.setViewport(WINDOW);
  const asBefore = await forceColours(page, view);
  const forced = found('forced colours', await complaints(view));
  await asBefore();
  return [...asItIs, ...zoomed, ...forced];
}
