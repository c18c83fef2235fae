/** What the server gave is kept, and every open page of an EHR is read by it at once. */
import type { PracticeRecipe } from '@claimside/shared/api';
import { browser } from 'wxt/browser';
import type { PageRequest } from '../messages.ts';
import { storeRecipes } from './stored.ts';

/** Resolves once the pages have it. Where no script of ours is, nobody answers. */
export async function putToUse(recipes: readonly PracticeRecipe[]): Promise<void> {
  await storeRecipes(recipes);
  const changed: PageRequest<'page/recipes-changed'> = { type: 'page/recipes-changed' };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.tabs.sendMessage(id, changed, { frameId: 0 })],
    ),
  );
}
