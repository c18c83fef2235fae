/** Does what a person does with the sidebar beside a chart: opens it, clicks and types in it, presses the button. */
import type { ElementHandle, Frame, Page } from 'puppeteer';
import { IN_ANY_TAB } from './wait.ts';

/** Waits until the page script has put its element into the page: from then on it answers. */
export async function pageScriptReady(page: Page): Promise<void> {
  await page.waitForFunction(
    () => [...document.documentElement.children].some((child) => child.localName.includes('-')),
    IN_ANY_TAB,
  );
}

/** What stands in our closed root, once it is there. Only the extension's own world can look into it. */
export async function openRoot(page: Page): Promise<ElementHandle<Element>> {
  await pageScriptReady(page);
  for (const realm of page.extensionRealms()) {
    const handle = await realm.evaluateHandle(() => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      const root = host instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(host) : null;
      return root as unknown as Element;
    });
    // A shadow root is a node, but has all of an element's that tests use.
    const element = handle.asElement() as ElementHandle<Element> | null;
    if (element) return element;
  }
  throw new Error('our element is not in this page');
}

/** The tab at the page's edge that opens the sidebar. */
export async function edgeTab(page: Page): Promise<ElementHandle<HTMLButtonElement>> {
  const tab = await (await openRoot(page)).$('button.tab');
  if (!tab) throw new Error('no edge tab');
  return tab as ElementHandle<HTMLButtonElement>;
}

/** Clicks the edge tab of a chart and gives the sidebar's frame, once its content is there. */
export async function openSidebar(page: Page): Promise<Frame> {
  await page.bringToFront();
  await (await edgeTab(page)).click();
  return sidebarFrame(page);
}

/** The frame of a sidebar that was opened. */
export async function sidebarFrame(page: Page): Promise<Frame> {
  const frame = await page.waitForFrame((candidate) => candidate.url().endsWith('/sidebar.html'));
  await frame.waitForSelector('main');
  return frame;
}

/**
 * A true click on an element of the sidebar, once it is there, takes presses, and nothing of the sidebar covers it. What moved
 * away under the pointer, or was not yet seen long enough when the press came, is pressed once more, as a person does.
 */
export async function clickInSidebar(page: Page, frame: Frame, selector: string): Promise<void> {
  for (let presses = 0; presses < 5; presses += 1) {
    const { target, x, y } = await pointInSidebar(page, frame, selector);
    const press = await target.evaluateHandle((element) => {
      const seen = { hasCounted: false };
      const note = () => {
        seen.hasCounted = element.getAttribute('aria-disabled') !== 'true';
      };
      element.addEventListener('click', note, { capture: true, once: true });
      return seen;
    });
    await page.mouse.click(x, y);
    // What closes the sidebar takes the answer with it.
    if (frame.detached || (await press.evaluate((seen) => seen.hasCounted).catch(() => true))) return;
  }
  throw new Error(`${selector} takes no press`);
}

/** One press where an awake button stands, whatever becomes of it: leaving the field before may put it to sleep. */
export async function pressOnceInSidebar(page: Page, frame: Frame, selector: string): Promise<void> {
  const { x, y } = await pointInSidebar(page, frame, selector);
  await page.mouse.click(x, y);
}

/**
 * Where an element of the sidebar stands in the page. The browser can't be asked where a frame in a closed root stands,
 * so the page script's own realm is.
 */
async function pointInSidebar(page: Page, frame: Frame, selector: string) {
  const target = await frame.waitForSelector(selector);
  if (!target) throw new Error(`${selector} is not there`);
  const point = await frame.waitForFunction(
    (element) => {
      element.scrollIntoView({ block: 'center' });
      // What sends or cancels takes presses only once it was in sight for a moment.
      if (element.getAttribute('aria-disabled') === 'true') return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return element.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
    },
    IN_ANY_TAB,
    target,
  );
  const inner = await point.jsonValue();
  const outer = await (await openRoot(page)).$eval('iframe', (element) => {
    const { left, top } = element.getBoundingClientRect();
    return { left, top };
  });
  return { target, x: outer.left + (inner?.x ?? 0), y: outer.top + (inner?.y ?? 0) };
}

/** Types in place of what the field holds, and stays in it. `field`: its CSS selector. */
export async function typeOverInSidebar(
  page: Page,
  frame: Frame,
  field: string,
  text: string,
): Promise<void> {
  await clickInSidebar(page, frame, field);
  await frame.waitForFunction(
    (selector) => document.activeElement === document.querySelector(selector),
    IN_ANY_TAB,
    field,
  );
  await frame.$eval(field, (input) => (input as HTMLInputElement).select());
  await page.keyboard.type(text);
}

/** Types into the field of this path of the claim, in place of what it holds, and keeps it with Enter. */
export async function typeInSidebar(page: Page, frame: Frame, path: string, text: string): Promise<void> {
  await typeOverInSidebar(page, frame, `input[data-path="${path}"]`, text);
  await page.keyboard.press('Enter');
}

/**
 * Adds a section that was out of sight: searches it by these words below what it is for (`this claim`, `line 2`) and
 * takes the first that fits.
 */
export async function addInSidebar(page: Page, frame: Frame, to: string, words: string): Promise<void> {
  await clickInSidebar(page, frame, `::-p-xpath(//button[normalize-space(.)="More for ${to}"])`);
  await frame.waitForFunction(() => document.activeElement?.closest('.add-section') !== null, IN_ANY_TAB);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await frame.waitForFunction(() => document.activeElement?.closest('.extra') !== null, IN_ANY_TAB);
}

/** Chooses a value in the field of this path. */
export async function chooseInSidebar(frame: Frame, path: string, value: string): Promise<void> {
  await frame.waitForSelector(`select[data-path="${path}"]`);
  await frame.select(`select[data-path="${path}"]`, value);
}

/** Presses the main button once it is awake: `Bill this visit` or `Send again`. */
export async function pressBill(page: Page, frame: Frame, verb = 'Bill this visit'): Promise<void> {
  await clickInSidebar(
    page,
    frame,
    `::-p-xpath(//button[contains(., "${verb} ·") and not(@aria-disabled="true")])`,
  );
}
