/** Rows of service lines or diagnoses, whatever they are built of: tables, elements, numbered fields, page state. */
import { IN_DOUBT, UNREADABLE, VAGUE } from '@claimside/shared/capture';
import type { Column, LineList, RowPart, Rows } from '@claimside/shared/recipe';
import { CERTAIN, type Found } from './captured.ts';
import { chosenOf, cleanText, controlText, isControl, isInput, isSelect, isShown, shownText } from './dom.ts';
import type { Labelled } from './labels.ts';
import type { LineTable } from './line-tables.ts';
import { isUnder, textsOf } from './locate.ts';
import { elementAt, entriesAt, textsAt } from './page-state.ts';
import { groupOf, isWhole } from './patterns.ts';
import { queryAll } from './roots.ts';
import type { Scope } from './scope.ts';
import type { TableRow } from './tables.ts';

type Normalise = (text: string) => string | undefined;

export interface Row {
  /** Stands for the row in notes. */
  readonly element: Element;
  /** What stands in one part of it; undefined when there is nothing. */
  read(part: Column, normalise: Normalise): Found | undefined;
  /** The first element in the row that the selector finds. */
  find(css: string): Element | null;
}

type Parts = Partial<Record<Column, RowPart | readonly RowPart[]>>;
type FreeRows = Exclude<Rows, 'table'>;

const MOST_ROWS = 500;
const CELL = 'td, th, [role=cell], [role=gridcell]';

/** Rows of a table: a part of the recipe outranks the column's cell. */
export function tableRows({ rows, columns }: LineTable, { parts = {}, goesOn, confidence }: LineList): Row[] {
  const shown = rows.filter(({ element }) => isShown(element));
  return shown.map(({ element, cells, remembered }, index) => {
    // A row that is out of sight has no element of its own.
    const isDrawn = cells.length > 0;
    const more = goingOn(shown.slice(index + 1), goesOn);
    return {
      element,
      find: (css) => (isDrawn ? element.querySelector(css) : null),
      read(part, normalise) {
        const [column = -1, ...others] = columns.get(part) ?? [];
        const cell = shownCell(cells[column]);
        const field = isDrawn ? fieldOf([element, ...more], parts[part]) : null;
        const control =
          field ?? cell?.querySelector('input:not([type=hidden]), select, textarea') ?? undefined;
        const source = control ?? cell;
        if (!source) {
          const before = cells[column] ? '' : (remembered?.get(column) ?? '');
          return before === '' ? undefined : foundAt(element, before, normalise, confidence);
        }
        // A select of pointers says more by its value than by its text; others by what a person reads.
        const first =
          part === 'pointers' && control && isSelect(control)
            ? chosenOf(control, ({ value }) => value)
            : field || !cell
              ? textIn(source)
              : textOfCell(cell, part);
        const besides = others.map((other) => textOfCell(shownCell(cells[other]), part));
        const texts = [...new Set([first, ...besides])].filter((each) => each !== '');
        const raw = texts.join(' ');
        if (raw === '') return undefined;
        // A hidden field cannot be pointed at: its cell can.
        const place = isShown(source) || !cell ? source : cell;
        if (part === 'modifiers' || texts.length === 1) return foundAt(place, raw, normalise, confidence);
        // Of two codes, neither is the code; of two columns of one meaning, the first in doubt.
        return foundAt(place, raw, () => (part === 'code' ? undefined : normalise(texts[0] ?? '')), IN_DOUBT);
      },
    };
  });
}

/** The rows right below that go on with the line above them. */
function goingOn(below: readonly TableRow[], css: string | undefined): Element[] {
  if (css === undefined) return [];
  const end = below.findIndex(({ element }) => element.querySelector(css) === null);
  return below.slice(0, end < 0 ? undefined : end).map(({ element }) => element);
}

/** A cell that is not drawn holds what this user may not see, or a placeholder. */
const shownCell = (cell: Element | undefined): Element | undefined =>
  cell && isShown(cell) ? cell : undefined;

function fieldOf(rows: readonly Element[], part: RowPart | readonly RowPart[] | undefined): Element | null {
  for (const { css } of asList(part)) {
    for (const row of css === undefined ? [] : rows) {
      const field = row.querySelector(css ?? '');
      if (field && isShown(field.closest(CELL) ?? row)) return field;
    }
  }
  return null;
}

/** How several boxes of one cell make its text; of any other part, the first one counts. */
const JOINED_BY: Partial<Record<Column, string>> = { modifiers: ' ', serviceDate: '/', serviceDateEnd: '/' };

/** What a person reads in a cell: of several boxes, those that make one text. */
export function textOfCell(cell: Element | undefined, part: Column): string {
  const controls = [...(cell?.querySelectorAll('input:not([type=hidden]), select, textarea') ?? [])];
  const [first] = controls;
  if (!cell || !first) return cell ? shownText(cell) : '';
  // Whether a line counts may be a box to tick.
  if (part === 'type' && isInput(first) && first.type === 'checkbox') return first.checked ? 'yes' : 'no';
  const joinedBy = JOINED_BY[part];
  if (joinedBy === undefined) return textIn(first);
  return controls
    .map(textIn)
    .filter((text) => text !== '')
    .join(joinedBy);
}

