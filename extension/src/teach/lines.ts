/** The list of services that a person pointed into: a table by its headers, or repeated elements with named parts. */
import {
  holdsTelling,
  type LineList,
  literal,
  type Pointed,
  withMeantColumns,
} from '@claimside/shared/recipe';
import { isShown } from '../ehr/dom.ts';
import { findLineTables, HEADER_ROWS } from '../ehr/line-tables.ts';
import { procedureIn } from '../ehr/normalise/codes.ts';
import { queryAll } from '../ehr/roots.ts';
import { textOfCell } from '../ehr/rows.ts';
import type { Scope } from '../ehr/scope.ts';
import { headerTexts, type Table, type TableRow } from '../ehr/tables.ts';
import { VOCABULARY } from '../ehr/vocabulary.ts';
import { type Bare, pointersAs, withMeanings } from './columns.ts';
import { partsOf, repeatedAround, textOf, textsIn } from './repeated.ts';

type PointedLines = NonNullable<Pointed['lines']>;

/** Undefined where nothing around the place looks like services with a procedure code. */
export function pointedLines(
  scope: Scope,
  element: Element,
  words: ReadonlySet<string>,
): PointedLines | 'unnamed-table' | undefined {
  const table = scope.tables().findLast((each) => each.element.contains(element));
  const headed = table && linesOfTable(scope, table, words);
  if (headed?.isWhole) return headed.lines;
  // What stands under no header would be left out: then all columns are kept by their order.
  const byOrder = (): PointedLines | 'unnamed-table' | undefined =>
    linesWithoutHeaders(scope, element, words, headed?.texts ?? []);
  const ordered = headed && byOrder();
  if (headed) return typeof ordered === 'object' ? ordered : headed.lines;
  return linesOfRows(element, words) ?? byOrder();
}

const hasCode = (text: string): boolean => procedureIn(text) !== undefined;

interface Headed {
  readonly lines: PointedLines;
  /** By column from 0. */
  readonly texts: readonly (string | undefined)[];
  /** Nothing that a line is made of stands in a column without a header. */
  readonly isWhole: boolean;
}

function linesOfTable(scope: Scope, table: Table, words: ReadonlySet<string>): Headed | undefined {
  const rows = table.rows.filter(({ element }) => isShown(element));
  const at = rows.slice(0, HEADER_ROWS).findIndex((row) => isHeader(row));
  const header = rows[at];
  if (!header) return undefined;
  const body = rows
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell && hasCode(cellText(cell))));
  const texts = headerTexts(header);
  const bare = texts.flatMap((text, column): Bare[] => {
    // A header that could be of this patient alone names no column; one that stands twice names its first.
    if (!text || text.length > 60 || holdsTelling(text, words) || texts.indexOf(text) !== column) return [];
    const alike = texts.filter((other) => other === text).length;
    const below = body.map(({ cells }) => cellText(cells[column]));
    return [{ text, names: [], texts: below, ...(alike > 1 && { alike }) }];
  });
  if (body.length === 0) return undefined;
  const headers = withMeanings(bare);
  if (!headers.some(({ column }) => column === 'code')) return undefined;
  const list = withMeantColumns({ rows: 'table', pointers: pointersOf(headers, bare) }, headers);
  const unnamed = texts.flatMap((text, column): Bare[] => {
    const below = body.map(({ cells }) => cellText(cells[column]));
    return text || areNumbers(below) ? [] : [{ text: '', names: [], texts: below }];
  });
  const isWhole = withMeanings([...bare, ...unnamed]).every(({ text, column }) => text !== '' || !column);
  return { lines: { list: guarded(scope, table, list), headers }, texts, isWhole };
}

/** The rows are counted there. */
const areNumbers = (texts: readonly string[]): boolean =>
  texts.every((text, at) => text.replace('.', '') === String(at + 1));

/**
 * What keeps a table of other visits, and a row that is no service or not one any more, from being read where nobody taught
 * anything holds here too; but for a heading or header over the very table that a person points at.
 */
function guarded(scope: Scope, { element }: Table, list: LineList): LineList {
  const { notUnder, notBeside, kinds, statuses, deleted, billed } = VOCABULARY.lineTable;
  const isFound = (guard: Partial<LineList>): boolean =>
    findLineTables(scope, { ...list, ...guard }).some(({ table }) => table.element === element);
  return {
    ...list,
    ...(notUnder && isFound({ notUnder }) && { notUnder }),
    ...(notBeside && isFound({ notBeside }) && { notBeside }),
    ...(kinds && { kinds }),
    ...(statuses && { statuses }),
    ...(deleted && { deleted }),
    ...(billed && { billed }),
  };
}

/** Several words and no code. */
function isHeader(row: TableRow): boolean {
  const texts = headerTexts(row).filter((text) => text !== undefined && text !== '');
  return texts.length > 1 && !texts.some((text) => hasCode(text ?? ''));
}

