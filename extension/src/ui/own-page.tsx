/** A page of its own in a browser tab, for a browser that is paired with a practice. */
import type { Role } from '@claimside/shared/api';
import { type ComponentChildren, type JSX, render } from 'preact';
import { Failed, Loading, Notice } from './parts/index.ts';
import { ServerProvider, usePairing, useSession } from './server/index.ts';
import './tokens.css';

/** `children` come up once the browser is known to be paired. */
export function mountPage(root: HTMLElement, children: ComponentChildren): void {
  document.documentElement.classList.add('page');
  render(
    <ServerProvider>
      <WherePaired>{children}</WherePaired>
    </ServerProvider>,
    root,
  );
}

function WherePaired({ children }: { children: ComponentChildren }) {
  const pairing = usePairing();
  if (pairing.kind === 'loading') return <Loading what="Claimside" />;
  if (pairing.kind === 'unpaired') return <Notice title="This browser is not paired with a practice." />;
  return <>{children}</>;
}

/** Once it is known as what this browser is paired. */
export function WithRole({ page }: { page(role: Role): JSX.Element }) {
  const session = useSession();
  if (session.error) return <Failed error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <Loading what="your practice" />;
  return page(session.data.role);
}

/** In place of a page that a clinician may not see. `heading`: the page's own; `whose`: one sentence. */
export function ForWhoBills({ heading, whose }: { heading: string; whose: string }) {
  return (
    <main>
      <h1 class="for-screen-readers">{heading}</h1>
      <Notice title={whose}>
        <p>This browser is paired as a clinician’s. An admin can give you a code for another role.</p>
      </Notice>
    </main>
  );
}
