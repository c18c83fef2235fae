/** Reads a fee schedule's table: every fault with its row and column, or what stands in it. */
import type { ContractAmount, PracticePayer, Procedure } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import {
  amountIn,
  type Cell,
  codeIn,
  descriptionIn,
  drugUnitIn,
  modifiersIn,
  ndcIn,
  numberIn,
  placeIn,
} from '@claimside/shared/fee-schedule';
import { procedureKey } from '@claimside/shared/worklists';
import type { Table, TableFault, TableRow } from '../tables/index.ts';
import { type Column, type ContractColumn, columnsOf } from './columns.ts';

/** A procedure as the file has it; columns that the file does not have say nothing of it. */
export interface ReadProcedure extends Procedure {
  readonly contract: readonly ContractAmount[];
}

export interface ReadSchedule {
  readonly procedures: readonly ReadProcedure[];
  readonly columns: ReadonlySet<Column>;
  /** Of whom the file has a column, under the names by which they are kept. */
  readonly payers: readonly Payer[];
  readonly faults: readonly TableFault[];
  readonly mended: number;
  readonly unknownColumns: readonly string[];
}

export type Payer = Pick<ContractAmount, 'payerId' | 'payerName'>;
type Named = Pick<PracticePayer, 'payerId' | 'name'>;

