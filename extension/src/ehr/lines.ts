/** Reads the visit's lines: services and diagnoses, by what headers, fields and page state mean. */
import {
  type CapturedDiagnosis,
  type CapturedLine,
  type CaptureNote,
  IN_DOUBT,
  VAGUE,
} from '@claimside/shared/capture';
import type { Column, LineList } from '@claimside/shared/recipe';
import { atMost, captured } from './captured.ts';
import { isShown } from './dom.ts';
import { findLineTables, type LineTable } from './line-tables.ts';
import { diagnosisCodeIn, diagnosisIn, procedureCodeIn } from './normalise/codes.ts';
import { units } from './normalise/visit.ts';
import { isWhole } from './patterns.ts';
import type { Places } from './places.ts';
import { type DiagnosisOrder, NO_DIAGNOSES, resolvePointers } from './pointers.ts';
import { type ProcedureRead, readProcedure, text } from './procedure.ts';
import { freeRows, type Row, tableRows } from './rows.ts';
import type { Scope } from './scope.ts';
import { type Sentences, say } from './sentences.ts';
import type { TableRow } from './tables.ts';

export interface LinesRead {
  readonly lines: CapturedLine[];
  readonly diagnoses: CapturedDiagnosis[];
  readonly notes: CaptureNote[];
}

/**
 * Everything the one list of lines says; of several tables, nothing but a note. Rows that are hidden, empty, totals, or
 * of another kind are passed over; one that is of the visit and whose code cannot be read is left out with a note.
 * Pointers may name diagnoses of the list itself or those read elsewhere.
 */
export function readLines(
  scope: Scope,
  list: LineList,
  name: string,
  places: Places,
  elsewhere: DiagnosisOrder = NO_DIAGNOSES,
): LinesRead {
  const result: LinesRead = { lines: [], diagnoses: [], notes: [] };
  const { sentences } = scope.words;
  const found = list.rows === 'table' ? rowsOfTable(scope, list) : rowsOf(scope, list, list.rows);
  if (found === undefined) return result;
  if (found.several) {
    result.notes.push(note('partial', sentences.severalTables, found.several, places));
    return result;
  }
  const drafts: ProcedureRead[] = [];
  /** The codes of the list's own diagnoses, with a gap for each that cannot be read. */
  const order: (string | undefined)[] = [];
  let billed = 0;
  for (const [index, row] of found.rows.entries()) {
    const number = index + 1;
    const place = (part: Column): string => `${name}, row ${number}, ${scope.words.parts[part]}`;
    const leftOut = (why: string): void => {
      result.notes.push(note('row-left-out', say(why, number), row.element, places));
    };
    const status = row.read('status', text)?.value ?? '';
    const isDeleted = isTicked(row, list.deleted) || isStruck(row);
    if (isDeleted || (status && isWhole(list.statuses?.gone ?? '', status))) {
      leftOut(isDeleted ? sentences.rowDeleted : sentences.rowStatus);
      continue;
    }
    if (kindOf(row, list) === 'diagnosis') {
      const diagnosis = readDiagnosis(row, place, places);
      order.push(diagnosis?.code.value);
      if (diagnosis) result.diagnoses.push(diagnosis);
      else leftOut(sentences.noDiagnosisCode);
      continue;
    }
    if (isBilled(row, list)) {
      billed += 1;
      leftOut(sentences.rowBilled);
      continue;
    }
    const line = readProcedure(row, list, found.isPriceVague, scope, place, places);
    if (line && isLocked(row, list)) {
      const message = say(sentences.rowLocked, number, name.toLowerCase());
      result.notes.push(note('already-billed', message, row.element, places));
    }
    const isKnown = !status || isWhole(list.statuses?.open ?? '.*', status);
    if (line) drafts.push(isKnown ? line : { ...line, line: atMost(IN_DOUBT, line.line) });
    else leftOut(sentences.noCode);
  }
  resolve(drafts, list, withOwn(elsewhere, result.diagnoses, order), result, scope, places);
  if (drafts.length === 0 && billed > 0)
    result.notes.push({ code: 'already-billed', message: sentences.allBilled });
  if (found.missing) result.notes.push(note('partial', found.missing, found.element, places));
  // A line without the column of modifiers may be another than it seems.
  if (found.missing === sentences.moreColumns)
    result.lines.splice(0, Infinity, ...atMost(VAGUE, result.lines));
  const listed = found.rows.length;
  const counted = list.counted === undefined ? 0 : countShown(scope.document, list.counted);
  if (counted > listed) {
    const message = say(sentences.moreServices, counted, listed);
    result.notes.push({ code: 'partial', message });
  }
  return result;
}

const countShown = (document: Document, css: string): number =>
  [...document.querySelectorAll(css)].filter(isShown).length;

interface Found {
  /** Of services and diagnoses, those among them whose code cannot be read. */
  readonly rows: readonly Row[];
  readonly isPriceVague: boolean;
  /** The second of several tables. */
  readonly several?: Element;
  /** Says what a virtual grid has and was never drawn. */
  readonly missing?: string | undefined;
  /** What the rows stand in. */
  readonly element: Element;
}

function rowsOfTable(scope: Scope, list: LineList): Found | undefined {
  const all = findLineTables(scope, list).map((table) => ({ table, rows: tableRows(table, list) }));
  const isRead = (row: Row): boolean => isReadable(row, list);
  const isMeant = (row: Row): boolean => isRead(row) || isUnread(row, list, scope);
  const read = all.filter(({ rows }) => rows.some(isRead));
  const [first, second] = read.length > 0 ? read : all.filter(({ rows }) => rows.some(isMeant));
  if (!first) return undefined;
  const { table } = first;
  return {
    rows: first.rows.filter(isMeant),
    isPriceVague: table.isPriceVague,
    missing: missingOf(table, scope.words.sentences),
    element: table.table.element,
    ...(second && { several: second.table.table.element }),
  };
}

