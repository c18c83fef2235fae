/** What runs out, and whom to ask: deadlines that come, and payers that have had claims for 30 business days. */
import type { DeadlineSpan, Report } from '@claimside/shared/api';
import { PAPER_DAYS } from '@claimside/shared/lifecycle';
import { BUSINESS_DAYS } from '@claimside/shared/reports';
import { addressOfClaims } from '../worklists/address.ts';
import type { Asked } from './asked.ts';
import { narrowedTo } from './claim-links.tsx';
import { SaveCsv } from './save-csv.tsx';
import { accounts, money } from './words.ts';

const SPANS: Readonly<Record<DeadlineSpan, string>> = {
  passed: 'Passed',
  week: 'Within 7 days',
  month: 'Within 30 days',
};
const KINDS = { filing: 'to file the claim', appeal: 'to appeal or correct it' } as const;

/** Days in which it is due, as the worklists choose them; what passed stands among the next. */
const WITHIN: Readonly<Record<DeadlineSpan, string>> = { passed: '7', week: '7', month: '30' };

export function Due({ report, asked }: { report: Report; asked: Asked }) {
  const { deadlines, followUps, today } = report;
  const claimsOf = (payer: string, list: 'silent' | 'in-progress') =>
    addressOfClaims({ ...narrowedTo(asked), list, payer });
  return (
    <section class="report-part" aria-labelledby="due">
      <h2 id="due">Due on {today}</h2>
      {asked.payer !== undefined && (
        <p class="dim">Of claims that {asked.payer} has now, whichever insurance was billed first.</p>
      )}
      <h3>Deadlines of payers</h3>
      {deadlines.length === 0 ? (
        <p class="dim">
          None within 30 days of the claims on Needs you. A payer’s limits stand in Options, Practice: without
          them no deadline is known.
        </p>
      ) : (
        <>
          <ul class="report-reasons">
            {deadlines.map(({ kind, span, accounts: count, amount, first }) => (
              <li key={`${kind} ${span}`}>
                <p>
                  <strong>{SPANS[span]}</strong> {KINDS[kind]}: {accounts(count)}, {money(amount)}, the first
                  on {first}.{' '}
                  <a
                    href={addressOfClaims({ ...narrowedTo(asked), list: 'needs-you', within: WITHIN[span] })}
                  >
                    {span === 'month' ? 'Due within 30 days' : 'Passed or due within 7 days'}
                  </a>
                </p>
              </li>
            ))}
          </ul>
          <SaveCsv asked={asked} table="deadlines" />
        </>
      )}
      <h3>Without a decision for {BUSINESS_DAYS} business days</h3>
      {followUps.length === 0 ? (
        <p class="dim">None.</p>
      ) : (
        <>
          <ul class="report-reasons">
            {followUps.map(({ payerName, accounts: count, amount, waitsSince }) => (
              <li key={payerName}>
                <p>
                  <strong>{payerName}</strong>: {accounts(count)}, {money(amount)} open, the longest since{' '}
                  {waitsSince}. <a href={claimsOf(payerName, 'silent')}>Silent</a>,{' '}
                  <a href={claimsOf(payerName, 'in-progress')}>in progress</a>
                </p>
              </li>
            ))}
          </ul>
          <p class="small dim">
            Monday to Friday, holidays not left out. Of payers that get claims on paper: {PAPER_DAYS} days.
          </p>
          <SaveCsv asked={asked} table="follow-ups" />
        </>
      )}
    </section>
  );
}
