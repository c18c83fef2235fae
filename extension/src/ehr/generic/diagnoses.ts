/** Diagnoses on a page that no recipe knows: labelled fields, a list, or table rows under a heading that says so. */
import type { CapturedDiagnosis } from '@claimside/shared/capture';
import { captured } from '../captured.ts';
import type { DiagnosesRead } from '../diagnosis-list.ts';
import { cleanText, isShown } from '../dom.ts';
import type { HeadingOf } from '../headings.ts';
import { diagnosisCodeIn, diagnosisIn, procedureCode } from '../normalise/codes.ts';
import type { Places } from '../places.ts';
import type { Scope } from '../scope.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Entries read under such headings, and entries of the page looked at for them. */
const MOST = 200;
const MOST_LOOKED_AT = 5_000;
const FROM_FIELD = 0.95;
const FROM_LIST = 0.9;
/** Without its dot, beside words: `I10 Hypertension` is a code, `B12 injection` is none. */
const UNDOTTED = 0.7;

/** In the order of the page, each code once. Nothing inside the tables of service lines is a diagnosis. */
export function readDiagnoses(
  { document, labelled, headingOf, words }: Scope,
  lineTables: readonly Element[],
  places: Places,
): DiagnosesRead {
  const found = new Map<string, CapturedDiagnosis>();
  const inLines = (element: Element): boolean => lineTables.some((table) => table.contains(element));
  const add = ({ element, raw, value, confidence, place, beside }: Entry): void => {
    if (found.has(value)) return;
    const code = captured({ element, raw, value, confidence }, place, places);
    const words = { element, raw, value: withoutCode(raw), confidence };
    const besides = beside && { element: beside, raw: textOf(beside), value: textOf(beside), confidence };
    const description = captured(words.value === '' && besides ? besides : words, place, places);
    if (code) found.set(value, { code, ...(description && { description }) });
  };

  let order: (string | undefined)[] = [];
  for (const { label, element, raw } of labelled()) {
    const named = words.diagnosis.label.exec(label);
    if (!named || inLines(element) || words.headings.notOfThisVisit.test(headingOf(element))) continue;
    const read = diagnosisIn(raw);
    if (!read) continue;
    const confidence = read.isWhole || read.hasDot ? FROM_FIELD : UNDOTTED;
    order[placeInLabel(named[1]) ?? order.length] = read.code;
    add({ element, raw, value: read.code, confidence, place: `Field "${label}"` });
  }

  let orderIsWhole = true;
  const { lists, isPartial } = listsUnderHeadings(document, headingOf, inLines, words);
  for (const entries of lists) {
    const read = entries.map((entry) => readEntry(entry, words));
    const codes = read.map((entry) => entry?.value);
    const hasNew = codes.some((code) => code !== undefined && !found.has(code));
    for (const entry of read) if (entry) add(entry);
    if (!hasNew) continue;
    // Of two lists, either may be the one that letters and numbers count in.
    const gap = order.length > 0 ? 0 : codes.indexOf(undefined);
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

interface Entry {
  readonly element: Element;
  readonly raw: string;
  readonly value: string;
  readonly confidence: number;
  readonly place: string;
  /** The cell beside the code's, which may hold the description. */
  readonly beside?: Element;
}

const textOf = (element: Element): string => cleanText(element.textContent ?? '');

interface Listed {
  readonly element: Element;
  readonly heading: string;
}

/** Items and rows under a heading of diagnoses, by the list or table they stand in. */
function listsUnderHeadings(
  document: Document,
  headingOf: HeadingOf,
  inLines: (element: Element) => boolean,
  words: Vocabulary,
): { lists: Listed[][]; isPartial: boolean } {
  const lists = new Map<Element | null, Listed[]>();
  let looked = 0;
  let listed = 0;
  for (const element of document.querySelectorAll('li, tr')) {
    looked += 1;
    if (looked > MOST_LOOKED_AT || listed >= MOST) return { lists: [...lists.values()], isPartial: true };
    const heading = headingOf(element);
    if (!words.diagnosis.heading.test(heading) || words.headings.notOfThisVisit.test(heading)) continue;
    if (!isShown(element) || inLines(element) || element.querySelector('li, tr, ul, ol')) continue;
    if (textOf(element) === '' || isHeader(element, words)) continue;
    listed += 1;
    const list = element.closest(element.localName === 'tr' ? 'table' : 'ul, ol') ?? element.parentElement;
    lists.set(list, [...(lists.get(list) ?? []), { element, heading }]);
  }
  return { lists: [...lists.values()], isPartial: false };
}

const isRow = (element: Element): element is HTMLTableRowElement => element.localName === 'tr';
const CODE_HEADER = /^code$/i;
const isCodeHeader = (text: string, { diagnosis }: Vocabulary): boolean =>
  CODE_HEADER.test(text) || diagnosis.label.test(text.toLowerCase());

function isHeader(element: Element, words: Vocabulary): boolean {
  if (!isRow(element)) return false;
  const cells = [...element.cells];
  return (
    cells.every((cell) => cell.localName === 'th') || cells.some((cell) => isCodeHeader(textOf(cell), words))
  );
}

/** The code of an item, or of the first two cells of a row; undefined when nothing there is surely meant as one. */
function readEntry({ element, heading }: Listed, words: Vocabulary): Entry | undefined {
  const parts = isRow(element)
    ? [...element.cells].filter((cell) => cell.localName === 'td').slice(0, 2)
    : [element];
  for (const part of parts) {
    const raw = textOf(part);
    const read = diagnosisIn(raw);
    if (!read) continue;
    const confidence =
      read.hasDot || (read.isWhole && inCodeColumn(part, words))
        ? FROM_LIST
        : undottedIn(heading, raw, words);
    if (confidence === undefined) continue;
    const beside = isRow(element) ? part.nextElementSibling : null;
    const place = `Under "${heading}"`;
    return { element: part, raw, value: read.code, confidence, place, ...(beside && { beside }) };
  }
  return undefined;
}

/** `J1030` may be a drug's procedure code; in an assessment, `A1C 7.2%` is a test. */
const undottedIn = (heading: string, raw: string, { diagnosis }: Vocabulary): number | undefined =>
  diagnosis.listHeading.test(heading) && procedureCode(raw.split(' ')[0] ?? '') === undefined
    ? UNDOTTED
    : undefined;

function inCodeColumn(cell: Element, words: Vocabulary): boolean {
  const header = cell.closest('table')?.rows[0]?.cells[(cell as HTMLTableCellElement).cellIndex];
  return header !== undefined && header !== cell && isCodeHeader(textOf(header), words);
}

/** `1` or `a` as a place from 0. */
function placeInLabel(mark: string | undefined): number | undefined {
  if (mark === undefined) return undefined;
  return /^\d/.test(mark) ? Number(mark) - 1 : mark.charCodeAt(0) - 97;
}

/** The words beside a code, in front of it or behind. */
function withoutCode(raw: string): string {
  const words = raw
    .split(' ')
    .filter((word) => diagnosisCodeIn(word.replace(/^\(|[):,]+$/g, '')) === undefined);
  return words.join(' ').replace(/^[\s:,–-]+|[\s:,–-]+$/g, '');
}
