/** What a practice wants to know of its visits, as a page of its own. The address names days, a grouping, a payer and a provider only. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { ForWhoBills, mountPage, WithRole } from '../ui/own-page.tsx';
import { addressOf, askedIn } from './asked.ts';
import { ReportPage } from './page.tsx';
import './reports.css';

export function mount(root: HTMLElement): void {
  mountPage(
    root,
    <WithRole
      heading="Reports"
      page={(role) =>
        role === 'clinician' ? (
          <ForWhoBills heading="Reports" whose="Reports are for billers and admins." />
        ) : (
          <Reports />
        )
      }
    />,
  );
}

function Reports() {
  const [today] = useState(todayHere);
  const [asked, setAsked] = useState(() => askedIn(location.search, today));
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
