/** Tells every open page of an EHR that recipes changed: it asks for them anew and is read by them at once. */
import { browser } from 'wxt/browser';
import { askFrame, framesOfSites } from '../frames.ts';
import type { PageRequest } from '../messages.ts';

/** A page that sleeps answers when it wakes: nobody waits for it. */
const LONGEST_WAIT = 2_000;

/** Resolves once the pages have them. Where no script of ours is, nobody answers. */
export async function tellPages(): Promise<void> {
  const changed: PageRequest<'page/recipes-changed'> = { type: 'page/recipes-changed' };
  const tabs = await browser.tabs.query({});
  const frames = await framesOfSites();
  const told = Promise.allSettled([
    ...tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.tabs.sendMessage(id, changed, { frameId: 0 })],
    ),
    ...frames.map((frame) => askFrame(frame, changed)),
  ]);
  await Promise.race([told, new Promise((done) => setTimeout(done, LONGEST_WAIT))]);
}
