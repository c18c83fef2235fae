/** Money and times as people read them. */
import type { ClaimMoney } from '@claimside/shared/lifecycle';
import { type Cents, formatMoney, type IsoDate } from '@claimside/shared/values';

export function Money({ amount }: { amount: Cents }) {
  return <span class="money">{formatMoney(amount)}</span>;
}

const PARTS = [
  ['paid', 'paid', 'paid'],
  ['contract', 'contract', 'contractual'],
  ['patient', 'patient', 'patientResponsibility'],
  ['other', 'other', 'otherAdjustments'],
  ['written-off', 'written off', 'writtenOff'],
  ['open', 'open', 'open'],
] as const;

/** Where a claim's charge went, as a bar and as the sum in words: both say the same. */
export function MoneyBar({ money }: { money: ClaimMoney }) {
  const parts = PARTS.map(([name, word, key]) => ({ name, word, amount: money[key] })).filter(
    ({ name, amount }) => name !== 'written-off' || amount !== 0,
  );
  return (
    <div>
      <div class="money-bar" aria-hidden="true">
        {parts.map(({ name, amount }) =>
          amount > 0 ? <span key={name} class={`money-${name}`} style={{ flexGrow: amount }} /> : null,
        )}
      </div>
      <p class="money-parts">
        <span>charge {formatMoney(money.charge)} =</span>
        {parts.map(({ name, word, amount }, index) => (
          <span key={name}>
            <i class={`money-${name}`} aria-hidden="true" />
            {word} {formatMoney(amount)}
            {name === 'patient' && whatWasPaid(money)}
            {index < parts.length - 1 ? ' +' : ''}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Of the patient's share: nothing, all of it, how much, or more than that. */
export function whatWasPaid({ patientResponsibility, patientPaid }: ClaimMoney): string {
  if (patientPaid === 0) return '';
  if (patientPaid > patientResponsibility) return ` (${formatMoney(patientPaid)} paid)`;
  return patientPaid === patientResponsibility ? ' (paid)' : ` (${formatMoney(patientPaid)} of it paid)`;
}

/** `3 min`, `5 h`, `2 days`: how long ago, in one unit. */
export function ageOf(instant: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day' : `${days} days`;
}

/** A moment in the reader's own time: the clock alone for today, the date with it for any other day. */
export function When({ instant, now }: { instant: string; now: number }) {
  return <time dateTime={instant}>{momentOf(instant, now)}</time>;
}

export function momentOf(instant: string, now: number): string {
  const at = new Date(instant);
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === new Date(now).toDateString()) return clock;
  return `${dayOf(at)} ${clock}`;
}

/** The calendar date of a moment where its reader is. */
export function dayOf(at: Date): IsoDate {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` as IsoDate;
}

const two = (value: number): string => String(value).padStart(2, '0');
