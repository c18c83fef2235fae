/** Waiting for what a page shows, in a way that never sleeps through it. */
import type { Frame, Page } from 'puppeteer';

/**
 * Looks again and again. The library's own ways miss things: drawn frames never come in a tab that is not in front, and
 * a changed text is no mutation for it.
 */
export const IN_ANY_TAB = { polling: 50 } as const;

/** Waits until the sidebar, or any page, shows this text. */
export async function sidebarText(view: Frame | Page, text: string): Promise<void> {
  await view.waitForFunction((wanted) => document.body.textContent.includes(wanted), IN_ANY_TAB, text);
}
