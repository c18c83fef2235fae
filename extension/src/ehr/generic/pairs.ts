/** Labels and values that are bound by nothing but how they stand: side by side, in one text, in a table of one row. */
import { cleanText, isControl, isShown, shownText } from '../dom.ts';
import { type Labelled, labelText } from '../labels.ts';
import type { Scope } from '../scope.ts';
import { headerTexts, type Table } from '../tables.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { boxedValues } from './boxes.ts';
import { isKnownLabel, meaningOf } from './meanings.ts';

const LONGEST_LABEL = 40;
const LONGEST_VALUE = 200;
const FIELDS = 'input, select, textarea';

/** Every labelled place of the document: those that the page itself binds, then those only a person would pair. */
export function pairedPlaces(scope: Scope): Labelled[] {
  const boxed = boxedValues(scope);
  const inBoxes = new Set(boxed.flatMap(({ boxes }) => boxes));
  const bound = [...scope.places().filter(({ element }) => !inBoxes.has(element)), ...boxed];
  const taken = new Set(bound.map(({ element }) => element));
  const besides = [...textPairs(scope), ...rowPairs(scope)];
  return [...bound, ...besides.filter(({ element }) => !taken.has(element))];
}

/** `DOB: 04/12/1978`, `ID: W1 · Group: 2`, and a label with its value right behind it or beneath. */
function* textPairs({ texts, words }: Scope): Generator<Labelled> {
  const isLabel = (text: string): boolean =>
    text.length <= LONGEST_LABEL && isKnownLabel(labelText(text), words);
  for (const { node, element, text: whole } of texts()) {
    const text = cleanText(whole.slice(0, LONGEST_VALUE));
    if (text.length < 2) continue;
    if (isLabel(text)) {
      const value = element.closest(words.noLabel) ? undefined : valueBehind(node, element, text, words);
      if (value && !(value.raw !== '' && isLabel(value.raw)) && isShown(value.element))
        yield { ...value, label: labelText(text) };
    } else if (text.includes(':') && isShown(element))
      yield* inlinePairs(text.split(words.around.bullet), element, isLabel);
  }
}

function* inlinePairs(
  parts: readonly string[],
  element: Element,
  isLabel: (text: string) => boolean,
): Generator<Labelled> {
  for (const part of parts) {
    const [, label = '', raw = ''] = /^([^:]+):\s*(.+)$/.exec(part) ?? [];
    if (raw !== '' && isLabel(label)) yield { label: labelText(label), element, raw, pairing: 'neighbour' };
  }
}

/** The text right behind a label, or the element after it, or after what holds nothing but the label. */
function valueBehind(
  node: Node,
  label: Element,
  text: string,
  { lookedAt }: Vocabulary,
): Omit<Labelled, 'label'> | undefined {
  const behind = node.nextSibling ?? label.nextSibling;
  const direct = behind?.nodeType === 3 ? cleanText(behind.nodeValue ?? '') : '';
  const around = behind?.parentElement;
  if (/[\p{L}\p{N}]/u.test(direct) && around && direct.length <= LONGEST_VALUE)
    return { element: around, raw: direct.replace(/^[:\s]+/, ''), pairing: 'neighbour' };
  if (node.nextSibling) return undefined;
  const holder = isAlone(label) ? label.parentElement : null;
  let value = label.nextElementSibling ?? holder?.nextElementSibling;
  // A colon may have a cell of its own.
  if (value && /^\P{L}$/u.test(cleanText(value.textContent ?? ''))) value = value.nextElementSibling;
  if (!value || isControl(value) || value.querySelector(`${FIELDS}, table`)) return undefined;
  const raw = shownText(value);
  const told = isTold(label, value, text, lookedAt.labels);
  const isHeaderRow =
    label.closest(lookedAt.headerRow) !== null || value.matches('th') || (value.matches('td') && !told);
  if (raw.length > LONGEST_VALUE || isHeaderRow) return undefined;
  return { element: value, raw, pairing: told ? 'neighbour' : 'above' };
}

/** A label looks like one: it ends in a colon, is marked as a label, and its value is not drawn like it. */
const isTold = (label: Element, value: Element, text: string, labels: string): boolean =>
  /:$/.test(text) ||
  (label.matches(labels) &&
    !value.matches(label.localName) &&
    !value.querySelector(`:scope > ${label.localName}:only-child`)) ||
  (/label/i.test(label.className) && label.className !== value.className);

const isAlone = (element: Element): boolean =>
  element.parentElement?.childElementCount === 1 &&
  cleanText(element.parentElement.textContent ?? '') === cleanText(element.textContent ?? '');

/** A table of one row whose headers are labels of the person or the coverage: a form. Of more rows it is a list. */
function rowPairs({ tables, words }: Scope): Labelled[] {
  return tables().flatMap((table) => {
    const [header, row, ...more] = table.rows;
    if (!header || !row || more.length > 0 || table.rowCount !== undefined) return [];
    const labels = headerTexts(header).map((text) => labelText(text ?? ''));
    const isForm =
      labels.length > 1 &&
      labels.every(
        (label) => isKnownLabel(label, words) && OF_A_PERSON.test(meaningOf(label, 'patient', words) ?? ''),
      );
    return isForm ? labels.flatMap((label, column) => cellPair(label, table, column)) : [];
  });
}

const OF_A_PERSON = /^(?:patient|coverage)\./;

function cellPair(label: string, { rows }: Table, column: number): Labelled[] {
  const cell = rows[1]?.cells[column];
  if (!cell || cell.querySelector(FIELDS) || !isShown(cell)) return [];
  return [{ label, element: cell, raw: shownText(cell), pairing: 'neighbour' }];
}
