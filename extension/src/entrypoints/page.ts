/**
 * The script that runs in an EHR's page: registered at run time, for granted sites, in the top frame and in frames that no
 * script of ours can look into. Only one lives.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from '../page/start.ts';

/** Kept on the world that all our scripts of one page share. */
declare global {
  var claimsidePage: { readonly life: AbortController; readonly alive: () => boolean } | undefined;
}

export default defineUnlistedScript(() => {
  if (frameElement || globalThis.claimsidePage?.alive()) return;
  // One that outlived an update of the extension makes room.
  globalThis.claimsidePage?.life.abort();
  const life = new AbortController();
  const { runtime } = browser;
  globalThis.claimsidePage = { life, alive: () => !life.signal.aborted && runtime.id !== undefined };
  // One that could not start makes room for the next.
  startPage(life).catch(() => life.abort());
});
