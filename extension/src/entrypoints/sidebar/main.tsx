/** Mounts the sidebar app, in a frame only on an added site; everything it does lives in src/sidebar. */
import { mount } from '../../sidebar/app.tsx';
import { isFramedByAddedSites } from '../../sites.ts';

const root = document.getElementById('app');
if (root) void start(root);

/** A page that learned our address of this browser start gets a sentence that says nothing of the practice. */
async function start(root: HTMLElement): Promise<void> {
  if (await isFramedByAddedSites(location.ancestorOrigins)) mount(root);
  else root.textContent = 'Claimside is shown only on sites that were added in its options.';
}
