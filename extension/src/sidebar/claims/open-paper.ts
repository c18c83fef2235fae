/** Opens a paper about a claim in a tab of its own: to look over, print or save. */
import { browser } from 'wxt/browser';
import { paperAddress } from '../../paper/address.ts';
import type { PaperAsked } from '../../ui/server/index.ts';

export function openPaper(asked: PaperAsked): void {
  void browser.tabs.create({ url: browser.runtime.getURL(paperAddress(asked) as '/paper.html') });
}
