/** What the patient pays of a service, a sentence for each: copay, coinsurance, deductible, out-of-pocket maximum, limits. */
import { formatMoney } from '../values/index.ts';
import { type AlreadyTold, counted, detailWords, levelWords, otherLevelWords } from './detail-words.ts';
import { labelOf, PERIOD, UNIT } from './labels.ts';
import type { PatientCost } from './model.ts';
import { forService, type SpokenService } from './service-words.ts';

const WHOLE_PLAN = forService('30');

/** `Copay $25.00 for an office visit, in network.` */
export function chargeSentence(
  what: 'Copay' | 'Coinsurance',
  cost: PatientCost,
  service: SpokenService,
  told: AlreadyTold,
): string {
  const period = service.isVisit && cost.period === '27' ? '' : periodWords(cost.period);
  const said = `${valueOrNot(cost)}${period}`.trim();
  return `${what}${said === '' ? '' : ` ${said}`}${scopeWords(cost, service)}${otherLevelWords(cost)}${soFarWords(cost)}${detailWords(cost, told)}.`;
}

/** `Deductible: $500.00 left of $1,500.00 for the individual this calendar year.` */
export function totalSentence(
  what: 'Deductible' | 'Out-of-pocket maximum',
  cost: PatientCost,
  service: SpokenService,
  told: AlreadyTold,
): string {
  // That of the plan is what the word means.
  const scope = cost.scope === 'service' && !service.isPlan ? scopeWords(cost, service) : '';
  const said = `${valueOrNot(cost)}${levelWords(cost)}${periodWords(cost.period)}${soFarWords(cost)}`;
  return `${what}${scope}: ${said.replace(/^[, ]+/, '')}${detailWords(cost, told)}.`;
}

/** `Limit: 15 of 20 visits left for the individual this calendar year.` */
export function limitSentence(limit: PatientCost, service: SpokenService, told: AlreadyTold): string {
  const scope = limit.scope === 'service' ? '' : scopeWords(limit, service);
  const said = valueWords(limit);
  return `Limit${scope}${said === '' ? '' : `: ${said}`}${levelWords(limit)}${periodWords(limit.period)}${soFarWords(limit)}${detailWords(limit, told)}.`;
}

/** `$500.00 left of $1,500.00`, `20%`, `15 of 20 visits left`; empty where none is told. */
export function valueWords(cost: PatientCost): string {
  const { amount, remaining, percent, shareAsSent } = cost;
  const money = [
    remaining === undefined ? '' : `${formatMoney(remaining)} left`,
    amount === undefined ? '' : `${remaining === undefined ? '' : 'of '}${formatMoney(amount)}`,
    percent === undefined ? '' : `${percent}%`,
    shareAsSent === undefined ? '' : `${shareAsSent} (as the payer writes it; it may not be percent)`,
  ];
  return [money.filter(Boolean).join(' '), quantityWords(cost)].filter(Boolean).join(', ');
}

function quantityWords({ quantity, remainingQuantity, unit = '' }: PatientCost): string {
  const units = labelOf(UNIT, unit) ?? unit;
  if (remainingQuantity === undefined) return quantity === undefined ? '' : counted(quantity, units);
  return quantity === undefined
    ? `${counted(remainingQuantity, units)} left`
    : `${remainingQuantity} of ${counted(quantity, units)} left`;
}

/** A copay of which nothing is told is not made up. */
function valueOrNot(cost: PatientCost): string {
  return valueWords(cost) || (cost.soFar === undefined ? 'not told' : '');
}

export function periodWords(period: string | undefined): string {
  return period === undefined ? '' : ` ${labelOf(PERIOD, period) ?? `in period ${period}`}`;
}

export const soFarWords = ({ soFar }: PatientCost) =>
  soFar === undefined ? '' : `, ${formatMoney(soFar)} so far this year`;

function scopeWords({ scope }: PatientCost, { name }: SpokenService): string {
  if (scope === 'unsaid') return ', for which service the payer does not say';
  return ` for ${scope === 'plan' ? WHOLE_PLAN : name}`;
}
