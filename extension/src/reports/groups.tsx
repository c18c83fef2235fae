/** The figures for each payer, provider or month, in the order that somebody chooses. */
import type { Report, ReportGroup, ReportRow } from '@claimside/shared/api';
import { fractionOf } from '@claimside/shared/reports';
import { useMemo, useState } from 'preact/hooks';
import { Icon, Select } from '../ui/parts/index.ts';
import { addressOfClaims } from '../worklists/address.ts';
import type { Asked } from './asked.ts';
import { narrowedTo } from './claim-links.tsx';
import { groupPlot, MEASURES, type MeasureName, MOST_BARS } from './group-plot.ts';
import { shareWords } from './months.tsx';
import { Plot } from './plot.tsx';
import { SaveCsv } from './save-csv.tsx';
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
    heading: 'To file',
    words: (row) => (row.daysToFile ? days(row.daysToFile.median) : ''),
    value: (row) => row.daysToFile?.median,
  },
  {
    heading: 'To the decision',
    words: (row) => (row.daysToDecision ? days(row.daysToDecision.median) : ''),
    value: (row) => row.daysToDecision?.median,
  },
  {
    heading: 'Days in A/R',
    words: (row) => (row.daysInReceivables === null ? '' : days(row.daysInReceivables)),
    value: (row) => row.daysInReceivables ?? undefined,
  },
  {
    heading: 'Collected of expected',
    words: (row) =>
      row.expected > 0 ? `${percentOf(row.collected / row.expected)} of ${money(row.expected)}` : '',
    value: (row) => (row.expected > 0 ? row.collected / row.expected : undefined),
  },
];

const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

const WORDS: Readonly<Record<ReportGroup, string>> = { payer: 'Payer', provider: 'Provider', month: 'Month' };

export function Groups(props: { report: Report; asked: Asked; onAsk(asked: Asked): void }) {
  const { report, asked, onAsk } = props;
  const { by, groups } = report;
  const [measure, setMeasure] = useState<MeasureName>('money');
  const figures = useMemo(
    () => (by === 'month' ? undefined : groupPlot(groups, measure)),
    [by, groups, measure],
  );
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
          onChoose={(next) => onAsk({ ...asked, by: next })}
        />
        {by !== 'month' && (
          <Select<MeasureName>
            label="Bars"
            value={measure}
            choices={MEASURE_NAMES.map((name) => [name, MEASURES[name].words] as const)}
            onChoose={setMeasure}
          />
        )}
      </div>
      {figures && <Plot figures={figures} />}
      {figures && groups.length > MOST_BARS && (
        <p class="small dim">The {MOST_BARS} with the largest; the table has all.</p>
      )}
      {by !== 'month' && !figures && <p class="dim">Nothing of that can be said yet.</p>}
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
              {by !== 'month' && <th scope="col">Claims</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {by === 'month' ? (
                    monthName(row.key)
                  ) : (
                    <button
                      type="button"
                      class="link"
                      title="This one alone"
                      onClick={() => onAsk({ ...asked, [by]: row.key })}
                    >
                      {row.name}
                    </button>
                  )}
                </th>
                {COLUMNS.map(({ heading, words }) => (
                  <td key={heading} data-heading={heading}>
                    {words(row)}
                  </td>
                ))}
                {by !== 'month' && (
                  <td data-heading="Claims">
                    <a
                      href={addressOfClaims({ ...narrowedTo(asked), list: 'all', [by]: row.key })}
                      aria-label={`All claims of ${row.name}`}
                    >
                      All
                    </a>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv asked={asked} table="rows" />
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
