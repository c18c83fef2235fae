/** The script that runs in an EHR's page: registered at run time, for granted sites, in the top frame. Only one lives. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from '../page/start.ts';

/** Kept on the world that all our scripts of one page share. */
const LIFE = Symbol.for('claimside.page');
interface World {
  [LIFE]?: { readonly controller: AbortController; readonly alive: () => boolean };
}

export default defineUnlistedScript(() => {
  const world: World = globalThis;
  if (world[LIFE]?.alive()) return;
  world[LIFE]?.controller.abort();
  const controller = new AbortController();
  const { runtime } = browser;
  world[LIFE] = { controller, alive: () => !controller.signal.aborted && runtime.id !== undefined };
  void startPage(controller);
});
