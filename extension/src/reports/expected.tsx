/** What contracts let expect, what payers allowed of it, and what was collected: each said in words. */
import type { Report } from '@claimside/shared/api';
import type { Asked } from './asked.ts';
import { ClaimLinks } from './claim-links.tsx';
import { accounts, money, percentOf } from './words.ts';

export function Expected({ report, asked }: { report: Report; asked: Asked }) {
  const { expected, allowed, collected, underContract } = report.total;
  if (expected === 0) return null;
  const rows = [
    [
      'Expected',
      expected,
      'what the payer’s contract in your fee schedule allows, insurance and patient together',
    ],
    ['Allowed', allowed, 'what the payer said that insurance and patient owe'],
    ['Collected', collected, 'what insurances and patients have paid'],
  ] as const;
  return (
    <section class="report-part" aria-labelledby="expected">
      <h2 id="expected">Collected against expected</h2>
      <p>
        Counted: {accounts(underContract)}, decided, where the payer’s contract names every line. No line is
        expected to bring more than its charge.
      </p>
      <dl class="report-expected">
        {rows.map(([what, amount, meaning]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <strong>{money(amount)}</strong>
              {amount !== expected && ` (${percentOf(amount / expected)} of what is expected)`}: {meaning}.
            </dd>
          </div>
        ))}
      </dl>
      <ClaimLinks
        asked={asked}
        links={[
          ['Allowed less than the contract: underpaid', { list: 'underpaid' }],
          ['Patients owe', { list: 'patient-balance' }],
        ]}
      />
    </section>
  );
}