/** `known`: the practice's payers, which contract columns name. */
export function readSchedule({ headings, rows }: Table, known: readonly Named[]): ReadSchedule {
  const { places, contracts, unknown, repeated } = columnsOf(headings);
  const faults: TableFault[] = repeated.map((column) => ({
    column,
    message: `The column “${column}” says what another column says.`,
    fix: 'Keep one of them.',
  }));
  const payers: { at: number; payer: Payer; heading: string }[] = [];
  for (const column of contracts) {
    const heading = headings[column.at] ?? '';
    const payer = payerOfColumn(column, known);
    if ('fault' in payer) faults.push({ column: heading, ...payer.fault });
    else payers.push({ at: column.at, payer: payer.value, heading });
  }
  const found = new Map<string, { procedure: ReadProcedure; line: number }>();
  const withModifiers: { code: string; line: number; contract: readonly ContractAmount[] }[] = [];
  let mended = 0;
  for (const row of rows) {
    const read = readRow(row);
    if (read === undefined) continue;
    const { procedure, isVariant } = read;
    const before = found.get(procedure.code);
    if (isVariant) withModifiers.push({ ...procedure, line: row.line });
    else if (before)
      faults.push({
        line: row.line,
        column: headings[places.get('code') ?? -1] ?? '',
        message: `${procedure.code} stands in row ${before.line} already: a code has one price.`,
        fix: 'Keep one of the two rows.',
      });
    else found.set(procedure.code, { procedure, line: row.line });
  }
  for (const { code, line, contract } of withModifiers) {
    const own = found.get(code);
    const twice = own?.procedure.contract.find((one) =>
      contract.some((other) => other.procedure === one.procedure && samePayer(one, other)),
    );
    if (!own)
      faults.push({
        line,
        message: `${code} has a contract with modifiers, and no row of its own.`,
        fix: 'Add a row for the code without Contract modifiers.',
      });
    else if (twice)
      faults.push({
        line,
        message: `${twice.procedure} stands in the file twice.`,
        fix: 'Keep one of the rows.',
      });
    else
      found.set(code, {
        ...own,
        procedure: { ...own.procedure, contract: [...own.procedure.contract, ...contract] },
      });
  }
  return {
    procedures: [...found.values()].map(({ procedure }) => procedure),
    columns: new Set(places.keys()),
    payers: payers.map(({ payer }) => payer),
    faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    mended,
    unknownColumns: unknown,
  };

  /** Undefined where the row has a fault, which is noted. */
  function readRow({ line, cells }: TableRow): { procedure: ReadProcedure; isVariant: boolean } | undefined {
    let isWhole = true;
    const text = (column: Column): string => cells[places.get(column) ?? -1] ?? '';
    const fault = (column: string, { message, fix }: { message: string; fix: string }) => {
      isWhole = false;
      faults.push({ line, column, message, fix });
    };
    const headingOf = (column: Column) => headings[places.get(column) ?? -1] ?? column;
    const take = <T>(column: Column, read: (text: string) => Cell<T>, needed = false): T | undefined => {
      if (text(column) === '' && !needed) return undefined;
      const cell = read(text(column));
      if ('value' in cell) return cell.value;
      fault(headingOf(column), cell.fault);
      return undefined;
    };
    const code = take('code', codeIn, true);
    const price = take('price', amountIn);
    const selfPayPrice = take('selfPayPrice', amountIn);
    const modifiers = take('modifiers', modifiersIn);
    const place = take('placeOfService', placeIn);
    const units = take('units', (typed) => numberIn(typed, 9_999));
    const ndc = take('ndc', ndcIn);
    const quantity = take('ndcQuantity', (typed) => numberIn(typed, 9_999_999));
    const unit = take('ndcUnit', drugUnitIn);
    const variant = take('contractModifiers', modifiersIn) ?? [];
    const description = take('description', descriptionIn);
    if (text('ndc') === '' && (text('ndcQuantity') !== '' || text('ndcUnit') !== ''))
      fault(headingOf('ndcQuantity'), {
        message: 'There is a quantity or unit of a drug, and no NDC.',
        fix: 'Fill in the NDC, or leave all three empty.',
      });
    if (variant.length > 0 && (price !== undefined || selfPayPrice !== undefined))
      fault(headingOf(price === undefined ? 'selfPayPrice' : 'price'), {
        message: 'A row with Contract modifiers has no price: a code has one, in the row without them.',
        fix: 'Leave the price empty here.',
      });
    const procedure = procedureKey({ procedureCode: code?.code ?? '', modifiers: variant });
    const contract: ContractAmount[] = [];
    for (const { at, payer, heading } of payers) {
      if (!cells[at]) continue;
      const cell = amountIn(cells[at]);
      if ('fault' in cell) fault(heading, cell.fault);
      else contract.push({ ...payer, procedure, amount: cell.value });
    }
    if (!isWhole || !code) return undefined;
    mended += (code.isMended ? 1 : 0) + (place?.isMended ? 1 : 0);
    return {
      isVariant: variant.length > 0,
      procedure: {
        code: code.code,
        ...(description !== undefined && { description }),
        ...(price !== undefined && { price }),
        ...(selfPayPrice !== undefined && { selfPayPrice }),
        ...(modifiers && modifiers.length > 0 && { modifiers }),
        ...(place && { placeOfService: place.place }),
        ...(units !== undefined && { units }),
        ...(ndc !== undefined && {
          drug: { code: ndc, ...(quantity !== undefined && { quantity }), ...(unit && { unit }) },
        }),
        contract,
      },
    };
  }
}

/** By its id, and by its name where several payers of the practice share the id. */
function payerOfColumn({ payerId, name }: ContractColumn, known: readonly Named[]): Cell<Payer> {
  const sameId = known.filter((payer) => payer.payerId.toUpperCase() === payerId);
  const [first, ...others] = sameId;
  if (!first)
    return {
      fault: {
        message: `The practice has no payer with the ID ${payerId}.`,
        fix: 'Add the payer to the practice first, correct the ID, or take the column out.',
      },
    };
  if (others.length === 0) return { value: { payerId: first.payerId } };
  const named = sameId.find((payer) => nameKey(payer.name) === nameKey(name));
  if (named) return { value: { payerId: named.payerId, payerName: named.name } };
  return {
    fault: {
      message: `Several payers of the practice have the ID ${payerId}.`,
      fix: `Write the name behind it: ${sameId.map((payer) => `Contract ${payerId} ${payer.name}`).join(', ')}.`,
    },
  };
}

export const samePayer = (one: Payer, other: Payer): boolean =>
  one.payerId === other.payerId && one.payerName === other.payerName;
