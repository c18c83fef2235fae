/** What tells one benefit from another of its kind, as the end of a sentence: for whom, in which network, where, until when. */
import { PLACE_OF_SERVICE } from '../codes/index.ts';
import { COVERAGE_LEVEL, DATE, DELIVERY_UNIT, labelOf, NUMBER, PERIOD, PLAN_TYPE, UNIT } from './labels.ts';
import type { DatedAs, Delivery, Detail, NumberedAs } from './model.ts';
import { partyWords } from './party-words.ts';

/** What stands in the sentence before already. */
export type AlreadyTold = Pick<Detail, 'planName' | 'insuranceType'>;

const NETWORK: Readonly<Record<NonNullable<Detail['network']>, string>> = {
  in: 'in network',
  out: 'outside the network',
  both: 'in and outside the network',
  unknown: 'network not known',
};
const AUTHORIZATION: Readonly<Record<NonNullable<Detail['authorization']>, string>> = {
  needed: 'authorization needed',
  'not-needed': 'no authorization needed',
  unknown: 'not known whether an authorization is needed',
};

/** ` for the individual`; empty where the payer does not say. */
export function levelWords({ coverageLevel }: Detail): string {
  return coverageLevel === undefined
    ? ''
    : ` for ${labelOf(COVERAGE_LEVEL, coverageLevel) ?? `coverage level ${coverageLevel}`}`;
}

/** The same where the individual is whom one speaks of anyway. */
export function otherLevelWords(detail: Detail): string {
  return detail.coverageLevel === 'IND' ? '' : levelWords(detail);
}

/** `, in network, authorization needed`: each part with its comma; empty where there is none. */
export function detailWords(detail: Detail, told: AlreadyTold = {}): string {
  const { network, authorization, procedure, places = [], messages = [], diagnosisPointers = [] } = detail;
  const parts = [
    network && NETWORK[network],
    planWords(detail, told),
    procedure && `procedure ${procedure}`,
    diagnosisPointers.length > 0 && `for diagnosis ${diagnosisPointers.join(', ')}`,
    ...places.map(placeWords),
    ...(detail.deliveries ?? []).map(deliveryWords),
    ...(detail.dates ?? []).map(dateWords),
    ...(detail.numbers ?? []).map(numberWords),
    ...(detail.parties ?? []).map(partyWords),
    authorization && AUTHORIZATION[authorization],
    ...messages.map((message) => `note: ${message}`),
  ];
  return parts
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
}

/** `GOLD 123 PLAN (HMO)`; nothing of what is told already. */
export function planWords({ planName, insuranceType }: AlreadyTold, told: AlreadyTold = {}): string {
  const name = planName === told.planName ? '' : (planName ?? '');
  const kind = insuranceType === told.insuranceType ? '' : (insuranceType ?? '');
  const words = kind === '' ? '' : (labelOf(PLAN_TYPE, kind) ?? `plan type ${kind}`);
  return name === '' ? words : words === '' ? name : `${name} (${words})`;
}

function placeWords(place: string): string {
  const words = labelOf(PLACE_OF_SERVICE.codes, place);
  return `place of service ${place}${words ? ` (${words.toLowerCase()})` : ''}`;
}

export function deliveryWords(delivery: Delivery): string {
  const { quantityQualifier = '', quantity, unit, unitCount, timePeriod, periodCount } = delivery;
  const { frequency, pattern } = delivery;
  const period = timePeriod && (labelOf(PERIOD, timePeriod) ?? `period ${timePeriod}`);
  return [
    quantity === undefined ? '' : counted(quantity, labelOf(UNIT, quantityQualifier) ?? quantityQualifier),
    unit && `in ${counted(unitCount ?? 1, labelOf(DELIVERY_UNIT, unit) ?? unit)}`,
    periodCount === undefined ? period : `${period ?? 'periods'} (${periodCount})`,
    frequency && `frequency ${frequency}`,
    pattern && `pattern ${pattern}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** `20 visits`, `1 visit`. */
export function counted(quantity: number, units: string): string {
  return `${quantity} ${quantity === 1 ? units.replace(/s$/, '') : units}`.trim();
}

/** `plan from 2026-01-01`. */
export function dateWords({ qualifier, date, dateEnd }: DatedAs): string {
  const label = labelOf(DATE, qualifier) ?? `date ${qualifier}`;
  return `${label} ${date ?? '(date not readable)'}${dateEnd === undefined ? '' : ` to ${dateEnd}`}`;
}

/** `group number G1 (SAMPLE EMPLOYER)`. */
export function numberWords({ qualifier, value, description }: NumberedAs): string {
  const label = labelOf(NUMBER, qualifier) ?? `number ${qualifier}`;
  return `${label} ${value}${description === undefined ? '' : ` (${description})`}`;
}
