/** Reads a line table: service lines and diagnoses, by what its headers and fields mean. */
import type { Captured, CapturedDiagnosis, CapturedLine, CaptureNote } from '@claimside/shared/capture';
import { CERTAIN, captured, type Found, UNREADABLE } from './captured.ts';
import { cleanText, controlText, isControl, isShown } from './dom.ts';
import type { Column, LineTable } from './ehr.ts';
import type { HeadingOf } from './headings.ts';
import { findLineTables, type LineTablePlace } from './line-tables.ts';
import { diagnosisCodeIn, procedureCode, procedureCodeIn, procedureIn } from './normalise/codes.ts';
import { modifiers } from './normalise/modifiers.ts';
import { date, money, placeOfService, units } from './normalise/visit.ts';
import type { Places } from './places.ts';
import { type DiagnosisList, NO_DIAGNOSES, resolvePointers } from './pointers.ts';

export interface LinesRead {
  readonly lines: CapturedLine[];
  readonly diagnoses: CapturedDiagnosis[];
  readonly notes: CaptureNote[];
}

/** More rows than any visit has. */
const MOST_ROWS = 500;
/** Readable, but perhaps not all of it, or not as meant: a person must look. */
const DOUBTFUL = 0.5;
const SEVERAL =
  "Several tables of this page look like the visit's services, so none was read. Open the visit by itself.";

/**
 * Everything the one line table of the document says; of several, nothing but a note. Rows that are hidden, empty, or
 * hold no code of a known kind are passed over. Pointers may name diagnoses of the table itself or those read elsewhere.
 */
export function readLines(
  document: Document,
  recipe: LineTable,
  name: string,
  places: Places,
  { headingOf, elsewhere = NO_DIAGNOSES }: { headingOf?: HeadingOf; elsewhere?: DiagnosisList } = {},
): LinesRead {
  const result: LinesRead = { lines: [], diagnoses: [], notes: [] };
  const tables = findLineTables(document, recipe, headingOf).filter((found) =>
    rowsOf(found).some((row) => kindOf(rowReader(row, recipe, found.columns), recipe)),
  );
  const [found, second] = tables;
  if (!found) return result;
  if (second) {
    result.notes.push(note('partial', SEVERAL, second.table, places));
    return result;
  }
  const { columns } = found;
  const drafts: { pointers: Found | undefined; place: string; line: Omit<CapturedLine, 'diagnosisCodes'> }[] =
    [];
  let number = 0;
  for (const element of rowsOf(found)) {
    const row = rowReader(element, recipe, columns);
    const kind = kindOf(row, recipe);
    if (kind === undefined) continue;
    number += 1;
    const place = (part: string): string => `${name}, row ${number}, ${part}`;
    if (recipe.deleted && (element.querySelector<HTMLInputElement>(recipe.deleted)?.checked ?? false)) {
      result.notes.push(
        note('row-left-out', `Row ${number} is marked to be deleted and was left out.`, element, places),
      );
      continue;
    }
    if (kind === 'diagnosis') {
      const code = row('code', diagnosisCodeIn);
      const diagnosis = code && captured(code, place('Code'), places);
      if (!diagnosis) continue;
      const description = capturedCell(row('description', text), place('Description'), places);
      result.diagnoses.push({ code: diagnosis, ...(description && { description }) });
      continue;
    }
    if (isBilled(element, recipe)) {
      result.notes.push(
        note('row-left-out', `Row ${number} was billed already and was left out.`, element, places),
      );
      continue;
    }
    if (recipe.fields?.code && !element.querySelector(recipe.fields.code)) {
      const message = `Row ${number} cannot be changed in the ${name.toLowerCase()}: it may have been billed already.`;
      result.notes.push(note('already-billed', message, element, places));
    }
    const line = readProcedure(row, found.isPriceVague, place, places);
    if (line) drafts.push({ line, pointers: row('pointers', text), place: place('Pointers') });
  }
  const list: DiagnosisList = {
    diagnoses: [...elsewhere.diagnoses, ...result.diagnoses],
    order: [...elsewhere.order, ...result.diagnoses.map(({ code }) => code.value)],
    orderIsWhole: elsewhere.orderIsWhole,
  };
  for (const { line, pointers, place } of drafts) {
    const resolved = resolvePointers(pointers, recipe, list, place, places);
    result.lines.push({ ...line, diagnosisCodes: resolved.codes });
    if (resolved.missing > 0) {
      const message = list.orderIsWhole
        ? `${line.procedureCode.value} points at a diagnosis that is not on the list.`
        : `${line.procedureCode.value} points at a diagnosis by its place, and the list has an entry without a readable code.`;
      result.notes.push({ code: 'unresolved-pointer', message, placeId: line.procedureCode.placeId });
    }
  }
  if (drafts.length === 0 && result.notes.some((entry) => entry.message.includes('billed already'))) {
    result.notes.push({ code: 'already-billed', message: 'Every line of this visit was billed already.' });
  }
  return result;
}

/** The shown rows under the header. */
const rowsOf = ({ header, table }: LineTablePlace): HTMLTableRowElement[] =>
  [...table.rows].slice(header.rowIndex + 1, header.rowIndex + 1 + MOST_ROWS).filter(isShown);

