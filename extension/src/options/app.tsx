/** The options page: pairing, EHR sites, devices, practice and the exchange with the clearinghouse. */
import { render } from 'preact';

export function mount(root: HTMLElement): void {
  render(<main>Claimside</main>, root);
}
