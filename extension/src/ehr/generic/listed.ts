/** What is listed under a heading of diagnoses: items, rows and chips, by what they stand in. */
import { controlText, isControl, isShown, shownText } from '../dom.ts';
import { labelText } from '../labels.ts';
import { queryAll } from '../roots.ts';
import type { Scope } from '../scope.ts';
import type { GenericWords } from './words.ts';

export interface Listed {
  readonly element: Element;
  readonly heading: string;
  /** All of it that is shown. */
  readonly text: string;
}

/** Entries read under such headings, and entries of the page looked at for them. */
const MOST = 200;
const MOST_LOOKED_AT = 5_000;

export function listedDiagnoses(
  scope: Scope,
  inLines: (element: Element) => boolean,
): { lists: Listed[][]; isPartial: boolean } {
  const { roots, headingOf, words } = scope;
  const lists = new Map<Element | null, Listed[]>();
  const add = (list: Element | null, entry: Listed): void =>
    void lists.set(list, [...(lists.get(list) ?? []), entry]);
  let looked = 0;
  let listed = 0;
  for (const element of queryAll(roots(), 'li, tr')) {
    looked += 1;
    if (looked > MOST_LOOKED_AT || listed >= MOST) return { lists: [...lists.values()], isPartial: true };
    const heading = headingOf(element);
    if (!words.diagnosis.heading.test(heading) || words.notOfThisVisit.test(heading)) continue;
    if (!isShown(element) || inLines(element) || element.querySelector('li, tr, ul, ol')) continue;
    const text = shownText(element);
    if (text === '' || isHeader(element, words)) continue;
    listed += 1;
    add(element.closest(isRow(element) ? 'table' : 'ul, ol') ?? element.parentElement, {
      element,
      heading,
      text,
    });
  }
  for (const chip of chips(scope)) if (!inLines(chip.element)) add(chip.element.parentElement, chip);
  return { lists: [...lists.values()], isPartial: false };
}

/** Codes with their dots that stand in no list, under such a heading or right behind such a label. */
function* chips({ texts, headingOf, words }: Scope): Generator<Listed> {
  const { diagnosis, notOfThisVisit } = words;
  for (const { text, element } of texts()) {
    if (!diagnosis.dotted.test(text) || !diagnosis.chip.test(element.localName)) continue;
    const under = headingOf(element);
    const label = labelText((element.parentElement?.previousElementSibling?.textContent ?? '').slice(0, 60));
    const heading = diagnosis.label.test(label) ? label : under;
    if (!diagnosis.listHeading.test(heading) || notOfThisVisit.test(under)) continue;
    if (isShown(element) && !element.closest('li, tr')) yield { element, heading, text: shownText(element) };
  }
}

/** A numbered row of a form that nobody filled keeps its number. */
export function isEmptyPlace({ element, text }: Listed): boolean {
  const fields = [...element.querySelectorAll('input:not([type=hidden]), select, textarea')];
  const isEmpty = fields.length > 0 && fields.every((field) => isControl(field) && controlText(field) === '');
  return isEmpty && /^\d{1,2}\W?$/.test(text);
}

export const isRow = (element: Element): element is HTMLTableRowElement => element.localName === 'tr';
export const isCodeHeader = (text: string, { diagnosis }: GenericWords): boolean =>
  diagnosis.codeHeader.test(text);

function isHeader(element: Element, words: GenericWords): boolean {
  if (!isRow(element)) return false;
  const cells = [...element.cells];
  return (
    cells.every((cell) => cell.localName === 'th') ||
    cells.some((cell) => isCodeHeader(shownText(cell), words))
  );
}
