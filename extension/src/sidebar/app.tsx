/** The claims sidebar: mounted by the sidebar page, in the EHR's frame and as Chrome's side panel. */
import { render } from 'preact';
import { ServerProvider } from '../ui/server/index.ts';
import '../ui/tokens.css';
import { Shell } from './shell.tsx';
import './styles.ts';

export function mount(root: HTMLElement): void {
  render(
    <ServerProvider>
      <Shell />
    </ServerProvider>,
    root,
  );
}
