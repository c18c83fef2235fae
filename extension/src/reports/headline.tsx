/** The figures that a practice asks for first, each with the number of accounts that it is of. */
import type { Report, ReportSummary } from '@claimside/shared/api';
import { accounts, days, money, number, percent, percentOf } from './words.ts';

interface Figure {
  readonly title: string;
  /** Undefined while there is nothing that it could be of. */
  readonly value: string | undefined;
  readonly of: string;
  /** What stands there until then. */
  readonly until: string;
}

export function Headline({ report }: { report: Report }) {
  return (
    <dl class="report-figures" aria-label="In short">
      {figuresOf(report).map(({ title, value, of, until }) => (
        <div key={title}>
          <dt>{title}</dt>
          {value === undefined ? (
            <dd class="small dim">{until}</dd>
          ) : (
            <>
              <dd class="report-figure">{value}</dd>
              <dd class="small dim">{of}</dd>
            </>
          )}
        </div>
      ))}
    </dl>
  );
}

const UNDECIDED = 'Once the first claim is decided on.';

function figuresOf({ total, owed, today }: Report): Figure[] {
  const { acceptedAtOnce, paidAtOnce, denied, expected, collected, underContract } = total;
  const { daysInReceivables } = owed;
  return [
    {
      title: 'Charges',
      value: money(total.charges),
      of: `of ${accounts(total.accounts)}`,
      until: '',
    },
    {
      title: 'Paid',
      value: money(total.paid + total.patientPaid),
      of: `${money(total.paid)} by insurances, ${money(total.patientPaid)} by patients`,
      until: '',
    },
    {
      title: 'Accepted at once',
      value: percent(acceptedAtOnce),
      of: `of ${number(acceptedAtOnce.of)} answered`,
      until: 'Once the first claim is answered.',
    },
    {
      title: 'Accepted at once and not denied',
      value: percent(paidAtOnce),
      of: `of ${number(paidAtOnce.of)} decided`,
      until: UNDECIDED,
    },
    {
      title: 'Denied at first',
      value: percent(denied),
      of: `${number(denied.count)} of ${number(denied.of)} decided`,
      until: UNDECIDED,
    },
    { title: 'Days to file', ...span(total.daysToFile), until: 'Once the first claim is billed.' },
    { title: 'Days to the decision', ...span(total.daysToDecision), until: UNDECIDED },
    {
      title: 'Days in A/R',
      value: daysInReceivables === null ? undefined : days(daysInReceivables),
      of: `${money(owed.amount)} owed on ${accounts(owed.accounts)}, ${today}`,
      until: 'Once there are charges.',
    },
    {
      title: 'Collected of expected',
      value: expected > 0 ? percentOf(collected / expected) : undefined,
      of: `${money(collected)} of ${money(expected)} by contract, ${accounts(underContract)}`,
      until: 'Once a claim is decided on whose payer’s contract stands in the fee schedule.',
    },
  ];
}

function span(found: ReportSummary['daysToFile']): Pick<Figure, 'value' | 'of'> {
  if (found === null) return { value: undefined, of: '' };
  return {
    value: days(found.median),
    of: `median; nine of ten within ${days(found.ninthTenth)}, of ${accounts(found.of)}`,
  };
}
