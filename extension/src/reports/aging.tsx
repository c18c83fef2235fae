/** How old is what is owed today, by insurances and by patients. */
import type { Report } from '@claimside/shared/api';
import { useMemo } from 'preact/hooks';
import type { Figures } from './draw.ts';
import { Plot } from './plot.tsx';
import { accounts, money, number } from './words.ts';

export function Aging({ report: { owed, today } }: { report: Report }) {
  const names = agesOf(owed.agingDays);
  const figures = useMemo(() => agingPlot(owed), [owed]);
  return (
    <section class="report-part" aria-labelledby="aging">
      <h2 id="aging">Owed on {today}</h2>
      <p>
        {money(owed.amount)} on {accounts(owed.accounts)}, by days since the service, whenever that was.
      </p>
      <Plot figures={figures} />
      <div class="report-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Days old</th>
              <th scope="col">By insurances</th>
              <th scope="col">By patients</th>
              <th scope="col">Accounts</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name, at) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{money(owed.insurance[at] ?? 0)}</td>
                <td>{money(owed.patient[at] ?? 0)}</td>
                <td>{number(owed.agingAccounts[at] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** `0–30`, `31–60` … `over 120`. */
function agesOf(ends: readonly number[]): string[] {
  const spans = ends.map((end, at) => `${at === 0 ? 0 : (ends[at - 1] ?? 0) + 1}–${end}`);
  return [...spans, `over ${ends.at(-1) ?? 0}`];
}

/** The bar of insurances stands in front of that of both. */
const agingPlot = ({ agingDays, insurance, patient }: Report['owed']): Figures => ({
  kind: 'bars',
  names: agesOf(agingDays),
  series: [
    {
      label: 'By patients',
      colour: '--money-patient',
      values: patient.map((amount, at) => (amount + (insurance[at] ?? 0)) / 100),
    },
    { label: 'By insurances', colour: '--accent', values: insurance.map((amount) => amount / 100) },
  ],
  words: (value) => `$${number(value)}`,
});
