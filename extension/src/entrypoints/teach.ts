/** The script that lets a person point at what a page shows: put into the page on demand, gone when teaching ends. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeaching } from '../teach/start.ts';

/** Kept on the world that all our scripts of one page share: only one teaches. */
declare global {
  var claimsideTeach: AbortController | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.claimsideTeach?.abort();
  const life = new AbortController();
  globalThis.claimsideTeach = life;
  startTeaching(life);
});
