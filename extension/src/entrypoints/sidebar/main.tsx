/** Mounts the sidebar app once it is in sight, in a frame only on an added site; everything it does lives in src/sidebar. */
import { mount } from '../../sidebar/app.tsx';
import { isFramedByAddedSites } from '../../sites.ts';
import { loadCredentials } from '../../ui/server/credentials.ts';

const root = document.getElementById('app');
if (root) void start(root);

/** A page that learned our address of this browser start gets a sentence that says nothing of the practice. */
async function start(root: HTMLElement): Promise<void> {
  // The browser's own database is open by the time anybody waits for it.
  loadCredentials().catch(() => {});
  const [isFramedWell] = await Promise.all([isFramedByAddedSites(location.ancestorOrigins), inSight()]);
  if (isFramedWell) mount(root);
  else root.textContent = 'Claimside is shown only on sites that were added in its options.';
}

/**
 * A frame that was only made ready is not drawn and has no size: nothing is asked of the page or of the server before a
 * person opens it.
 */
async function inSight(): Promise<void> {
  if (window.innerWidth > 0) return;
  await new Promise((shown) => window.addEventListener('resize', shown, { once: true }));
  return inSight();
}
