/** Why payers denied, in words, and which payers. */
import { adjustmentWords } from '@claimside/shared/advice';
import type { Report } from '@claimside/shared/api';
import { CAPITATION } from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import { Fragment } from 'preact';
import type { ClaimsWanted } from '../sidebar/claims/lists/filter-choice.ts';
import { addressOfClaims } from '../worklists/address.ts';
import type { Asked } from './asked.ts';
import { ClaimLinks, narrowedTo } from './claim-links.tsx';
import { SaveCsv } from './save-csv.tsx';
import { money, number, percentOf } from './words.ts';

type Reason = Report['denialReasons'][number];

export function Denials({ report: { denialReasons, total }, asked }: { report: Report; asked: Asked }) {
  if (total.denied.of === 0) return null;
  return (
    <section class="report-part" aria-labelledby="denials">
      <h2 id="denials">Why claims were denied at first</h2>
      {denialReasons.length === 0 ? (
        <p>None of {number(total.denied.of)} decided was denied.</p>
      ) : (
        <ul class="report-reasons">
          {denialReasons.map((row) => (
            <ReasonRow key={`${row.group} ${row.reason}`} row={row} asked={asked} decided={total.denied.of} />
          ))}
        </ul>
      )}
      <ClaimLinks asked={asked} links={[['Denied, still to work', { list: 'denied' }]]} />
      {denialReasons.length > 0 && <SaveCsv asked={asked} table="denials" />}
    </section>
  );
}

/** Where its claims stand: what a capitation may have paid waits for a person, and on no list of denials. */
const claimsOf = ({ reason }: Reason): ClaimsWanted =>
  reason === CAPITATION ? { list: 'needs-you', why: 'capitated' } : { list: 'denied' };

function ReasonRow({ row, asked, decided }: { row: Reason; asked: Asked; decided: number }) {
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
        {payers.map((payer, at) => (
          <Fragment key={payer.payerName}>
            {at > 0 && '; '}
            <a href={addressOfClaims({ ...narrowedTo(asked), ...claimsOf(row), payer: payer.payerName })}>
              {payer.payerName}
            </a>{' '}
            {number(payer.accounts)}, {money(payer.amount)}
          </Fragment>
        ))}
      </p>
    </li>
  );
}
