/** How the share of claims to payers that take no part went through the month, for one provider: a plot, and the same as a table. */
import type { MonthOfFees } from '@claimside/shared/api';
import type { FeeReading } from '@claimside/shared/fees';
import { useCallback } from 'preact/hooks';
import { Tag } from '../../ui/parts/index.ts';
import { Plotted } from '../../ui/plot/index.ts';
import { drawShare } from './plot.ts';

type Group = MonthOfFees['groups'][number];

export function ShareOfMonth(props: {
  group: Group;
  month: string;
  /** Null before the first amounts, which charge nothing. */
  threshold: number | null;
  /** Null while nobody knows which holds. */
  reading: FeeReading | null;
}) {
  const { group, month, threshold, reading } = props;
  const { name, npi, taxId, par, nonPar, notKnown, share, isDue, untilDue } = group;
  return (
    <div class="fee-group">
      <h3>
        {name ?? 'A provider of before'}, NPI <span class="mono">{npi}</span>, Tax ID ends in{' '}
        <span class="mono">{taxId.slice(-4)}</span>
        {threshold !== null && <DueTag isDue={isDue} reading={reading} />}
      </h3>
      <p>
        {nonPar} non-par and {par} par
        {notKnown > 0 && `, ${notKnown} not known`}
        {share !== null && `: ${percent(share)} non-par`}.
        {untilDue !== null &&
          threshold !== null &&
          reading !== 'any' &&
          ` ${untilDue} more non-par ${untilDue === 1 ? 'claim makes' : 'claims make'} it ${percent(threshold)}.`}
      </p>
      <Plot group={group} month={month} threshold={reading === 'any' ? null : threshold} />
      <details>
        <summary>Day by day</summary>
        <div class="audit-table">
          <table>
            <caption class="for-screen-readers">Claims up to each day of the month</caption>
            <thead>
              <tr>
                <th scope="col">Until</th>
                <th scope="col">Non-par</th>
                <th scope="col">Par</th>
                <th scope="col">Not known</th>
                <th scope="col">Share non-par</th>
              </tr>
            </thead>
            <tbody>
              {group.days.map((day) => (
                <tr key={day.date}>
                  <th scope="row">{day.date}</th>
                  <td>{day.nonPar}</td>
                  <td>{day.par}</td>
                  <td>{day.notKnown}</td>
                  <td>{day.par + day.nonPar === 0 ? '' : percent(day.nonPar / (day.par + day.nonPar))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

function DueTag({ isDue, reading }: { isDue: Group['isDue']; reading: FeeReading | null }) {
  const [of, other] = reading === null ? [isDue.half, isDue.any] : [isDue[reading], isDue[reading]];
  if (of === 'due' && other === 'due') return <Tag tone="bad">Fee due</Tag>;
  if (of === 'due' || other === 'due') return <Tag tone="warning">Due by one of the readings</Tag>;
  if (of === 'possible' || other === 'possible') return <Tag tone="warning">Fee possible</Tag>;
  return <Tag tone="good">No fee</Tag>;
}

/** The table below says the same. */
function Plot({ group, month, threshold }: { group: Group; month: string; threshold: number | null }) {
  const draw = useCallback(
    (place: HTMLElement) => drawShare(place, group.days, month, threshold),
    [group, month, threshold],
  );
  return <Plotted class="fee-plot" draw={draw} />;
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;
