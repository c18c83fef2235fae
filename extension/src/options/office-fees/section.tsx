/** What the clearinghouse asks for a month: under both readings of its rule, for each provider, and for paper. */
import type { MonthOfFees, Role } from '@claimside/shared/api';
import { type FeeReading, wordsOfReading } from '@claimside/shared/fees';
import { cents, formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Button, dayOf, Failed, Loading } from '../../ui/parts/index.ts';
import { useMonthOfFees } from '../../ui/server/index.ts';
import { Section } from '../section.tsx';
import { FeeSettingsForm } from './settings-form.tsx';
import { ShareOfMonth } from './share.tsx';

export function OfficeFeesSection({ role }: { role: Role }) {
  const [month, setMonth] = useState<string>();
  const fees = useMonthOfFees(month);
  if (fees.data === null) return null;
  return (
    <Section
      title="Office Ally's fees"
      intro="What Office Ally asks for claims to payers that take no part in its network (non-par), and for paper. It is a forecast from the claims that left; the invoice counts."
    >
      {fees.data ? (
        <>
          <MonthChooser month={fees.data.month} onChoose={setMonth} />
          <Totals fees={fees.data} />
          {fees.data.groups.map((group) => (
            <ShareOfMonth
              key={`${group.taxId} ${group.npi}`}
              group={group}
              month={fees.data?.month ?? ''}
              threshold={fees.data?.amounts?.threshold ?? null}
              reading={fees.data?.settings.reading ?? null}
            />
          ))}
          {role === 'admin' && <FeeSettingsForm settings={fees.data.settings} />}
        </>
      ) : fees.error ? (
        <Failed error={fees.error} onRetry={() => void fees.refetch()} />
      ) : (
        <Loading what="the fees" />
      )}
    </Section>
  );
}

function MonthChooser({ month, onChoose }: { month: string; onChoose(month: string): void }) {
  const now = dayOf(new Date()).slice(0, 7);
  return (
    <div class="section-actions">
      <Button onClick={() => onChoose(monthAfter(month, -1))}>Month before</Button>
      <strong role="status">{nameOfMonth(month)}</strong>
      <Button disabled={month >= now} onClick={() => onChoose(monthAfter(month, 1))}>
        Month after
      </Button>
    </div>
  );
}

function Totals({ fees }: { fees: MonthOfFees }) {
  const { mode, isListKnown, settings, amounts, groups, paperClaims, paperCost } = fees;
  const sent = groups.reduce((sum, { par, nonPar, notKnown }) => sum + par + nonPar + notKnown, 0);
  const unknown = groups.reduce((sum, { notKnown }) => sum + notKnown, 0);
  const readings: readonly FeeReading[] = settings.reading === null ? ['half', 'any'] : [settings.reading];
  return (
    <>
      {mode === 'test' && (
        <p class="finding tone-warning">
          These are test claims, which cost nothing: so much it would be if they were live.
        </p>
      )}
      {!isListKnown && (
        <p class="finding tone-warning">
          Nobody knows yet which payers take part: bring the payer list, under Payer list.
        </p>
      )}
      {isListKnown && unknown > 0 && (
        <p class="finding tone-warning">
          Of {claims(unknown)} nobody knows whether the payer takes part: it is not on the payer list, or
          stands there under several names that differ.
        </p>
      )}
      {sent === 0 ? (
        <p>No claim left in this month.</p>
      ) : amounts === null ? (
        <p>{claims(sent)} left. No amounts hold for this month.</p>
      ) : (
        <>
          <p>
            {claims(sent)} left. The fee is {money(amounts.amount)} a month for each provider, by the amounts
            since {amounts.from}. A month begins and ends by this computer’s clock ({fees.timeZone}); which
            one Office Ally goes by is not published.
          </p>
          <dl class="fee-readings">
            {readings.map((reading) => {
              const { title, explanation } = wordsOfReading(reading, amounts.threshold);
              return (
                <div key={reading}>
                  <dt>{title}</dt>
                  <dd class="fee">{feeOf(fees.readings[reading])}</dd>
                  <dd class="small dim">{explanation}</dd>
                </div>
              );
            })}
            <div>
              <dt>Paper</dt>
              <dd class="fee">{money(paperCost)}</dd>
              <dd class="small dim">
                {claims(paperClaims)} to payers that are marked as paper only, at {money(amounts.paperAmount)}{' '}
                each.
              </dd>
            </div>
          </dl>
          {settings.reading === null && (
            <p class="small dim">
              Office Ally has published both readings. Your invoice shows which of them holds for you.
            </p>
          )}
        </>
      )}
    </>
  );
}

const money = (amount: number): string => formatMoney(cents(amount));
const claims = (count: number): string =>
  count === 1 ? '1 claim' : `${count.toLocaleString('en-US')} claims`;

const feeOf = ({ fee, feeAtMost }: MonthOfFees['readings']['half']): string =>
  feeAtMost > fee ? `${money(fee)}, at most ${money(feeAtMost)}` : money(fee);

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

function nameOfMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

function monthAfter(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
