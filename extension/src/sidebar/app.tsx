/** The claims sidebar: mounted by the sidebar page, in the EHR's frame and as Chrome's side panel. */
import { render } from 'preact';
import { ServerProvider } from '../ui/server/index.ts';
import '../ui/tokens.css';
import { Shell } from './shell.tsx';
import './sidebar.css';
import './visit/fields.css';
import './visit/lines.css';
import './visit/bill.css';
import './visit/coverage-check/coverage-check.css';
import './worklist.css';
import './claims/claims.css';
import './claims/acts/acts.css';
import './claims/lists/lists.css';

export function mount(root: HTMLElement): void {
  render(
    <ServerProvider>
      <Shell />
    </ServerProvider>,
    root,
  );
}
