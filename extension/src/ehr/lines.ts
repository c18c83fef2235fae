/** Reads a line table: service lines and diagnoses, by what its headers and fields mean. */
import type { Captured, CapturedDiagnosis, CapturedLine, CaptureNote } from '@claimside/shared/capture';
import { CERTAIN, captured, type Found, UNREADABLE } from './captured.ts';
import { cleanText, controlText, isControl, isShown } from './dom.ts';
import type { Column, LineTable } from './ehr.ts';
import { diagnosisCode, diagnosisCodeIn, procedureCode, procedureCodeIn } from './normalise/codes.ts';
import { modifiers } from './normalise/modifiers.ts';
import { date, money, placeOfService, units } from './normalise/visit.ts';
import type { Places } from './places.ts';

export interface LinesRead {
  readonly lines: CapturedLine[];
  readonly diagnoses: CapturedDiagnosis[];
  readonly notes: CaptureNote[];
}

/** More rows than any visit has. */
const MOST_ROWS = 500;

type Columns = ReadonlyMap<Column, number>;

/** The first shown table that has every required column; undefined when the document has none. */
export function findLineTable(
  document: Document,
  recipe: LineTable,
): { header: HTMLTableRowElement; table: HTMLTableElement; columns: Columns } | undefined {
  for (const table of document.querySelectorAll('table')) {
    if (!isShown(table)) continue;
    for (const header of [...table.rows].slice(0, 5)) {
      const columns = columnsOf(header, recipe);
      if (recipe.required.every((column) => columns.has(column))) return { header, table, columns };
    }
  }
  return undefined;
}

/** Position of each known column; hidden cells and spans are counted, so that rows line up. */
function columnsOf(header: HTMLTableRowElement, recipe: LineTable): Columns {
  const columns = new Map<Column, number>();
  let position = 0;
  for (const cell of header.cells) {
    const text = cleanText(cell.textContent ?? '')
      .replace(/[:*]+$/, '')
      .trim();
    for (const [column, pattern] of Object.entries(recipe.columns) as [Column, RegExp][]) {
      if (!columns.has(column) && pattern.test(text)) columns.set(column, position);
    }
    position += cell.colSpan;
  }
  return columns;
}

/**
 * Everything the table says. Rows that are hidden, empty, or hold no code of a known kind are passed over.
 * Pointers may name diagnoses of the table itself or those read elsewhere.
 */
export function readLines(
  document: Document,
  recipe: LineTable,
  name: string,
  places: Places,
  diagnosesElsewhere: readonly CapturedDiagnosis[] = [],
): LinesRead {
  const result: LinesRead = { lines: [], diagnoses: [], notes: [] };
  const found = findLineTable(document, recipe);
  if (!found) return result;
  const { header, table, columns } = found;
  const rows = [...table.rows].slice(header.rowIndex + 1, header.rowIndex + 1 + MOST_ROWS);
  const drafts: { pointers: Found | undefined; place: string; line: Omit<CapturedLine, 'diagnosisCodes'> }[] =
    [];
  let number = 0;
  for (const element of rows) {
    if (!isShown(element)) continue;
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
    const line = readProcedure(row, place, places);
    if (line) drafts.push({ line, pointers: row('pointers', text), place: place('Pointers') });
  }
  const diagnoses = [...diagnosesElsewhere, ...result.diagnoses];
  for (const { line, pointers, place } of drafts) {
    const resolved = resolvePointers(pointers, recipe, diagnoses, place, places);
    result.lines.push({ ...line, diagnosisCodes: resolved.codes });
    if (resolved.missing > 0) {
      const message = `${line.procedureCode.value} points at a diagnosis that is not on the list.`;
      result.notes.push({ code: 'unresolved-pointer', message, placeId: line.procedureCode.placeId });
    }
  }
  if (drafts.length === 0 && result.notes.some((entry) => entry.message.includes('billed already'))) {
    result.notes.push({ code: 'already-billed', message: 'Every line of this visit was billed already.' });
  }
  return result;
}

