/** The claims sidebar: mounted by the sidebar page, in the EHR's frame and as Chrome's side panel. */
import { render } from 'preact';

export function mount(root: HTMLElement): void {
  render(<main>Claimside</main>, root);
}
