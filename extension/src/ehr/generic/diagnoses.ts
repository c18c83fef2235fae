/** Diagnoses on a page that no recipe knows: labelled fields, a list, or table rows under a heading that says so. */
import { type CapturedDiagnosis, IN_DOUBT } from '@claimside/shared/capture';
import { captured } from '../captured.ts';
import type { DiagnosesRead } from '../diagnosis-list.ts';
import { isShown, shownText } from '../dom.ts';
import type { Labelled } from '../labels.ts';
import type { LineTable } from '../line-tables.ts';
import {
  diagnosesIn,
  diagnosisCode,
  diagnosisCodeIn,
  diagnosisIn,
  procedureCode,
} from '../normalise/codes.ts';
import type { Places } from '../places.ts';
import { placeIn, pointerParts } from '../pointers.ts';
import { textOfCell } from '../rows.ts';
import type { Scope } from '../scope.ts';
import { isCodeHeader, isEmptyPlace, isRow, type Listed, listedDiagnoses } from './listed.ts';
import type { GenericWords } from './words.ts';

const FROM_FIELD = 0.95;
const FROM_LIST = 0.9;
/** Without its dot, beside words: `I10 Hypertension` is a code, `B12 injection` is none. */
const UNDOTTED = 0.7;

/** In the order of the page, each code once. Nothing inside the tables of service lines is a diagnosis. */
export function readDiagnoses(scope: Scope, lineTables: readonly LineTable[], places: Places): DiagnosesRead {
  const { labelled, headingOf, words } = scope;
  const found = new Map<string, CapturedDiagnosis>();
  const inLines = (element: Element): boolean =>
    lineTables.some(({ table }) => table.element.contains(element));
  const pointedAt = codesPointedAt(lineTables);
  const add = ({ element, raw, value, place, beside, confidence }: Entry): void => {
    if (found.has(value)) return;
    const code = captured({ element, raw, value, confidence }, place, places);
    const beyond = { element, raw, value: withoutCode(raw), confidence };
    const besides = beside && {
      element: beside,
      raw: shownText(beside),
      value: shownText(beside),
      confidence,
    };
    const description = captured(beyond.value === '' && besides ? besides : beyond, place, places);
    if (code) found.set(value, { code, ...(description && { description }) });
  };

  let order: (string | undefined)[] = [];
  let orderIsWhole = true;
  const { lists, ...listed } = listedDiagnoses(scope, inLines);
  let { isPartial } = listed;
  for (const { label, element, raw } of labelled().flatMap(withThoseBelow)) {
    const named = words.diagnosis.label.exec(label);
    if (!named || inLines(element) || words.notOfThisVisit.test(headingOf(element))) continue;
    const codes = diagnosesIn(raw);
    const isList = codes.length > 1;
    for (const read of codes) {
      const { code: value, isOneOfSeveral } = read;
      // A number over several is of none of them.
      const isDoubtful = isOneOfSeveral || (isList && named[1] !== undefined);
      if (isDoubtful) orderIsWhole = false;
      isPartial ||= isOneOfSeveral;
      const mayNotBe = isDoubtful || words.diagnosis.inDoubt.test(raw);
      const confidence = mayNotBe ? IN_DOUBT : read.isWhole || read.hasDot ? FROM_FIELD : UNDOTTED;
      if (orderIsWhole) order[named[1] ? placeIn(named[1]) : order.length] = value;
      add({ element, raw: isList ? value : raw, value, confidence, place: `Field "${label}"` });
    }
  }

  /** By its own number or letter. */
  const placeOf = ({ text }: Listed): number => placeIn(words.diagnosis.numbered.exec(text)?.[1]);
  for (const list of lists) {
    // A list may be shown in another order than it is numbered in.
    const entries = list.toSorted((one, other) => placeOf(one) - placeOf(other));
    const read = entries.map((entry) => readEntry(entry, pointedAt, words));
    const empty = entries.map(isEmptyPlace);
    // Not 0, nor none.
    const away = entries.map((entry, at) => placeOf(entry) - at);
    isPartial ||= read.some((entry) => entry?.isOneOfSeveral);
    // The places behind an entry of several are untold, and that of one whose number is of another place.
    const all = read.map((entry, at) => (entry?.isOneOfSeveral || away[at] ? undefined : entry?.value));
    // Rows of a form that nobody filled.
    const codes = all.slice(0, all.findLastIndex((code, at) => code !== undefined || !empty[at]) + 1);
    const hasNew = read.some((entry) => entry && !found.has(entry.value));
    for (const entry of read) if (entry) add(entry);
    if (!hasNew) continue;
    // Of two lists, either may be the one that letters and numbers count in.
    const isGap = (code: string | undefined, at: number): boolean => code === undefined && !empty[at];
    const gap = order.length > 0 || !orderIsWhole ? 0 : codes.findIndex(isGap);
    if (gap >= 0) orderIsWhole = false;
    order = gap >= 0 ? codes.slice(0, gap) : codes;
  }
  return {
    diagnoses: [...found.values()],
    order,
    orderIsWhole,
    notes: isPartial ? [{ code: 'partial', message: words.sentences.moreDiagnoses }] : [],
  };
}

