/** How old is what is owed today, by insurances and by patients. */
import type { Report } from '@claimside/shared/api';
import { agesOf } from '@claimside/shared/reports';
import { useMemo } from 'preact/hooks';
import type { Asked } from './asked.ts';
import { ClaimLinks } from './claim-links.tsx';
import type { Figures } from './draw.ts';
import { Plot } from './plot.tsx';
import { SaveCsv } from './save-csv.tsx';
import { accounts, money, number } from './words.ts';

export function Aging({ report, asked }: { report: Report; asked: Asked }) {
  const { owed, today } = report;
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
      <ClaimLinks
        asked={asked}
        links={[
          ['With insurances: in progress', { list: 'in-progress' }],
          ['Needs you', { list: 'needs-you' }],
          ['Patients owe', { list: 'patient-balance' }],
        ]}
      />
      <SaveCsv asked={asked} table="aging" />
    </section>
  );
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
