/** Reads a payer list's table: every row that can be understood, and of each other one why not. */
import type { Table, TableFault, TableRow } from '../tables/table.ts';
import { accidentKindOf, type Column, columnsOf, flagOf, transactionOf } from './columns.ts';
import { keyOf, type ListedPayer, type ListedTransaction } from './entry.ts';

export interface ReadPayerList {
  readonly entries: readonly ListedPayer[];
  readonly faults: readonly TableFault[];
  /** Ids from which a spreadsheet program had taken the zeros at the front. */
  readonly mended: number;
}

/** Office Ally's ids for professional claims have five characters without exception. */
const ID_LENGTH = 5;

const FLAGS = ['isAvailable', 'isNonPar', 'needsEnrollment', 'takesSecondary', 'takesAttachments'] as const;

export function readPayerList({ headings, rows }: Table): ReadPayerList {
  const columns = columnsOf(headings);
  const entries = new Map<string, ListedPayer>();
  const faults: TableFault[] = [];
  let mended = 0;
  for (const row of rows) {
    const read = readRow(row, columns, headings);
    if ('fault' in read) {
      faults.push(read.fault);
      continue;
    }
    if (read.isMended) mended += 1;
    for (const entry of read.entries) {
      const before = entries.get(keyOf(entry));
      if (before && JSON.stringify(before) !== JSON.stringify(entry))
        faults.push({
          line: row.line,
          message: `${entry.name}, ${entry.payerId}, ${entry.transaction} stands in the list twice, with other words.`,
          fix: 'Keep one of the two rows.',
        });
      else entries.set(keyOf(entry), entry);
    }
  }
  return { entries: [...entries.values()], faults, mended };
}

type ReadRow = { readonly entries: readonly ListedPayer[]; readonly isMended: boolean };

function readRow(
  { line, cells }: TableRow,
  columns: ReadonlyMap<Column, number>,
  headings: readonly string[],
): ReadRow | { readonly fault: TableFault } {
  const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? '';
  const fault = (column: Column, message: string, fix: string) => {
    const heading = headings[columns.get(column) ?? -1];
    return { fault: { line, ...(heading !== undefined && { column: heading }), message, fix } };
  };
  const name = cell('name').replaceAll(/\s+/g, ' ');
  if (name === '') return fault('name', 'The payer has no name.', 'Fill it in, or take the row out.');
  const transaction = columns.has('transaction') ? transactionOf(cell('transaction')) : '837P';
  if (transaction === undefined)
    return fault(
      'transaction',
      `“${cell('transaction')}” is no transaction of the list.`,
      'Write 837P, 837I, 837D, 835, 270 or 276, or take the row out.',
    );
  const id = idOf(cell('payerId'), transaction);
  if (id === undefined)
    return fault('payerId', 'The payer has no id of letters and digits.', 'Fill it in, or take the row out.');
  const flags: Partial<Record<(typeof FLAGS)[number], boolean | null>> = {};
  for (const flag of FLAGS) {
    const said = flagOf(cell(flag));
    if (said === undefined)
      return fault(flag, `“${cell(flag)}” is neither yes nor no.`, 'Write Yes or No, or leave it empty.');
    flags[flag] = said;
  }
  const accidentKind = accidentKindOf(cell('accidentKind'));
  if (accidentKind === undefined)
    return fault(
      'accidentKind',
      `“${cell('accidentKind')}” is no kind of accident.`,
      'Write Work Comp, Auto or Work Comp & Auto, or leave it empty.',
    );
  const entry: ListedPayer = {
    name,
    payerId: id.payerId,
    transaction,
    isAvailable: flags.isAvailable ?? null,
    isNonPar: flags.isNonPar ?? null,
    needsEnrollment: flags.needsEnrollment ?? null,
    takesSecondary: flags.takesSecondary ?? null,
    takesAttachments: flags.takesAttachments ?? null,
    accidentKind,
    notes: cell('notes'),
  };
  // The older list has one row for claims, and says beside it whether remittances come too.
  const hasRemittances = flagOf(cell('era')) === true;
  return { entries: hasRemittances ? [entry, remittancesOf(entry)] : [entry], isMended: id.isMended };
}

const remittancesOf = (entry: ListedPayer): ListedPayer => ({
  ...entry,
  transaction: '835',
  isAvailable: true,
  isNonPar: null,
  needsEnrollment: null,
  takesSecondary: null,
  takesAttachments: null,
});

function idOf(
  text: string,
  transaction: ListedTransaction,
): { payerId: string; isMended: boolean } | undefined {
  const id = text.toUpperCase().replaceAll(/\s/g, '');
  if (!/^[A-Z0-9]{1,20}$/.test(id)) return undefined;
  const isCut = transaction === '837P' && /^\d+$/.test(id) && id.length < ID_LENGTH;
  return { payerId: isCut ? id.padStart(ID_LENGTH, '0') : id, isMended: isCut };
}