const cellText = (cell: Element | undefined): string =>
  cell ? textOf(cell.querySelector('input:not([type=hidden]), select, textarea') ?? cell) : '';

function linesOfRows(element: Element, words: ReadonlySet<string>): PointedLines | undefined {
  // One of its texts is, or begins with, a procedure code; of two codes it is two rows.
  const isRow = (row: Element): boolean =>
    row.children.length > 1 && textsIn(row).filter(hasCode).length === 1;
  const repeated = repeatedAround(element, isRow);
  if (!repeated || holdsTelling(repeated.css, words)) return undefined;
  const parts = partsOf(repeated).filter(({ part }) => !holdsTelling(part.css ?? '', words));
  const heads = headsAbove(repeated.row, repeated.rows);
  const bare = parts.map(({ part, names, texts, element: place }): Bare => {
    const head = heads.get(childOf(repeated.row, place)) ?? '';
    const text = head !== '' && !holdsTelling(head, words) ? head : (names[0] ?? '');
    return { text, names, texts, part };
  });
  const headers = withMeanings(bare);
  if (!headers.some(({ column }) => column === 'code')) return undefined;
  const rows = { css: repeated.css };
  return { list: withMeantColumns({ rows, pointers: pointersOf(headers, bare) }, headers), headers };
}

const pointersOf = (
  headers: PointedLines['headers'],
  bare: readonly Bare[],
): NonNullable<LineList['pointers']> =>
  pointersAs(bare[headers.findIndex(({ column }) => column === 'pointers')]?.texts ?? []);

/** Columns that nothing names are kept by their order: such lines are never certain. */
const BY_ORDER = 0.8;

/** Rows of a native table, by a name that they or what is around them has, else by the heading over them. */
function linesWithoutHeaders(
  scope: Scope,
  element: Element,
  words: ReadonlySet<string>,
  heads: readonly (string | undefined)[],
): PointedLines | 'unnamed-table' | undefined {
  const row = element.closest('tr');
  const cells = row?.children.length ?? 0;
  const isRow = (each: Element): boolean =>
    each.localName === 'tr' &&
    each.children.length === cells &&
    [...each.children].some((cell) => hasCode(textOf(cell)));
  if (!row || cells < 2 || !isRow(row)) return undefined;
  const named = repeatedAround(row, isRow);
  const rows =
    named && !holdsTelling(named.css, words) ? { css: named.css } : rowsUnder(scope, row, isRow, words);
  if (!rows) return 'unnamed-table';
  const all = [...(row.parentElement?.children ?? [])].filter(isRow);
  // A header that could be of this patient alone names no column.
  const nameOf = (head: string | undefined): string | undefined =>
    head && head.length <= 60 && heads.length === cells && !holdsTelling(head, words) ? head : undefined;
  const bare = [...row.children].map(
    (_, at): Bare => ({
      text: nameOf(heads[at]) ?? `Column ${at + 1}`,
      names: [],
      texts: all.map((each) => textOfCell(each.children[at], 'description')),
      part: { cells: [at] },
    }),
  );
  const headers = withMeanings(bare);
  if (!headers.some(({ column }) => column === 'code')) return undefined;
  const list = withMeantColumns(
    { rows: { ...rows, cells }, pointers: pointersOf(headers, bare), confidence: BY_ORDER },
    headers,
  );
  return { list, headers };
}

/** Rows of tables under the heading of this one, where no others stand among them; undefined where it has none. */
function rowsUnder(
  scope: Scope,
  row: Element,
  isRow: (row: Element) => boolean,
  words: ReadonlySet<string>,
): { css: string; heading: string } | undefined {
  const css = 'table tr';
  const heading = scope.headingOf(row);
  if (heading === '' || heading.length > 60 || holdsTelling(heading, words)) return undefined;
  const under = queryAll(scope.roots(), css).filter(
    (each) => isShown(each) && scope.headingOf(each) === heading,
  );
  const isAlone = new Set(under.map((each) => each.closest('table'))).size === 1;
  return isAlone && under.filter(isRow).length * 2 >= under.length
    ? { css, heading: `^${literal(heading)}$` }
    : undefined;
}

/** Words above the rows, by the child of a row that they stand over: shown to a person, never used to find anything. */
function headsAbove(row: Element, rows: readonly Element[]): Map<Element | undefined, string> {
  const [first] = rows;
  let head = first?.previousElementSibling;
  if (!head || head.children.length !== row.children.length)
    head = first?.parentElement?.previousElementSibling;
  if (!head || head.children.length !== row.children.length || hasCode(textOf(head))) return new Map();
  return new Map(
    [...row.children].map((child, index) => [child, textOf(head.children[index] ?? null).slice(0, 60)]),
  );
}

function childOf(row: Element, element: Element): Element | undefined {
  let child: Element | null = element;
  while (child && child.parentElement !== row) child = child.parentElement;
  return child ?? undefined;
}
