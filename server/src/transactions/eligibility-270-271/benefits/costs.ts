/** What the patient pays, and limits: a total and what is left of it are one, where it is certain that they belong together. */
import type { Detail, PatientCost } from '@claimside/shared/benefits';
import type { Benefit } from '../answer/model.ts';
import { detailOf } from './detail.ts';

/** EB06 29 and 33: of what is left, this year or in a lifetime; 24: of what counts so far. */
const REMAINING: ReadonlyMap<string, (period: string | undefined) => boolean> = new Map([
  ['29', (period) => period !== '32'],
  ['33', (period) => period === '32'],
]);
const SO_FAR = '24';

/** Each of the benefits as the payer told it, or a total with what is left of it; the same twice is once. */
export function costsOf(benefits: readonly Benefit[], serviceType: string): PatientCost[] {
  const told = unique(benefits.map((benefit) => toldOf(benefit, serviceType)));
  const totals = told.filter(({ part }) => part === undefined);
  const parts = told.filter(({ part }) => part !== undefined);
  const costs = new Map(totals.map((total) => [total, total.cost]));
  const alone: PatientCost[] = [];
  for (const part of parts) {
    const total = totalOf(part, totals, parts);
    const cost = total && costs.get(total);
    if (total && cost)
      costs.set(total, { ...cost, ...withoutDetail(part.cost), ...notesOf(cost, part.cost) });
    else alone.push(part.cost);
  }
  return [...costs.values(), ...alone];
}

interface Told {
  readonly cost: PatientCost;
  /** Undefined of a total. */
  readonly part?: 'remaining' | 'soFar';
  /** EB06 as sent. */
  readonly period?: string;
}

function toldOf(benefit: Benefit, serviceType: string): Told {
  const { amount, percent, quantity, timePeriod: period } = benefit;
  const unit = quantity === undefined ? undefined : benefit.quantityQualifier;
  const detail = detailOf(benefit, serviceType);
  const part = period === undefined ? undefined : partOf(period);
  const value = part === undefined ? 'amount' : part;
  const counted = part === 'remaining' ? 'remainingQuantity' : 'quantity';
  const cost: PatientCost = {
    ...detail,
    ...(amount !== undefined && { [value]: amount }),
    ...shareOf(percent),
    ...(quantity !== undefined && { [counted]: quantity }),
    ...(unit !== undefined && { unit }),
    ...(part === undefined && period !== undefined && { period }),
  };
  return { cost, ...(part && { part }), ...(period !== undefined && { period }) };
}

function partOf(period: string): Told['part'] {
  return REMAINING.has(period) ? 'remaining' : period === SO_FAR ? 'soFar' : undefined;
}

/** A part of one is so many percent; what is more than one was written in some other way. */
function shareOf(percent: number | undefined): Pick<PatientCost, 'percent' | 'shareAsSent'> {
  if (percent === undefined) return {};
  return percent <= 1 ? { percent: Math.round(percent * 100_000) / 1000 } : { shareAsSent: percent };
}

/** The total that a part is of: the one that differs from it in nothing, else the only one that differs in notes and dates alone. */
function totalOf(part: Told, totals: readonly Told[], parts: readonly Told[]): Told | undefined {
  const fits = totals.filter((total) => isOfPeriod(part, total) && isAlike(part, total));
  const same = fits.filter((total) => isSame(part.cost, total.cost));
  if (same.length === 1) return isOnly(part, same[0], parts) ? same[0] : undefined;
  const others = parts.filter((other) => other.part === part.part && isAlike(other, part));
  return same.length === 0 && fits.length === 1 && others.length === 1 ? fits[0] : undefined;
}

/** No other part of the kind says the same of the same total. */
function isOnly(part: Told, total: Told | undefined, parts: readonly Told[]): boolean {
  return parts.every(
    (other) =>
      other === part ||
      other.part !== part.part ||
      !total ||
      !isSame(other.cost, total.cost) ||
      !isAlike(other, total),
  );
}

function isOfPeriod({ part, period = '' }: Told, total: Told): boolean {
  return part === 'soFar' ? total.period !== '32' : (REMAINING.get(period)?.(total.period) ?? false);
}

/** For the same people, network, plan, place and procedure, of the same unit. */
function isAlike(one: Told, other: Told): boolean {
  return keyOf(one.cost, ALIKE) === keyOf(other.cost, ALIKE);
}

function isSame(one: PatientCost, other: PatientCost): boolean {
  return keyOf(one, NOTES) === keyOf(other, NOTES);
}

const ALIKE: readonly (keyof PatientCost)[] = [
  'scope',
  'coverageLevel',
  'network',
  'planName',
  'insuranceType',
  'places',
  'procedure',
  'diagnosisPointers',
  'unit',
];
const NOTES: readonly (keyof Detail)[] = [
  'deliveries',
  'dates',
  'numbers',
  'parties',
  'messages',
  'authorization',
];

const keyOf = (cost: PatientCost, names: readonly (keyof PatientCost)[]) =>
  JSON.stringify(names.map((name) => cost[name] ?? null));

/** What a part adds to its total. */
function withoutDetail({ remaining, remainingQuantity, soFar }: PatientCost): Partial<PatientCost> {
  return {
    ...(remaining !== undefined && { remaining }),
    ...(remainingQuantity !== undefined && { remainingQuantity }),
    ...(soFar !== undefined && { soFar }),
  };
}

/** Notes of both. */
function notesOf(total: PatientCost, part: PatientCost): Partial<PatientCost> {
  const both = <Item>(one: readonly Item[] = [], other: readonly Item[] = []) => {
    const known = new Set(one.map((each) => JSON.stringify(each)));
    return [...one, ...other.filter((each) => !known.has(JSON.stringify(each)))];
  };
  const messages = both(total.messages, part.messages);
  const dates = both(total.dates, part.dates);
  const numbers = both(total.numbers, part.numbers);
  const parties = both(total.parties, part.parties);
  const deliveries = both(total.deliveries, part.deliveries);
  return {
    ...(messages.length > 0 && { messages }),
    ...(dates.length > 0 && { dates }),
    ...(numbers.length > 0 && { numbers }),
    ...(parties.length > 0 && { parties }),
    ...(deliveries.length > 0 && { deliveries }),
  };
}

function unique(told: readonly Told[]): Told[] {
  return [...new Map(told.map((each) => [JSON.stringify(each), each])).values()];
}
