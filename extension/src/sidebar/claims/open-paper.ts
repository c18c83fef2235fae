/** Opens a paper in a tab of its own: to look over, print or save. */
import { browser } from 'wxt/browser';
import { type PaperNamed, paperAddress } from '../../paper/address.ts';

export function openPaper(named: PaperNamed): void {
  void browser.tabs.create({ url: browser.runtime.getURL(paperAddress(named) as '/paper.html') });
}
