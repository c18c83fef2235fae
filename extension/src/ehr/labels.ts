/** Values with their labels, as a person pairs them: label elements, aria, dt/dd, the cell or text to the left, above. */
import { cleanText, controlText, isControl, isShown, ownText, shownText } from './dom.ts';
import { queryAll } from './roots.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Labelled {
  /** In lower case without punctuation. */
  readonly label: string;
  readonly element: Element;
  /** Empty where nothing stands beside the label. */
  readonly raw: string;
  /** How the two were paired, best first: a label of the page's own, a neighbour, what stands above. */
  readonly pairing: 'label' | 'neighbour' | 'above';
}

const MOST = 3_000;
/** With what stands in brackets. */
const LONGEST_LABEL = 500;

/** Every shown place that has a label, the empty ones too. */
export function labelledPlaces(roots: readonly ParentNode[], { lookedAt }: Vocabulary): Labelled[] {
  const found: Labelled[] = [];
  const labelsOf = labelsIn(roots);
  let looked = 0;
  for (const element of queryAll(roots, lookedAt.withLabels)) {
    looked += 1;
    if (looked > MOST) break;
    if (isControl(element)) {
      if (!isShown(element)) continue;
      const label = labelOf(element, labelsOf(element));
      if (label) found.push({ ...label, element, raw: controlText(element) });
      continue;
    }
    const label = labelOfText(element);
    if (label && !element.querySelector('input, select, textarea, table') && isShown(element))
      found.push({ ...label, element, raw: shownText(element).slice(0, 500) });
  }
  return found;
}

type Label = Pick<Labelled, 'label' | 'pairing'>;

/** The label elements of a control. Each control's own `labels` would look through the whole page for them. */
function labelsIn(roots: readonly ParentNode[]): (control: Element) => HTMLLabelElement[] {
  const byId = new Map<string, HTMLLabelElement[]>();
  for (const label of queryAll(roots, 'label[for]') as HTMLLabelElement[]) {
    const known = byId.get(label.htmlFor);
    if (known) known.push(label);
    else byId.set(label.htmlFor, [label]);
  }
  return (control) => {
    const around = control.closest('label');
    const labels = (control.id && byId.get(control.id)) || [];
    return [...labels, ...(around ? [around] : [])].filter((label) => label.control === control);
  };
}

function labelOf(control: Element, labels: readonly HTMLLabelElement[]): Label | undefined {
  const own = labels.map((label) => textWithoutControls(label)).find((text) => text !== '');
  const left = own ? '' : leftOf(control);
  const over = own || left ? undefined : above(control);
  const seen = left || over?.label;
  const said = own ?? ariaLabel(control);
  // What is only said to readers of screens, where another word is seen by it, is no surer than what stands above.
  if (said) return label(said, seen && !labelText(said).includes(labelText(seen)) ? 'above' : 'label');
  return left ? label(left, 'neighbour') : over;
}

/** A text has a label only as `dd`, as the cell beside a heading cell, or as the cell beside one that ends in a colon. */
function labelOfText(element: Element): Label | undefined {
  const before = element.previousElementSibling;
  if (!before) return undefined;
  const isTerm = element.localName === 'dd';
  const isHeading = before.localName === (isTerm ? 'dt' : 'th');
  const said = before.textContent ?? '';
  if (!isHeading && (isTerm || !said.includes(':'))) return undefined;
  const text = cleanText(said);
  if (isTerm) return label(text, 'label');
  return isHeading || /:$/.test(text) ? label(text, 'neighbour') : undefined;
}

/** What a page says of an element to readers of screens: by reference, else by attribute. */
export function ariaLabel(element: Element): string | undefined {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const referred = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  return cleanText(referred) || cleanText(element.getAttribute('aria-label') ?? '') || undefined;
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
  const textOf = (node: Node): string =>
    [...node.childNodes]
      .map((child) =>
        child.nodeType === 3 ? child.nodeValue : CONTROL.test(child.nodeName) ? '' : textOf(child),
      )
      .join('');
  return cleanText(textOf(element));
}
const CONTROL = /^(?:input|select|textarea|button)$/i;

function label(text: string, pairing: Labelled['pairing']): Label | undefined {
  const bare = text.length > LONGEST_LABEL ? '' : labelText(text);
  return bare === '' || bare.length > 60 ? undefined : { label: bare, pairing };
}

/** As labels are compared: in lower case without marks and what stands in brackets. */
export const labelText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[:*?.\s]+/g, ' ')
    .trim();
