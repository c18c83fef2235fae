/** Month by month of service: charges, what is paid and still owed, and how surely claims pass. */
import type { Report } from '@claimside/shared/api';
import { fractionOf } from '@claimside/shared/reports';
import { useMemo } from 'preact/hooks';
import type { Asked } from './asked.ts';
import type { Figures } from './draw.ts';
import { Plot } from './plot.tsx';
import { SaveCsv } from './save-csv.tsx';
import { money, monthName, number, percent } from './words.ts';

type Month = Report['months'][number];

export function Months({ months, asked }: { months: readonly Month[]; asked: Asked }) {
  const amounts = useMemo(() => moneyPlot(months), [months]);
  const shares = useMemo(() => sharePlot(months), [months]);
  return (
    <section class="report-part" aria-labelledby="by-month">
      <h2 id="by-month">Month by month</h2>
      <p class="small dim">
        By the month of service: the newest months are not all billed, answered and paid yet.
      </p>
      <Plot figures={amounts} />
      <Plot figures={shares} />
      <details>
        <summary>The same as a table</summary>
        <div class="report-table">
          <table>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Accounts</th>
                <th scope="col">Charges</th>
                <th scope="col">Paid</th>
                <th scope="col">Still owed</th>
                <th scope="col">Accepted at once</th>
                <th scope="col">Denied at first</th>
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.key}>
                  <th scope="row">{monthName(month.key)}</th>
                  <td>{number(month.accounts)}</td>
                  <td>{money(month.charges)}</td>
                  <td>{money(month.paid + month.patientPaid)}</td>
                  <td>{money(month.receivable)}</td>
                  <td>{shareWords(month.acceptedAtOnce)}</td>
                  <td>{shareWords(month.denied)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <SaveCsv asked={asked} table="months" />
    </section>
  );
}

/** `93 % of 14`; nothing of none. */
export function shareWords(share: Month['denied']): string {
  const said = percent(share);
  return said === undefined ? '' : `${said} of ${number(share.of)}`;
}

const namesOf = (months: readonly Month[]) => months.map(({ key }) => monthName(key));

const moneyPlot = (months: readonly Month[]): Figures => ({
  kind: 'lines',
  names: namesOf(months),
  series: [
    { label: 'Charges', colour: '--accent', values: months.map(({ charges }) => charges / 100) },
    {
      label: 'Paid',
      colour: '--money-paid',
      dash: [8, 4],
      values: months.map(({ paid, patientPaid }) => (paid + patientPaid) / 100),
    },
    {
      label: 'Still owed',
      colour: '--money-patient',
      dash: [2, 4],
      values: months.map(({ receivable }) => receivable / 100),
    },
  ],
  words: (value) => `$${number(value)}`,
});

const sharePlot = (months: readonly Month[]): Figures => ({
  kind: 'lines',
  names: namesOf(months),
  series: [
    {
      label: 'Accepted at once',
      colour: '--money-paid',
      values: months.map((month) => inPercent(month.acceptedAtOnce)),
    },
    {
      label: 'Denied at first',
      colour: '--bad',
      dash: [8, 4],
      values: months.map((month) => inPercent(month.denied)),
    },
  ],
  most: 105,
  words: (value) => `${value} %`,
});

function inPercent(share: Month['denied']): number | null {
  const fraction = fractionOf(share);
  return fraction === undefined ? null : fraction * 100;
}
