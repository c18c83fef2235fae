/**
 * Remembers the rows of grids that draw only what is in sight, so that one which a person scrolls through is read whole.
 * Whatever says that it may be another list now makes it forget: a wrong row is worse than one more scroll.
 */

import { agreement, type PatientIdentity } from '@claimside/shared/capture';
import { cleanText } from './dom.ts';
import type { Table, TableRow } from './tables.ts';

export interface SeenGrids {
  /** The grid with the rows and cells that were drawn before, in its order. Other tables as they are. */
  whole(table: Table, address: string): Table;
  /** Keeps a document's rows for this patient alone; true when rows of another were forgotten. */
  keepFor(document: Document, patient: PatientIdentity): boolean;
}

/** By number of the row. */
type SeenRows = Map<number, SeenRow>;

interface SeenRow {
  /** What the page calls the row, wherever it stands. */
  readonly key: string;
  /** By column from 0; empty for a cell without text. */
  readonly texts: Map<number, string>;
}

interface SeenGrid {
  /** Address and size of the list. */
  readonly list: string;
  readonly rows: SeenRows;
}

interface DrawnRow extends SeenRow {
  readonly row: TableRow;
  readonly number: number;
}

export function createSeenGrids(): SeenGrids {
  const documents = new WeakMap<Document, { patient: PatientIdentity; grids: WeakMap<Element, SeenGrid> }>();
  return {
    whole(table, address) {
      if (table.rowCount === undefined && table.columnCount === undefined) return table;
      const drawn = table.rows.map(drawnRow);
      if (drawn.some(({ number }) => !(number >= 1))) return table;
      const { element } = table;
      const of = documents.get(element.ownerDocument) ?? { patient: {}, grids: new WeakMap() };
      documents.set(element.ownerDocument, of);
      const list = [address, element.getAttribute('aria-rowcount'), element.getAttribute('aria-colcount')];
      const known = of.grids.get(element);
      const isSame = known?.list === list.join('|') && !contradicts(known.rows, drawn);
      const seen: SeenGrid = isSame ? known : { list: list.join('|'), rows: new Map() };
      of.grids.set(element, seen);
      for (const { number, key, texts } of drawn) {
        const row = seen.rows.get(number) ?? { key, texts: new Map() };
        for (const [column, text] of texts) row.texts.set(column, text);
        seen.rows.set(number, row);
      }
      const now = new Map(drawn.map(({ number, row }) => [number, row]));
      const numbers = [...seen.rows.keys()].sort((a, b) => a - b);
      const rows = numbers.map((number): TableRow => {
        const remembered = seen.rows.get(number)?.texts ?? new Map<number, string>();
        // A row out of sight cannot be pointed at: its grid can.
        return { ...(now.get(number) ?? { element, cells: [] }), remembered };
      });
      return { ...table, rows };
    },
    keepFor(document, patient) {
      const of = documents.get(document);
      if (!of) return false;
      // What was seen before the page named anybody is the first one's that it names.
      const isFirst = Object.keys(of.patient).length === 0;
      if (!isFirst && agreement(of.patient, patient) === 'agree') return false;
      documents.set(document, { patient, grids: isFirst ? of.grids : new WeakMap() });
      return !isFirst;
    },
  };
}

function drawnRow(row: TableRow): DrawnRow {
  const number = Number(row.element.getAttribute('aria-rowindex'));
  const texts = new Map<number, string>();
  for (const [column, cell] of row.cells.entries())
    if (cell) texts.set(column, cleanText(cell.textContent ?? ''));
  return { row, number, key: row.element.getAttribute('data-id') ?? `${number}`, texts };
}

/** Sorted, filtered, loaded anew, or changed by hand, perhaps in rows out of sight too. */
function contradicts(seen: SeenRows, drawn: readonly DrawnRow[]): boolean {
  const numberOf = new Map([...seen].map(([number, { key }]) => [key, number]));
  return drawn.some(({ number, key, texts }) => {
    const known = seen.get(number);
    if ((known && known.key !== key) || (numberOf.get(key) ?? number) !== number) return true;
    return [...texts].some(([column, text]) => (known?.texts.get(column) ?? text) !== text);
  });
}