function readProcedure(
  row: Row,
  place: (part: string) => string,
  places: Places,
): Omit<CapturedLine, 'diagnosisCodes'> | undefined {
  const code = capturedCell(row('code', procedureCodeIn), place('Code'), places);
  if (!code || procedureCode(code.value) === undefined) return undefined;
  const description = capturedCell(row('description', text), place('Description'), places);
  const quantity = capturedCell(row('units', units), place('Units'), places);
  const unitPrice = capturedCell(row('unitPrice', money), place('Price'), places);
  const chargeAmount = capturedCell(row('chargeAmount', money), place('Charge'), places);
  const serviceDate = capturedCell(row('serviceDate', date), place('Date'), places);
  const where = capturedCell(row('placeOfService', placeOfService), place('Place of service'), places);
  return {
    procedureCode: code,
    ...(description && { description }),
    modifiers: readModifiers(row, place('Modifiers'), places),
    ...(quantity && { units: quantity }),
    ...(unitPrice && { unitPrice }),
    ...(chargeAmount && { chargeAmount }),
    ...(serviceDate && { serviceDate }),
    ...(where && { placeOfService: where }),
  };
}

/** One captured value for each modifier of the box; a box that cannot be read is given whole, unsure. */
function readModifiers(row: Row, place: string, places: Places): Captured[] {
  const box = row('modifiers', text);
  if (!box) return [];
  const list = modifiers(box.raw);
  const values = list ? list.map((value) => ({ ...box, value })) : [{ ...box, confidence: UNREADABLE }];
  return values.flatMap((value) => captured(value, place, places) ?? []);
}

type Normalise = (text: string) => string | undefined;
/** Reads one column of a row; undefined when the row has nothing there. */
type Row = (column: Column, normalise: Normalise) => Found | undefined;

function rowReader(element: HTMLTableRowElement, recipe: LineTable, columns: Columns): Row {
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

/** Pointers as codes of this visit's diagnoses, in order; `missing` counts those that name none of them. */
export function resolvePointers(
  pointers: Found | undefined,
  recipe: LineTable,
  diagnoses: readonly CapturedDiagnosis[],
  place: string,
  places: Places,
): { codes: Captured[]; missing: number } {
  if (!pointers || !recipe.pointers) return { codes: [], missing: 0 };
  const named =
    recipe.pointers.as === 'codes'
      ? [...pointers.raw.matchAll(new RegExp(recipe.pointers.pattern, 'g'))].map((m) =>
          diagnosisCode(m[1] ?? ''),
        )
      : pointerParts(pointers.raw).map(
          (part) => diagnosisCode(part) ?? diagnoses[position(part)]?.code.value,
        );
  const known = named.filter((code) => code !== undefined && diagnoses.some((d) => d.code.value === code));
  const codes = [...new Set(known)].flatMap(
    (value) =>
      captured(
        { ...pointers, value: value ?? '', confidence: recipe.confidence ?? CERTAIN },
        place,
        places,
      ) ?? [],
  );
  return { codes, missing: named.length - known.length };
}

/** `ABC`, `A, B`, `1,2`, `M54.50 I10` in parts. */
const pointerParts = (raw: string): string[] =>
  /^[A-L]{1,4}$/i.test(raw) ? [...raw] : raw.split(/[\s,;:/]+/).filter((part) => part !== '');

/** A letter or number as a place in the list of diagnoses, from 0; -1 for neither. */
function position(part: string): number {
  if (/^[A-L]$/i.test(part)) return part.toUpperCase().charCodeAt(0) - 65;
  return /^(?:[1-9]|1[0-2])$/.test(part) ? Number(part) - 1 : -1;
}

const text: Normalise = (raw) => raw;

function capturedCell(found: Found | undefined, place: string, places: Places): Captured | undefined {
  return found && captured(found, place, places);
}

function note(code: CaptureNote['code'], message: string, element: Element, places: Places): CaptureNote {
  return { code, message, placeId: places.idOf(element) };
}
