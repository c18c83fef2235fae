/** Values with their labels, as a person pairs them: label elements, aria, dt/dd, the cell or text to the left, above. */
import { cleanText, controlText, isControl, isInput, isShown, ownText } from './dom.ts';

export interface Labelled {
  /** In lower case without punctuation. */
  readonly label: string;
  readonly element: Element;
  readonly raw: string;
  /** How the two were paired, best first: a label of the page's own, a neighbour, what stands above. */
  readonly pairing: 'label' | 'neighbour' | 'above';
}

const MOST = 3_000;
/** With what stands in brackets. */
const LONGEST_LABEL = 500;
const NO_VALUE = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password']);

/** Every shown value of the document that has a label. */
export function labelledValues(document: Document): Labelled[] {
  const found: Labelled[] = [];
  let looked = 0;
  for (const element of document.querySelectorAll('input, select, textarea, dd, td, output')) {
    looked += 1;
    if (looked > MOST) break;
    if (isControl(element)) {
      if (isInput(element) && NO_VALUE.has(element.type)) continue;
      if (!isShown(element)) continue;
      const raw = controlText(element);
      const label = raw === '' ? undefined : labelOf(element);
      if (label) found.push({ ...label, element, raw });
      continue;
    }
    if (!element.previousElementSibling || element.querySelector('input, select, textarea, table')) continue;
    const raw = cleanText((element.textContent ?? '').slice(0, 500));
    const label = raw === '' ? undefined : labelOfText(element);
    if (label && isShown(element)) found.push({ ...label, element, raw });
  }
  return found;
}

type Label = Pick<Labelled, 'label' | 'pairing'>;

function labelOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): Label | undefined {
  const own = [...(control.labels ?? [])]
    .map((label) => textWithoutControls(label))
    .find((text) => text !== '');
  const named = own ?? ariaLabel(control);
  if (named) return label(named, 'label');
  const left = leftOf(control);
  if (left) return label(left, 'neighbour');
  return above(control);
}

/** A text has a label only as `dd`, as the cell beside a heading cell, or as the cell beside one that ends in a colon. */
function labelOfText(element: Element): Label | undefined {
  const before = element.previousElementSibling;
  if (!before) return undefined;
  const text = cleanText(before.textContent ?? '');
  if (element.localName === 'dd') return before.localName === 'dt' ? label(text, 'label') : undefined;
  const isHeadingCell = before.localName === 'th' || /:$/.test(text);
  return isHeadingCell ? label(text, 'neighbour') : undefined;
}

function ariaLabel(control: Element): string | undefined {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const referred = ids.map((id) => control.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
  return cleanText(referred) || cleanText(control.getAttribute('aria-label') ?? '') || undefined;
}

/** The nearest text to the left: before the control in its cell, or in the cells before, skipping punctuation. */
function leftOf(control: Element): string | undefined {
  for (let node: Node | null = control.previousSibling; node; node = node.previousSibling) {
    if (node.nodeType === 1 && hasControl(node as Element)) return undefined;
    const text = cleanText(node.textContent ?? '');
    if (/\p{L}/u.test(text)) return text;
  }
  const cell = control.closest('td, th');
  for (let before = cell?.previousElementSibling; before; before = before.previousElementSibling) {
    if (hasControl(before)) return undefined;
    const text = cleanText(before.textContent ?? '');
    if (/\p{L}/u.test(text)) return text;
  }
  return undefined;
}

/** The text above in a stack of label and field; never in a table, where it would be a column's header. */
function above(control: Element): Label | undefined {
  const before = control.closest('td, th') ? null : control.parentElement?.previousElementSibling;
  if (!before || hasControl(before)) return undefined;
  return label(ownText(before), 'above');
}

const hasControl = (element: Element): boolean =>
  isControl(element) || element.querySelector('input, select, textarea') !== null;

function textWithoutControls(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll('input, select, textarea, button')) control.remove();
  return cleanText(copy.textContent ?? '');
}

function label(text: string, pairing: Labelled['pairing']): Label | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const bare = text
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[:*?.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' || bare.length > 60 ? undefined : { label: bare, pairing };
}
