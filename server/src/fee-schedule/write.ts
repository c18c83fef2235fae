/** The fee schedule as a table that people work on and bring back: it reads back as it is. */
import type { ContractAmount, ScheduledProcedure } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import type { TableToWrite } from '../tables/index.ts';
import { contractHeading, HEADINGS } from './columns.ts';

/** One row for each code, and below it one for each set of modifiers that a contract names. */
export function tableOfSchedule(schedule: readonly ScheduledProcedure[]): TableToWrite {
  const payers = [
    ...new Set(
      schedule.flatMap(({ contract }) => contract.map((one) => contractHeading(one.payerId, nameOf(one)))),
    ),
  ].sort();
  return { headings: [...HEADINGS, ...payers], rows: schedule.flatMap((one) => rowsOf(one, payers)) };
}

function rowsOf(one: ScheduledProcedure, payers: readonly string[]): string[][] {
  const { code, description = '', price, selfPayPrice, modifiers = [], placeOfService = '', units } = one;
  const { drug, contract } = one;
  const amountsOf = (procedure: string) =>
    payers.map((heading) =>
      money(
        contract.find(
          (each) => each.procedure === procedure && contractHeading(each.payerId, nameOf(each)) === heading,
        )?.amount,
      ),
    );
  const variants = new Set(contract.flatMap(({ procedure }) => (procedure === code ? [] : [procedure])));
  const told = [
    ...[code, description, money(price), money(selfPayPrice), modifiers.join(' '), placeOfService],
    ...[number(units), drug?.code ?? '', number(drug?.quantity), drug?.unit ?? ''],
  ];
  return [
    [...told, '', ...amountsOf(code)],
    ...[...variants]
      .sort()
      .map((procedure) => [
        code,
        ...Array<string>(told.length - 1).fill(''),
        procedure.split('-').slice(1).join(' '),
        ...amountsOf(procedure),
      ]),
  ];
}

const nameOf = ({ payerName = '' }: ContractAmount): string => payerName;
const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
/** `1234.50` */
const money = (amount: number | undefined): string =>
  amount === undefined ? '' : formatMoney(cents(amount)).replaceAll(/[$,]/g, '');
