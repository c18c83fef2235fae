/** While a person points, the page hears nothing of it and can't point in the person's place. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answering, edgeTab, IN_ANY_TAB, startAnswering } from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { isPaneOverPage, startTeaching, type Teacher } from './teacher.ts';

const ORIGIN = 'http://guarded.localhost:8';
/** Counts whatever it hears of presses and keys, on its own elements and on the window, on the way down. */
const PAGE = `<!doctype html><html lang="en"><body><p class="anna">Tester, Anna</p><div>born <b class="world">04/12/1978</b></div>
  <button>Save</button><iframe srcdoc="<p class=inner>W123456789</p>" style="display:block"></iframe><script>
  window.heard = [];
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'focusin'])
    document.addEventListener(type, (event) => heard.push(type), true);
  </script></body></html>`;

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN);
});
afterAll(() => site?.close());

const withPage = (act: (teacher: Teacher, page: Page) => Promise<void>): Promise<void> =>
  site.with(
    `${ORIGIN}/visit`,
    () => PAGE,
    async (page) => act(await startTeaching(site.asker, page), page),
  );

const heardBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter((type) => type !== 'focusin'));

test('a press is taken and never reaches the page, and the page is left as it was', async () => {
  await withPage(async (teacher, page) => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    expect((await teacher.pointAt('value', '.world'))?.value?.raw).toBe('04/12/1978');
    expect((await teacher.pointAt('value', 'button'))?.value?.raw).toBe('Save');
    expect(await heardBy(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});

test('a frame of the page is pointed into', async () => {
  await withPage(async (teacher, page) => {
    const pointed = await teacher.pointing('value', async () => {
      const box = await (await page.$('iframe'))?.boundingBox();
      await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
    });
    expect(pointed?.value?.raw).toBe('W123456789');
  });
});

test('by keys alone: the next, wider, narrower, taken', async () => {
  await withPage(async (teacher, page) => {
    const taken = async (...keys: readonly ('Tab' | 'ArrowUp' | 'ArrowDown')[]) => {
      const pointed = await teacher.pointing('value', async () => {
        for (const key of [...keys, 'Enter'] as const) await page.keyboard.press(key);
      });
      return pointed?.value?.raw;
    };
    expect(await taken('Tab', 'Tab', 'Tab')).toBe('04/12/1978');
    expect(await taken('Tab', 'Tab', 'Tab', 'ArrowUp')).toBe('born 04/12/1978');
    expect(await taken('Tab', 'Tab', 'Tab', 'ArrowUp', 'ArrowDown')).toBe('04/12/1978');
    expect(await heardBy(page)).toEqual([]);
  });
});

test('Escape stops it', async () => {
  await withPage(async (teacher, page) => {
    expect(await teacher.pointing('value', () => page.keyboard.press('Escape'))).toBeNull();
    expect(await page.evaluate(isPaneOverPage)).toBe(false);
  });
});

test('what the page`s own script clicks and presses is not taken', async () => {
  await withPage(async (teacher, page) => {
    const pointed = await teacher.pointing('value', async () => {
      await page.evaluate(() => {
        const pane = document.documentElement.lastElementChild;
        for (const target of [document.querySelector('.anna'), pane]) {
          target?.dispatchEvent(
            new MouseEvent('click', { bubbles: true, composed: true, clientX: 30, clientY: 25 }),
          );
          target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        }
      });
      await page.keyboard.press('Escape');
    });
    expect(pointed).toBeNull();
  });
});

test('a page that takes the pane away ends the pointing: nobody points blindly', async () => {
  await withPage(async (teacher, page) => {
    const pointed = await teacher.pointing('value', () =>
      page.evaluate(() => document.documentElement.lastElementChild?.remove()),
    );
    expect(pointed).toBeNull();
  });
});

test('when the sidebar goes, the pane goes', async () => {
  await withPage(async (teacher, page) => {
    const pointed = await teacher.pointing('value', async () => {
      await teacher.leave();
      await page.waitForFunction(
        () => document.documentElement.lastElementChild?.localName !== 'div',
        IN_ANY_TAB,
      );
    });
    expect(pointed).toBeNull();
  });
});

test('when the sidebar is closed, by message or at its tab, the pointing ends', async () => {
  await withPage(async (teacher, page) => {
    const byMessage = await teacher.pointing('value', async () => {
      await ask(site.asker, page.url(), { type: 'page/sidebar', action: 'close' });
    });
    expect(byMessage).toBeNull();
    const atItsTab = await teacher.pointing('value', async () => (await edgeTab(page)).click());
    expect(atItsTab).toBeNull();
    expect(await page.evaluate(isPaneOverPage)).toBe(false);
  });
});
