/** Why payers denied, in words, and which payers. */
import { adjustmentWords } from '@claimside/shared/advice';
import type { Report } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { money, number, percentOf } from './words.ts';

type Reason = Report['denialReasons'][number];

export function Denials({ report: { denialReasons, total } }: { report: Report }) {
  if (total.denied.of === 0) return null;
  return (
    <section class="report-part" aria-labelledby="denials">
      <h2 id="denials">Why claims were denied at first</h2>
      {denialReasons.length === 0 ? (
        <p>None of {number(total.denied.of)} decided was denied.</p>
      ) : (
        <ul class="report-reasons">
          {denialReasons.map((row) => (
            <ReasonRow key={`${row.group} ${row.reason}`} row={row} decided={total.denied.of} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReasonRow({ row, decided }: { row: Reason; decided: number }) {
  const { group, reason, accounts, amount, payers } = row;
  const { what, why } = adjustmentWords({ group, reason, amount: cents(amount), remarkCodes: [] }, 'denied');
  return (
    <li>
      <p>
        <span class="mono">
          {group} {reason}
        </span>{' '}
        {why || what}
      </p>
      <p class="small dim">
        {number(accounts)} of {number(decided)} decided ({percentOf(accounts / decided)}), {money(amount)}:{' '}
        {payers
          .map((payer) => `${payer.payerName} ${number(payer.accounts)}, ${money(payer.amount)}`)
          .join('; ')}
      </p>
    </li>
  );
}
