/** A page of its own in a browser tab, for a browser that is paired with a practice. */
import type { Role } from '@claimside/shared/api';
import { type ComponentChildren, type JSX, render } from 'preact';
import { Failed, Loading, Notice } from './parts/index.ts';
import { ServerProvider, usePairing, useRefusal, useSession } from './server/index.ts';
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

/** Once it is known as what this browser is paired, until it is no longer; a server out of reach takes no page away. `heading`: the page's own. */
export function WithRole({ heading, page }: { heading: string; page(role: Role): JSX.Element }) {
  const session = useSession();
  const refusal = useRefusal();
  const trouble = refusal ?? (session.data ? undefined : session.error);
  if (trouble)
    return (
      <InPlace heading={heading}>
        <Failed error={trouble} onRetry={() => void session.refetch()} />
      </InPlace>
    );
  if (!session.data)
    return (
      <InPlace heading={heading}>
        <Loading what="your practice" />
      </InPlace>
    );
  return page(session.data.role);
}

/** Of the page that is not shown. */
const InPlace = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <main>
    <h1 class="for-screen-readers">{heading}</h1>
    {children}
  </main>
);

/** In place of a page that a clinician may not see. `heading`: the page's own; `whose`: one sentence. */
export function ForWhoBills({ heading, whose }: { heading: string; whose: string }) {
  return (
    <InPlace heading={heading}>
      <Notice title={whose}>
        <p>This browser is paired as a clinician’s. An admin can give you a code for another role.</p>
      </Notice>
    </InPlace>
  );
}
