/** The options page: pairing, EHR sites, devices, practice and the exchange with the clearinghouse. */
import { render } from 'preact';
import { ServerProvider } from '../ui/server/index.ts';
import '../ui/tokens.css';
import './options.css';
import { Page } from './page.tsx';

export function mount(root: HTMLElement): void {
  document.documentElement.classList.add('page');
  render(
    <ServerProvider>
      <Page />
    </ServerProvider>,
    root,
  );
}