/** A `dt` labels every `dd` until the next one. */
function withThoseBelow(place: Labelled): Labelled[] {
  const below = place.element.localName === 'dd' ? place.element.nextElementSibling : null;
  if (below?.localName !== 'dd') return [place];
  const next = { ...place, element: below, raw: isShown(below) ? shownText(below) : '' };
  return [place, ...withThoseBelow(next)];
}

interface Entry {
  readonly element: Element;
  readonly raw: string;
  readonly value: string;
  readonly confidence: number;
  readonly place: string;
  /** There were more codes in the entry than the one. */
  readonly isOneOfSeveral?: boolean;
  /** The cell beside the code's, which may hold the description. */
  readonly beside?: Element;
}

/** Codes that stand in the columns of pointers: an entry of a list that begins with one of them is surely meant as one. */
function codesPointedAt(lineTables: readonly LineTable[]): ReadonlySet<string> {
  const cells = lineTables.flatMap(({ rows, columns }) =>
    (columns.get('pointers') ?? []).flatMap((at) => rows.map(({ cells }) => cells[at])),
  );
  const texts = cells.map((cell) => (cell ? textOfCell(cell, 'pointers') : ''));
  return new Set(texts.flatMap(pointerParts).flatMap((part) => diagnosisCode(part) ?? []));
}

/** The code of an item, or of the first two cells of a row; undefined when nothing there is surely meant as one. */
function readEntry(
  { element, heading, text }: Listed,
  pointedAt: ReadonlySet<string>,
  words: GenericWords,
): Entry | undefined {
  const parts = isRow(element)
    ? [...element.cells].filter((cell) => cell.localName === 'td').slice(0, 3)
    : [element];
  for (const part of parts) {
    const raw = part === element ? text : textOfCell(part, 'code');
    const read = diagnosisIn(raw);
    if (!read) continue;
    const confidence =
      read.hasDot || pointedAt.has(read.code) || (read.isWhole && inCodeColumn(part, words))
        ? FROM_LIST
        : undottedIn(heading, raw, words);
    if (confidence === undefined) continue;
    const beside = isRow(element) ? part.nextElementSibling : null;
    const { code: value, isOneOfSeveral } = read;
    return {
      element: part,
      raw,
      value,
      // `Ruled out` may stand in a column of its own.
      confidence: isOneOfSeveral || words.diagnosis.inDoubt.test(text) ? IN_DOUBT : confidence,
      isOneOfSeveral,
      place: `Under "${heading}"`,
      ...(beside && { beside }),
    };
  }
  return undefined;
}

/** `J1030` may be a drug's procedure code; in an assessment, `A1C 7.2%` is a test. */
const undottedIn = (heading: string, raw: string, { diagnosis }: GenericWords): number | undefined =>
  diagnosis.listHeading.test(heading) && procedureCode(raw.split(' ')[0] ?? '') === undefined
    ? UNDOTTED
    : undefined;

function inCodeColumn(cell: Element, words: GenericWords): boolean {
  const header = cell.closest('table')?.rows[0]?.cells[(cell as HTMLTableCellElement).cellIndex];
  return header !== undefined && header !== cell && isCodeHeader(shownText(header), words);
}

/** The words beside a code, in front of it or behind. */
function withoutCode(raw: string): string {
  const words = raw
    .split(' ')
    .filter((word) => diagnosisCodeIn(word.replace(/^\(|[):,]+$/g, '')) === undefined);
  return words.join(' ').replace(/^[\s:,–-]+|[\s:,–-]+$/g, '');
}
