/** Lets the browser load and run a page beforehand, out of sight, so that a click on its link only shows it. */
import type { Page } from 'puppeteer';
import { IN_ANY_TAB } from '../browser/index.ts';

/** For the head of the page that is loaded beforehand: tells the one in sight, over the site's storage, once it was. */
export const TELLS_BEFOREHAND = `addEventListener('load', () => { if (document.prerendering) localStorage.setItem('beforehand', location.href) });`;

/** Once it has run, a click on `#beforehand` goes there. A session of its own to the page would make the browser decline. */
export async function loadBeforehand(page: Page, url: string): Promise<void> {
  await page.evaluate((address) => {
    const rules = { prerender: [{ source: 'list', urls: [address], eagerness: 'immediate' }] };
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.text = JSON.stringify(rules);
    const link = Object.assign(document.createElement('a'), { id: 'beforehand', href: address });
    link.textContent = 'Next';
    document.body.prepend(script, link);
  }, url);
  await page.waitForFunction((address) => localStorage.getItem('beforehand') === address, IN_ANY_TAB, url);
}
