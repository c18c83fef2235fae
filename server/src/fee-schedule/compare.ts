/** What an import makes of the schedule that is there: columns that the file does not have stay as they are. */
import type { Procedure, ScheduledProcedure } from '@claimside/shared/api';
import { type Changes, changesBetween } from '../tables/index.ts';
import type { Column } from './columns.ts';
import { type ReadSchedule, samePayer } from './read.ts';

/** Which part of a procedure a column tells; a drug is told by its NDC. */
const PARTS: Readonly<Partial<Record<Column, Exclude<keyof Procedure, 'code'>>>> = {
  description: 'description',
  price: 'price',
  selfPayPrice: 'selfPayPrice',
  modifiers: 'modifiers',
  placeOfService: 'placeOfService',
  units: 'units',
  ndc: 'drug',
};

/** The whole schedule as it would be, by code. */
export function mergedSchedule(
  before: readonly ScheduledProcedure[],
  { procedures, columns, payers }: ReadSchedule,
): ScheduledProcedure[] {
  const told = new Set<string | undefined>([...columns].map((column) => PARTS[column]));
  const old = new Map(before.map((one) => [one.code, one]));
  return procedures
    .map((read): ScheduledProcedure => {
      const was = old.get(read.code);
      const kept = Object.fromEntries(
        Object.entries(was ?? {}).filter(([part]) => part !== 'contract' && !told.has(part)),
      );
      const contract = (was?.contract ?? []).filter(
        (amount) => !payers.some((payer) => samePayer(payer, amount)),
      );
      return { ...kept, ...read, contract: sorted([...contract, ...read.contract]) };
    })
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

export const compareSchedules = (
  before: readonly ScheduledProcedure[],
  after: readonly ScheduledProcedure[],
): Changes<ScheduledProcedure> =>
  changesBetween(
    before,
    after,
    ({ code }) => code,
    (was, is) => textOf(was) === textOf(is),
  );

/** The same for the same procedure, in whatever order its parts were put together. */
function textOf({ code, contract, drug, ...parts }: ScheduledProcedure): string {
  const { description, price, selfPayPrice, modifiers, placeOfService, units } = parts;
  const ofDrug = drug && [drug.code, drug.quantity, drug.unit];
  const amounts = sorted(contract).map((one) => [one.payerId, one.payerName, one.procedure, one.amount]);
  return JSON.stringify([
    ...[code, description, price, selfPayPrice, modifiers, placeOfService, units],
    ofDrug,
    amounts,
  ]);
}

function sorted(contract: ScheduledProcedure['contract']): ScheduledProcedure['contract'] {
  const keyOf = ({ payerId, payerName = '', procedure }: (typeof contract)[number]) =>
    `${payerId} ${payerName} ${procedure}`;
  return contract.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
