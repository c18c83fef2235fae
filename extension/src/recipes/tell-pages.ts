/** Tells every open page of an EHR that recipes changed: it asks for them anew and is read by them at once. */
import { browser } from 'wxt/browser';
import type { PageRequest } from '../messages.ts';

/** Resolves once the pages have them. Where no script of ours is, nobody answers. */
export async function tellPages(): Promise<void> {
  const changed: PageRequest<'page/recipes-changed'> = { type: 'page/recipes-changed' };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.tabs.sendMessage(id, changed, { frameId: 0 })],
    ),
  );
}