const textIn = (element: Element): string => (isControl(element) ? controlText(element) : shownText(element));

/** Rows that are no table's. */
export function freeRows(scope: Scope, rows: FreeRows, parts: Parts, confidence?: number): Row[] {
  if ('state' in rows) return stateRows(scope, rows.state, parts, confidence);
  if ('label' in rows) return labelledRows(scope, rows, parts, confidence);
  if ('from' in rows) return numberedRows(scope, rows, parts, confidence);
  return queryAll(scope.roots(), rows.css)
    .filter((row) => isShown(row) && isUnder(scope, row, rows.heading))
    .slice(0, MOST_ROWS)
    .map((element) => partsRow(element, element, parts, (css) => css, confidence));
}

function numberedRows(
  { document }: Scope,
  { css, from, to }: { css: string; from: number; to: number },
  parts: Parts,
  confidence: number | undefined,
): Row[] {
  return Array.from({ length: Math.min(to - from + 1, MOST_ROWS) }).flatMap((_, index) => {
    const numbered = (selector: string): string => selector.replaceAll('{n}', String(from + index));
    const first = document.querySelector(numbered(css));
    if (!first) return [];
    // What was taken off the list may stand there still, hidden: it keeps its number and says nothing.
    return isShown(first)
      ? partsRow(document, first, parts, numbered, confidence)
      : { element: first, find: () => null, read: () => undefined };
  });
}

function partsRow(
  root: ParentNode,
  element: Element,
  parts: Parts,
  numbered: (css: string) => string,
  confidence: number | undefined,
): Row {
  return {
    element,
    find: (css) => root.querySelector(numbered(css)),
    read(part, normalise) {
      let unreadable: Found | undefined;
      for (const { css, take, pattern } of asList(parts[part])) {
        const places = css === undefined ? [element] : [...root.querySelectorAll(numbered(css))];
        const texts = places.flatMap((place) => textsOf(place, { ...(take && { take }) }).slice(0, 1));
        const raw = texts.join(' ');
        const text = pattern
          ? cleanText(texts.flatMap((each) => groupOf(pattern, each) ?? []).join(' '))
          : raw;
        const [place] = places;
        if (text === '' || !place) continue;
        const found = foundAt(place, raw, () => normalise(text), confidence);
        if (found.confidence !== UNREADABLE) return found;
        unreadable ??= found;
      }
      return unreadable;
    },
  };
}

function labelledRows(
  scope: Scope,
  { label, heading }: { label: string; heading?: string },
  parts: Parts,
  confidence: number | undefined,
): Row[] {
  const named = (pattern: string): Labelled[] =>
    scope.labelled().filter((each) => isWhole(pattern, each.label));
  const rows = named(label).filter(({ element }) => isUnder(scope, element, heading));
  return rows.map((row) => ({
    element: row.element,
    find: () => null,
    read(part, normalise) {
      for (const { label: beside, pattern } of asList(parts[part])) {
        // What stands once on the page is of the one service, if there is one.
        const values = beside === undefined ? [row] : named(beside);
        const [value] = values;
        if (!value || values.length > 1 || (beside !== undefined && rows.length > 1)) continue;
        const text = pattern ? cleanText(groupOf(pattern, value.raw) ?? '') : value.raw;
        if (text !== '') return foundAt(value.element, value.raw, () => normalise(text), confidence);
      }
      return undefined;
    },
  }));
}

function stateRows(scope: Scope, path: string, parts: Parts, confidence: number | undefined): Row[] {
  return entriesAt(scope.state ?? {}, path).entries.map(({ resource, at, isContested }) => {
    const most = isContested ? Math.min(confidence ?? 1, VAGUE) : confidence;
    const element = elementAt(scope.document, at);
    return {
      element,
      find: () => null,
      read(part, normalise) {
        for (const { state, pattern } of asList(parts[part])) {
          if (state === undefined) continue;
          const texts = [...new Set(textsAt(resource, state))];
          const raw = texts.join(' ');
          // Of two codes, neither is the code.
          if (part === 'code' && texts.length > 1) return foundAt(element, raw, () => undefined);
          const text = pattern ? (groupOf(pattern, raw) ?? '') : raw;
          if (text !== '') return foundAt(element, raw, () => normalise(text), most);
        }
        return undefined;
      },
    };
  });
}

function foundAt(element: Element, raw: string, normalise: Normalise, confidence = CERTAIN): Found {
  const value = normalise(raw);
  return { element, raw, value: value ?? raw, confidence: value === undefined ? UNREADABLE : confidence };
}

const asList = (part: RowPart | readonly RowPart[] | undefined): readonly RowPart[] => [part ?? []].flat();
