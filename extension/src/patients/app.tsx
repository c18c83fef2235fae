/** The practice's patients and their coverages, as a page of its own. Nothing of them stands in its address. */
import { render } from 'preact';
import { Failed, Loading, Notice } from '../ui/parts/index.ts';
import { ServerProvider, usePairing, useSession } from '../ui/server/index.ts';
import '../ui/tokens.css';
import '../options/options.css';
import { PatientsPage } from './page.tsx';
import './patients.css';

export function mount(root: HTMLElement): void {
  document.documentElement.classList.add('page');
  render(
    <ServerProvider>
      <Page />
    </ServerProvider>,
    root,
  );
}

function Page() {
  const pairing = usePairing();
  if (pairing.kind === 'loading') return <Loading what="Claimside" />;
  if (pairing.kind === 'unpaired') return <Notice title="This browser is not paired with a practice." />;
  return <OfPractice />;
}

function OfPractice() {
  const session = useSession();
  if (session.error) return <Failed error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <Loading what="your practice" />;
  return <PatientsPage canChange={session.data.role !== 'clinician'} />;
}
