/** Finds the tables of a document that hold a visit's lines, by their headers and what they stand under. */
import { cleanText, isShown } from './dom.ts';
import type { Column, LineTable } from './ehr.ts';
import type { HeadingOf } from './headings.ts';

export interface LineTablePlace {
  readonly header: HTMLTableRowElement;
  readonly table: HTMLTableElement;
  /** Position of each known column. */
  readonly columns: ReadonlyMap<Column, number>;
  /** The header of the price doesn't say whether it is for one unit. */
  readonly isPriceVague: boolean;
}

/** A header stands among the first rows. */
const HEADER_ROWS = 5;

/** Every shown table with the required columns; with `headingOf`, without those under a heading that rules them out. */
export function findLineTables(
  document: Document,
  recipe: LineTable,
  headingOf?: HeadingOf,
): LineTablePlace[] {
  return [...document.querySelectorAll('table')].flatMap((table) => {
    if (!isShown(table)) return [];
    for (const header of [...table.rows].slice(0, HEADER_ROWS)) {
      const found = columnsOf(header, recipe);
      if (!recipe.required.every((column) => found.columns.has(column))) continue;
      return headingOf && isRuledOut(header, table, recipe, headingOf) ? [] : [{ header, table, ...found }];
    }
    return [];
  });
}

/** Its own caption or legend counts as well as the heading before it. */
const isRuledOut = (
  header: Element,
  table: Element,
  { notUnder }: LineTable,
  headingOf: HeadingOf,
): boolean => notUnder !== undefined && [header, table].some((part) => notUnder.test(headingOf(part)));

/** Hidden cells and spans are counted, so that rows line up. */
function columnsOf(
  header: HTMLTableRowElement,
  { columns: known, looseCode, vaguePrice }: LineTable,
): Pick<LineTablePlace, 'columns' | 'isPriceVague'> {
  const columns = new Map<Column, number>();
  let position = 0;
  let loose: number | undefined;
  let vague: number | undefined;
  for (const cell of header.cells) {
    const text = cleanText(cell.textContent ?? '')
      .replace(/[:*]+$/, '')
      .trim();
    for (const [column, pattern] of Object.entries(known) as [Column, RegExp][]) {
      if (!columns.has(column) && pattern.test(text)) columns.set(column, position);
    }
    if (looseCode?.header.test(text)) loose ??= position;
    if (vaguePrice?.test(text)) vague ??= position;
    position += cell.colSpan;
  }
  if (loose !== undefined && !columns.has('code') && looseCode?.besides.some((column) => columns.has(column)))
    columns.set('code', loose);
  const isPriceVague = vague !== undefined && !columns.has('unitPrice');
  if (vague !== undefined && isPriceVague) columns.set('unitPrice', vague);
  return { columns, isPriceVague };
}
