/** One report: its time, its figures, plots and tables, and what is due today. */
import type { Report } from '@claimside/shared/api';
import { reportFileName } from '@claimside/shared/reports';
import type { IsoDate } from '@claimside/shared/values';
import { Failed, Loading } from '../ui/parts/index.ts';
import { SaveFiles } from '../ui/save-table.tsx';
import { useReport, useServer } from '../ui/server/index.ts';
import { Aging } from './aging.tsx';
import type { Asked } from './asked.ts';
import { Denials } from './denials.tsx';
import { Due } from './due.tsx';
import { Expected } from './expected.tsx';
import { Groups } from './groups.tsx';
import { Headline } from './headline.tsx';
import { Months } from './months.tsx';
import { Narrow } from './narrow.tsx';
import { Range } from './range.tsx';

export function ReportPage(props: { asked: Asked; today: IsoDate; onAsk(asked: Asked): void }) {
  const { asked, today, onAsk } = props;
  const report = useReport(asked);
  return (
    <main class="reports" aria-busy={report.isPlaceholderData}>
      <h1>Reports</h1>
      <Range asked={asked} today={today} onAsk={onAsk} />
      {report.error ? (
        <Failed error={report.error} onRetry={() => void report.refetch()} />
      ) : report.data ? (
        <Whole report={report.data} asked={asked} onAsk={onAsk} />
      ) : (
        <Loading what="the report" />
      )}
    </main>
  );
}

function Whole({ report, asked, onAsk }: { report: Report; asked: Asked; onAsk(asked: Asked): void }) {
  const server = useServer();
  const { total, owed, isTestOnly } = report;
  const isEmpty = total.accounts === 0;
  // Of an insurance that is only ever billed after others.
  const isAnythingDue = report.deadlines.length > 0 || report.followUps.length > 0;
  return (
    <>
      <Narrow report={report} asked={asked} onAsk={onAsk} />
      {isTestOnly && !isEmpty && (
        <p class="finding tone-warning">
          Nothing is sent live yet: these are test claims. Once the clearinghouse account is live, only live
          claims count.
        </p>
      )}
      {isEmpty ? (
        <p role="status">
          No visit with a date of service from {report.from} to {report.to} was billed
          {asked.payer !== undefined && ` to ${asked.payer} first`}
          {asked.provider !== undefined && ' for this provider'}. Once some are, their acceptance, days,
          denials and money stand here.
        </p>
      ) : (
        <>
          <Headline report={report} />
          <SaveFiles
            files={[
              {
                words: 'Save all as Excel',
                name: `${reportFileName({ ...asked, from: report.from, to: report.to })}.xlsx`,
                take: () => server.exportReport(asked, 'whole'),
              },
            ]}
          />
          <Months months={report.months} asked={asked} />
          <Groups report={report} asked={asked} onAsk={onAsk} />
          <Expected report={report} asked={asked} />
          <Denials report={report} asked={asked} />
        </>
      )}
      {owed.accounts > 0 && <Aging report={report} asked={asked} />}
      {(!isEmpty || owed.accounts > 0 || isAnythingDue) && <Due report={report} asked={asked} />}
    </>
  );
}
