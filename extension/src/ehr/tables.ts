/** Tables as pages build them: `table` elements and ARIA grids, as rows of cells by column. */
import { cleanText, isShown } from './dom.ts';
import { queryAll } from './roots.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TableRow {
  readonly element: Element;
  /** By column from 0; a cell over several columns stands at each. Holes where a virtual grid draws no cell. */
  readonly cells: readonly (Element | undefined)[];
  /** Texts by column as they were drawn before, for what is out of sight. */
  readonly remembered?: ReadonlyMap<number, string>;
}

export interface Table {
  readonly element: Element;
  readonly rows: readonly TableRow[];
  /** Rows that the grid says it has, headers among them, where it draws only some. */
  readonly rowCount?: number;
  /** Columns that the grid says it has, where it draws only some. */
  readonly columnCount?: number;
}

/** More rows than any visit has; and tables than any page that is read. */
const MOST_ROWS = 500;
const MOST_TABLES = 200;
const MOST_COLUMNS = 1_000;

/** Every shown table under these roots, in their order. Tables for layout are tables too: their headers tell. */
export function tablesOf(roots: readonly ParentNode[], { lookedAt }: Vocabulary): Table[] {
  const found: Table[] = [];
  for (const element of queryAll(roots, `table, ${lookedAt.gridKinds}`)) {
    if (found.length >= MOST_TABLES) break;
    if (!isShown(element)) continue;
    found.push(isTable(element) ? nativeTable(element) : gridTable(element, lookedAt));
  }
  return found;
}

const isTable = (element: Element): element is HTMLTableElement => element.localName === 'table';

function nativeTable(element: HTMLTableElement): Table {
  const rows = [...element.rows].slice(0, MOST_ROWS).map((row) => ({ element: row, cells: cellsOf(row) }));
  return { element, rows, ...counted(element, rows) };
}

function cellsOf(row: HTMLTableRowElement): Element[] {
  const cells: Element[] = [];
  for (const cell of row.cells)
    for (let span = 0; span < Math.min(cell.colSpan, 100); span += 1) cells.push(cell);
  return cells;
}

function gridTable(element: Element, lookedAt: Vocabulary['lookedAt']): Table {
  const rows: TableRow[] = [];
  for (const row of element.querySelectorAll('[role=row]')) {
    if (rows.length >= MOST_ROWS) break;
    if (row.closest(lookedAt.gridKinds) === element)
      rows.push({ element: row, cells: gridCells(row, lookedAt.cells) });
  }
  return { element, rows, ...counted(element, rows) };
}

function gridCells(row: Element, css: string): (Element | undefined)[] {
  const cells: (Element | undefined)[] = [];
  for (const cell of row.querySelectorAll(css)) {
    if (cell.closest('[role=row]') !== row) continue;
    // A grid that draws only some columns numbers them.
    const index = Number(cell.getAttribute('aria-colindex'));
    cells[index >= 1 && index <= MOST_COLUMNS ? index - 1 : cells.length] = cell;
  }
  return cells;
}

function counted(element: Element, rows: readonly TableRow[]): Pick<Table, 'rowCount' | 'columnCount'> {
  const rowCount = countSaid(element, 'aria-rowcount');
  const columnCount = countSaid(element, 'aria-colcount');
  const [header] = rows;
  const drawn = header?.cells.filter((cell) => cell !== undefined).length ?? 0;
  return {
    ...(rowCount > rows.length && { rowCount }),
    ...(Number.isFinite(columnCount) &&
      columnCount > drawn && { columnCount: Math.min(columnCount, MOST_COLUMNS) }),
  };
}

/** Where a grid does not know how many there are, it says -1: more than any. */
function countSaid(element: Element, attribute: string): number {
  const said = Number(element.getAttribute(attribute));
  if (!Number.isSafeInteger(said)) return 0;
  return said === -1 ? Number.POSITIVE_INFINITY : said;
}

/** The row's texts as headers are compared, by column: without the marks around them. */
export function headerTexts({ cells, remembered }: TableRow): (string | undefined)[] {
  const width = Math.max(cells.length, ...[...(remembered?.keys() ?? [])].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => {
    const text = cells[column]?.textContent ?? remembered?.get(column);
    return text === undefined ? undefined : headerText(text);
  });
}

function headerText(text: string): string {
  return cleanText(text)
    .replace(/[:*\u2191\u2193\u25b2\u25bc]+$/u, '')
    .trim();
}
