/** The whole history of one claim as a page of its own, to print as proof of timely filing. The address names the claim's id only. */
import { render } from 'preact';
import { Failed, Loading, Notice } from '../ui/parts/index.ts';
import { ServerProvider, useHistory, usePairing } from '../ui/server/index.ts';
import '../ui/tokens.css';
import './history.css';
import { Proof } from './proof.tsx';

export function mount(root: HTMLElement): void {
  document.documentElement.classList.add('page');
  render(
    <ServerProvider>
      <Page claimId={new URLSearchParams(location.search).get('claim') ?? ''} />
    </ServerProvider>,
    root,
  );
}

function Page({ claimId }: { claimId: string }) {
  const pairing = usePairing();
  if (claimId === '') return <Notice title="No claim is named. Open this page from a claim." />;
  if (pairing.kind === 'loading') return <Loading what="Claimside" />;
  if (pairing.kind === 'unpaired') return <Notice title="This browser is not paired with a practice." />;
  return <History claimId={claimId} />;
}

function History({ claimId }: { claimId: string }) {
  const history = useHistory(claimId);
  if (history.data) return <Proof history={history.data} />;
  if (history.error) return <Failed error={history.error} onRetry={() => void history.refetch()} />;
  return <Loading what="the history" />;
}