function readProcedure(
  row: Row,
  isPriceVague: boolean,
  place: (part: string) => string,
  places: Places,
): Omit<CapturedLine, 'diagnosisCodes'> | undefined {
  const cell = row('code', procedureCodeIn);
  const onCode = procedureIn(cell?.raw ?? '');
  const code = capturedCell(
    cell && (onCode?.certain === false ? doubtful(cell) : cell),
    place('Code'),
    places,
  );
  if (!cell || !code || procedureCode(code.value) === undefined) return undefined;
  const description = capturedCell(row('description', text), place('Description'), places);
  const quantity = capturedCell(row('units', units), place('Units'), places);
  const price = row('unitPrice', money);
  // "Price" of one unit or of the line: the same only for one unit.
  const isDoubtful = isPriceVague && quantity?.value !== '1';
  const unitPrice = capturedCell(price && isDoubtful ? doubtful(price) : price, place('Price'), places);
  const chargeAmount = capturedCell(row('chargeAmount', money), place('Charge'), places);
  const serviceDate = capturedCell(row('serviceDate', date), place('Date'), places);
  const where = capturedCell(row('placeOfService', placeOfService), place('Place of service'), places);
  return {
    procedureCode: code,
    ...(description && { description }),
    modifiers: readModifiers(row, cell, onCode?.modifiers ?? [], place, places),
    ...(quantity && { units: quantity }),
    ...(unitPrice && { unitPrice }),
    ...(chargeAmount && { chargeAmount }),
    ...(serviceDate && { serviceDate }),
    ...(where && { placeOfService: where }),
  };
}

/**
 * One captured value for each modifier, of the box or written onto the code; a box that cannot be read is given whole,
 * unsure. Where box and code name different ones, all are given, in doubt.
 */
function readModifiers(
  row: Row,
  cell: Found,
  onCode: readonly string[],
  place: (part: string) => string,
  places: Places,
): Captured[] {
  const box = row('modifiers', text);
  const list = box && modifiers(box.raw);
  const ofBox = !box
    ? []
    : list
      ? list.map((value) => ({ ...box, value }))
      : [{ ...box, confidence: UNREADABLE }];
  const onlyOnCode = onCode.filter((value) => !list?.includes(value));
  const ofCode = onlyOnCode.map((value) => ({ ...cell, value }));
  const differ = ofBox.length > 0 && ofCode.length > 0;
  return [
    ...ofCode.map((found) => ({ found: differ ? doubtful(found) : found, part: 'Code' })),
    ...ofBox.map((found) => ({ found: differ ? doubtful(found) : found, part: 'Modifiers' })),
  ].flatMap(({ found, part }) => captured(found, place(part), places) ?? []);
}

const doubtful = (found: Found): Found => ({ ...found, confidence: Math.min(found.confidence, DOUBTFUL) });

type Normalise = (text: string) => string | undefined;
/** Reads one column of a row; undefined when the row has nothing there. */
type Row = (column: Column, normalise: Normalise) => Found | undefined;

function rowReader(element: HTMLTableRowElement, recipe: LineTable, columns: LineTablePlace['columns']): Row {
  const cells: HTMLTableCellElement[] = [];
  for (const cell of element.cells) for (let span = 0; span < cell.colSpan; span += 1) cells.push(cell);
  return (column, normalise) => {
    const selector = recipe.fields?.[column];
    const field = selector ? element.querySelector(selector) : null;
    const cell = cells[columns.get(column) ?? -1];
    const control = field ?? cell?.querySelector('input:not([type=hidden]), select, textarea') ?? undefined;
    const source = control ?? cell;
    if (!source) return undefined;
    // A select of pointers says more by its value than by its text; others by what a person reads.
    const raw =
      column === 'pointers' && control && isControl(control)
        ? cleanText(control.value)
        : isControl(source)
          ? controlText(source)
          : cleanText(source.textContent ?? '');
    if (raw === '') return undefined;
    const value = normalise(raw);
    // A hidden field cannot be pointed at: its cell can.
    const shown = isShown(source) || !cell ? source : cell;
    return value === undefined
      ? { element: shown, raw, value: raw, confidence: UNREADABLE }
      : { element: shown, raw, value, confidence: recipe.confidence ?? CERTAIN };
  };
}

function kindOf(row: Row, recipe: LineTable): 'procedure' | 'diagnosis' | undefined {
  const code = row('code', text)?.raw ?? '';
  if (!recipe.kinds) return procedureCodeIn(code) ? 'procedure' : undefined;
  const type = row('type', text)?.raw ?? '';
  if (recipe.kinds.procedure.test(type)) return procedureCodeIn(code) ? 'procedure' : undefined;
  if (recipe.kinds.diagnosis.test(type)) return diagnosisCodeIn(code) ? 'diagnosis' : undefined;
  return undefined;
}

function isBilled(element: Element, recipe: LineTable): boolean {
  const field = recipe.billed ? element.querySelector<HTMLInputElement>(recipe.billed) : null;
  return field !== null && !/^(?:|0|false)$/.test(field.value.trim());
}

const text: Normalise = (raw) => raw;

function capturedCell(found: Found | undefined, place: string, places: Places): Captured | undefined {
  return found && captured(found, place, places);
}

function note(code: CaptureNote['code'], message: string, element: Element, places: Places): CaptureNote {
  return { code, message, placeId: places.idOf(element) };
}
