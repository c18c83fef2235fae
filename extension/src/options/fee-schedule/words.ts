/** What stands in the fee schedule, in words. */
import type { ContractAmount, Procedure, ScheduledProcedure } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';

export const dollars = (amount: number | undefined): string =>
  amount === undefined ? 'no price' : formatMoney(cents(amount));

/** `99214, Long visit` */
export const nameOf = ({ code, description }: Procedure): string =>
  description === undefined ? code : `${code}, ${description}`;

type Part = Exclude<keyof Procedure, 'code'>;

const PARTS: readonly (readonly [Part, string, (procedure: Procedure) => string | undefined])[] = [
  ['description', 'description', ({ description }) => description],
  ['price', 'price', ({ price }) => amountOf(price)],
  ['selfPayPrice', 'self-pay price', ({ selfPayPrice }) => amountOf(selfPayPrice)],
  ['modifiers', 'modifiers', ({ modifiers }) => modifiers?.join(' ')],
  ['placeOfService', 'place of service', ({ placeOfService }) => placeOfService],
  ['units', 'units', ({ units }) => units?.toString()],
  ['drug', 'NDC', ({ drug }) => drug && [drug.code, drug.quantity, drug.unit].filter(Boolean).join(' ')],
];

const amountOf = (amount: number | undefined) => (amount === undefined ? undefined : dollars(amount));

/** What fills a line, without price, description and contracts: `modifiers GP · units 2`. */
export function defaultsOf(procedure: Procedure): string {
  return PARTS.slice(3)
    .flatMap(([, word, textOf]) => {
      const text = textOf(procedure);
      return text === undefined ? [] : `${word} ${text}`;
    })
    .join(' · ');
}

/** `price was $185.00, is $190.00; units now 2; contract 60054 for 99214-25 was $120.00, is gone` */
export function changeOf(before: ScheduledProcedure, after: ScheduledProcedure): string {
  const parts = PARTS.flatMap(([, word, textOf]) => said(word, textOf(before), textOf(after)));
  const keys = new Set([...before.contract, ...after.contract].map(contractName));
  const amount = ({ contract }: ScheduledProcedure, key: string) =>
    amountOf(contract.find((one) => contractName(one) === key)?.amount);
  const contracts = [...keys].flatMap((key) => said(key, amount(before, key), amount(after, key)));
  return [...parts, ...contracts].join('; ');
}

export const contractName = ({ payerId, payerName, procedure }: ContractAmount): string =>
  `contract ${[payerId, payerName].filter(Boolean).join(' ')} for ${procedure}`;

function said(word: string, before: string | undefined, after: string | undefined): string[] {
  if (before === after) return [];
  if (before === undefined) return [`${word} now ${after}`];
  return after === undefined ? [`${word} was ${before}, is gone`] : [`${word} was ${before}, is ${after}`];
}
