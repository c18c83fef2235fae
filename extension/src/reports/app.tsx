/** What a practice wants to know of its visits, as a page of its own. The address names days and a grouping only. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { Failed, Loading, Notice } from '../ui/parts/index.ts';
import { ServerProvider, usePairing, useSession } from '../ui/server/index.ts';
import '../ui/tokens.css';
import { addressOf, askedIn } from './asked.ts';
import { ReportPage } from './page.tsx';
import './reports.css';

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
  return <ForBilling />;
}

function ForBilling() {
  const session = useSession();
  const [today] = useState(todayHere);
  const [asked, setAsked] = useState(() => askedIn(location.search, today));
  if (session.error) return <Failed error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <Loading what="your practice" />;
  if (session.data.role === 'clinician') return <Notice title="Reports are for billers and admins." />;
  return (
    <ReportPage
      asked={asked}
      today={today}
      onAsk={(next) => {
        history.replaceState(null, '', addressOf(next));
        setAsked(next);
      }}
    />
  );
}

/** By the clock of this computer. */
function todayHere(): IsoDate {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (!isIsoDate(day)) throw new Error('the clock gives no calendar date');
  return day;
}
