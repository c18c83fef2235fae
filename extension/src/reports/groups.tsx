/** The figures for each payer, provider or month, in the order that somebody chooses. */
import type { Report, ReportGroup, ReportRow } from '@claimside/shared/api';
import { fractionOf } from '@claimside/shared/reports';
import { useState } from 'preact/hooks';
import { Icon, Select } from '../ui/parts/index.ts';
import { shareWords } from './months.tsx';
import { days, money, monthName, number, percentOf } from './words.ts';

interface Column {
  readonly heading: string;
  readonly words: (row: ReportRow) => string;
  /** Undefined is last, whichever way. */
  readonly value: (row: ReportRow) => number | undefined;
}

const COLUMNS: readonly Column[] = [
  { heading: 'Accounts', words: (row) => number(row.accounts), value: (row) => row.accounts },
  { heading: 'Charges', words: (row) => money(row.charges), value: (row) => row.charges },
  {
    heading: 'Paid',
    words: (row) => money(row.paid + row.patientPaid),
    value: (row) => row.paid + row.patientPaid,
  },
  { heading: 'Still owed', words: (row) => money(row.receivable), value: (row) => row.receivable },
  {
    heading: 'Accepted at once',
    words: (row) => shareWords(row.acceptedAtOnce),
    value: (row) => fractionOf(row.acceptedAtOnce),
  },
  {
    heading: 'Denied at first',
    words: (row) => shareWords(row.denied),
    value: (row) => fractionOf(row.denied),
  },
  {
    heading: 'To the decision',
    words: (row) => (row.daysToDecision ? days(row.daysToDecision.median) : ''),
    value: (row) => row.daysToDecision?.median,
  },
  {
    heading: 'Allowed of contract',
    words: (row) =>
      row.expected > 0 ? `${percentOf(row.allowed / row.expected)} of ${money(row.expected)}` : '',
    value: (row) => (row.expected > 0 ? row.allowed / row.expected : undefined),
  },
];

const WORDS: Readonly<Record<ReportGroup, string>> = { payer: 'Payer', provider: 'Provider', month: 'Month' };

export function Groups({ report, onBy }: { report: Report; onBy(by: ReportGroup): void }) {
  const { by, groups } = report;
  const [order, setOrder] = useState<{ heading: string; isUp: boolean }>();
  const column = COLUMNS.find(({ heading }) => heading === order?.heading);
  const rows = column && order ? sorted(groups, column, order.isUp) : groups;
  return (
    <section class="report-part" aria-labelledby="by-group">
      <h2 id="by-group">By {WORDS[by].toLowerCase()}</h2>
      <div class="report-range">
        <Select<ReportGroup>
          label="Rows"
          value={by}
          choices={[
            ['payer', 'By payer'],
            ['provider', 'By provider'],
            ['month', 'By month'],
          ]}
          onChoose={onBy}
        />
      </div>
      <div class="report-table wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{WORDS[by]}</th>
              {COLUMNS.map(({ heading }) => {
                const isSorted = heading === order?.heading;
                return (
                  <th
                    key={heading}
                    scope="col"
                    aria-sort={isSorted ? (order.isUp ? 'ascending' : 'descending') : undefined}
                  >
                    <button
                      type="button"
                      class="sorts"
                      onClick={() => setOrder({ heading, isUp: isSorted ? !order.isUp : false })}
                    >
                      {heading}
                      {isSorted && (
                        <span class={order.isUp ? 'up' : ''}>
                          <Icon name="less" />
                        </span>
                      )}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{by === 'month' ? monthName(row.key) : row.name}</th>
                {COLUMNS.map(({ heading, words }) => (
                  <td key={heading} data-heading={heading}>
                    {words(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function sorted(rows: readonly ReportRow[], { value }: Column, isUp: boolean): ReportRow[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return isUp ? a - b : b - a;
  });
}