/** A grid counts its headers among its rows. */
function missingOf({ table, rows, columns }: LineTable, sentences: Sentences): string | undefined {
  const { rowCount = 0, columnCount = 0 } = table;
  const [header] = table.rows;
  const isSeen = ({ cells, remembered }: TableRow, column: number): boolean =>
    cells[column] !== undefined || remembered?.has(column) === true;
  const seen = Array.from({ length: columnCount }, (_, column) => header && isSeen(header, column));
  const isWhole =
    seen.every(Boolean) && rows.every((row) => [...columns.values()].flat().every((c) => isSeen(row, c)));
  if (columnCount > 0 && !isWhole) return sentences.moreColumns;
  const more = rowCount - table.rows.length;
  const count = Number.isFinite(more) ? `${more} ` : '';
  return more > 0 ? say(sentences.moreRows, count) : undefined;
}

function rowsOf(scope: Scope, list: LineList, rows: Exclude<LineList['rows'], 'table'>): Found | undefined {
  const found = freeRows(scope, rows, list.parts ?? {}, list.confidence);
  const meant = found.filter(
    (row) =>
      isReadable(row, list) || (!list.kinds && ('state' in rows || row.read('code', text) !== undefined)),
  );
  if (meant.length === 0) return undefined;
  return { rows: meant, isPriceVague: false, element: scope.document.documentElement };
}

/** What a row is said to be, whether its code can be read or not. */
function kindOf(row: Row, { kinds }: LineList): 'procedure' | 'diagnosis' | undefined {
  if (!kinds) return 'procedure';
  const type = textIn(row, 'type');
  if (isWhole(kinds.procedure, type)) return 'procedure';
  return isWhole(kinds.diagnosis, type) ? 'diagnosis' : undefined;
}

const textIn = (row: Row, part: Column): string => row.read(part, text)?.value ?? '';

function isReadable(row: Row, list: LineList): boolean {
  const kind = kindOf(row, list);
  const reads = kind === 'diagnosis' ? diagnosisIn : procedureCodeIn;
  return kind !== undefined && reads(textIn(row, 'code')) !== undefined;
}

/** A row of a table that has units, or says what it is, and more than that: no total, and no empty row of a form. */
function isUnread(row: Row, list: LineList, { words }: Scope): boolean {
  const kind = kindOf(row, list);
  const code = textIn(row, 'code');
  const said = [code, textIn(row, 'description'), textIn(row, 'chargeAmount')].join('\n').trim();
  if (!kind || words.notAService.test(said)) return false;
  if (kind === 'diagnosis') return code !== '';
  const isCounted = units(textIn(row, 'units')) ?? textIn(row, 'type');
  return !!isCounted && said !== '' && !diagnosisIn(code);
}

function readDiagnosis(
  row: Row,
  place: (part: Column) => string,
  places: Places,
): CapturedDiagnosis | undefined {
  const code = captured(row.read('code', diagnosisCodeIn), place('code'), places);
  const description = captured(row.read('description', text), place('description'), places);
  if (!code || !diagnosisIn(code.value)) return undefined;
  return { code, ...(description && { description }) };
}

const isTicked = (row: Row, css: string | undefined): boolean =>
  css !== undefined && ((row.find(css) as HTMLInputElement | null)?.checked ?? false);

/** Drawn with a line through its code, or through all of it. */
function isStruck(row: Row): boolean {
  const code = row.read('code', text)?.element;
  return [row.element, code, ...(code?.children ?? [])].some(
    (part) => part && getComputedStyle(part).textDecorationLine.includes('line-through'),
  );
}

/** A field with any value but no; an element that is no field says it by being there. */
function isBilled(row: Row, { billed }: LineList): boolean {
  const mark = billed === undefined ? null : row.find(billed);
  if (!mark) return false;
  const { value } = mark as Partial<HTMLInputElement>;
  return value === undefined || !/^(?:|0|false|no)$/i.test(value.trim());
}

/** Where the codes stand in fields, a row without one shows a line that was closed. */
function isLocked(row: Row, { rows, parts }: LineList): boolean {
  const { code } = parts ?? {};
  const css = code && 'css' in code ? code.css : undefined;
  return rows === 'table' && css !== undefined && row.find(css) === null;
}

const withOwn = (
  elsewhere: DiagnosisOrder,
  own: readonly CapturedDiagnosis[],
  order: readonly (string | undefined)[],
): DiagnosisOrder => ({
  diagnoses: [...elsewhere.diagnoses, ...own],
  order: [...elsewhere.order, ...order],
  orderIsWhole: elsewhere.orderIsWhole && !order.includes(undefined),
});

/** Turns what lines point at into codes of this visit, and says where that fails. */
function resolve(
  drafts: readonly ProcedureRead[],
  list: LineList,
  order: DiagnosisOrder,
  result: LinesRead,
  { words: { sentences } }: Scope,
  places: Places,
): void {
  for (const { line, pointers, place } of drafts) {
    const resolved = resolvePointers(pointers, list, order, place, places);
    result.lines.push({ ...line, diagnosisCodes: resolved.codes });
    if (resolved.missing === 0) continue;
    const why = order.orderIsWhole ? sentences.noSuchDiagnosis : sentences.noSuchPlace;
    const message = say(why, line.procedureCode.value);
    result.notes.push({ code: 'unresolved-pointer', message, placeId: line.procedureCode.placeId });
  }
}

function note(code: CaptureNote['code'], message: string, element: Element, places: Places): CaptureNote {
  return { code, message, placeId: places.idOf(element) };
}
