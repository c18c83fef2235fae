/** Finds the tables of a document that hold a visit's lines, by their headers and what they stand under. */
import type { Column, LineList } from '@claimside/shared/recipe';
import { isWhole, regExpOf } from './patterns.ts';
import type { Scope } from './scope.ts';
import { headerTexts, type Table, type TableRow } from './tables.ts';

export interface LineTable {
  readonly table: Table;
  /** The rows under the header; a header that is repeated is none of them. */
  readonly rows: readonly TableRow[];
  /** Positions of each known column: several where modifiers stand in columns of their own, or two headers mean one. */
  readonly columns: ReadonlyMap<Column, readonly number[]>;
  /** The header of the price doesn't say whether it is for one unit. */
  readonly isPriceVague: boolean;
}

/** A header stands among the first rows. */
export const HEADER_ROWS = 5;

/** Every shown table with the required columns, without those under a heading that rules them out. */
export function findLineTables(scope: Scope, list: LineList): LineTable[] {
  return scope.tables().flatMap((drawn) => {
    const table = scope.whole(drawn);
    for (const [at, header] of table.rows.slice(0, HEADER_ROWS).entries()) {
      const required = list.required ?? ['code'];
      if (!mayHave(required, headerTexts(header), list)) continue;
      const found = columnsOf(header, list);
      const has = (column: Column, at: number): boolean =>
        found.columns.get(column)?.[at - required.indexOf(column)] !== undefined;
      if (!required.every(has)) continue;
      if (isRuledOut(header, table, list, scope)) return [];
      const texts = headerTexts(header).join('|');
      const rows = table.rows.slice(at + 1).filter((row) => headerTexts(row).join('|') !== texts);
      return [{ table, rows, ...found }];
    }
    return [];
  });
}

/** Its own caption or legend counts as well as the heading before it. */
const isRuledOut = (
  header: TableRow,
  table: Table,
  { notUnder, notBeside }: LineList,
  scope: Scope,
): boolean =>
  (notBeside !== undefined &&
    headerTexts(header).some((text) => text !== undefined && isWhole(notBeside, text))) ||
  (notUnder !== undefined &&
    [header.element, table.element].some((part) => regExpOf(notUnder).test(scope.headingOf(part))));

/** Asked first, as most tables of a page are none of lines: few questions tell that, and many what each column is. */
const mayHave = (
  required: readonly Column[],
  texts: readonly (string | undefined)[],
  { columns = {}, looseCode, vaguePrice }: LineList,
): boolean =>
  required.every((column) => {
    const loose = column === 'code' ? looseCode?.header : column === 'unitPrice' ? vaguePrice : undefined;
    return [columns[column], loose].some(
      (pattern) =>
        pattern !== undefined && texts.some((text) => text !== undefined && isWhole(pattern, text)),
    );
  });

/** Hidden cells and spans are counted, so that rows line up. */
function columnsOf(
  header: TableRow,
  { columns: known = {}, looseCode, vaguePrice }: LineList,
): Pick<LineTable, 'columns' | 'isPriceVague'> {
  const columns = new Map<Column, number[]>();
  const texts = headerTexts(header);
  let loose: number | undefined;
  let vague: number | undefined;
  for (const [position, text] of texts.entries()) {
    if (text === undefined) continue;
    for (const [column, pattern] of Object.entries(known) as [Column, string][]) {
      if (!isWhole(pattern, text)) continue;
      const before = columns.get(column);
      // A header over several columns stands at each of them.
      const isSame = header.cells[position] === header.cells[position - 1];
      if (before && (column === 'modifiers' || !isSame)) before.push(position);
      if (!before) columns.set(column, [position]);
    }
    if (looseCode && isWhole(looseCode.header, text)) loose ??= position;
    if (vaguePrice && isWhole(vaguePrice, text)) vague ??= position;
  }
  // "Modifier 2" may stand before "Modifier 1".
  columns.get('modifiers')?.sort((one, other) => numberIn(texts[one]) - numberIn(texts[other]));
  if (loose !== undefined && !columns.has('code') && looseCode?.besides.some((column) => columns.has(column)))
    columns.set('code', [loose]);
  const isPriceVague = vague !== undefined && !columns.has('unitPrice');
  if (vague !== undefined && isPriceVague) columns.set('unitPrice', [vague]);
  return { columns, isPriceVague };
}

const numberIn = (text: string | undefined): number => Number(/\d/.exec(text ?? '')?.[0] ?? 0);
