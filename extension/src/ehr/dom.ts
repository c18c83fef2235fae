/** Small questions to elements of any frame. Elements of another frame fail `instanceof`, so names decide. */

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const isInput = (element: Element): element is HTMLInputElement => element.localName === 'input';
export const isSelect = (element: Element): element is HTMLSelectElement => element.localName === 'select';
export const isControl = (element: Element): element is Control =>
  isInput(element) || isSelect(element) || element.localName === 'textarea';

/** True when the element itself is drawn in its own document (the frame around it may still be hidden). */
export const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** What a person reads in a control: the texts of all that is chosen, the typed value; nothing of an unticked box. */
export function controlText(control: Control): string {
  if (isSelect(control)) return chosenOf(control, ({ label }) => label);
  if (isInput(control) && (control.type === 'checkbox' || control.type === 'radio') && !control.checked)
    return '';
  return cleanText(control.value);
}

export const chosenOf = (
  { selectedOptions }: HTMLSelectElement,
  take: (option: HTMLOptionElement) => string,
): string => cleanText([...selectedOptions].map(take).join(', '));

/** No value or name of one is longer, with the white space around it. */
const LONGEST_TEXT = 20_000;
/** As most texts are. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** Shows what follows it in another order than it stands in. */
const REVERSED = /[\u202d\u202e]/;

/**
 * One line of plain text: white space joined, direction marks and control characters gone. Nothing where a person sees
 * another text than stands there, or one too long for a value.
 */
export function cleanText(text: string): string {
  if (text.length > LONGEST_TEXT || REVERSED.test(text)) return '';
  if (CLEAN.test(text)) return text;
  return text
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

/**
 * The text of an element as a person reads it: without what is not drawn, and with a blank where two elements meet, so
 * that `25` and `59` in chips of their own are not 2559.
 */
export function shownText(element: Element): string {
  if (element.childElementCount === 0) return cleanText(element.textContent ?? '');
  let text = '';
  const walk = (of: Node, depth: number): void => {
    for (const node of of.childNodes) {
      if (text.length > LONGEST_TEXT) return;
      if (node.nodeType === 3) text += node.nodeValue ?? '';
      if (node.nodeType !== 1 || NOT_READ.test(node.nodeName) || !isShown(node as Element)) continue;
      if (node.previousSibling?.nodeType === 1) text += ' ';
      if (depth < DEEPEST) walk(node, depth + 1);
    }
  };
  walk(element, 0);
  return cleanText(text.replace(/[\u00d7\u2715\u2716\u2a2f]/g, ' '));
}

/** A text within more elements than this is not read. */
const DEEPEST = 50;
/** Names of elements whose texts no person reads where they stand. */
export const NOT_READ = /^(?:script|style|template|noscript|option|select|textarea|title)$/i;

/** Two pieces of text side by side that are perhaps two values: nothing but their elements divides them. */
export const isPieced = (element: Element): boolean =>
  !isControl(element) &&
  [...element.children].some(
    ({ textContent, nextSibling }) => textContent && nextSibling?.nodeType === 1 && nextSibling.textContent,
  );

/** The text of an element in lines, as `<br>` and blocks split it; empty lines are left out. */
export function textLines(element: Element): string[] {
  const lines: string[] = [''];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) lines[lines.length - 1] += node.nodeValue ?? '';
    for (const child of node.childNodes) {
      const block = /^(br|div|p|li|tr|table)$/i.test(child.nodeName);
      if (block) lines.push('');
      walk(child);
      if (block) lines.push('');
    }
  };
  walk(element);
  return lines.map(cleanText).filter((line) => line !== '');
}

/** True when the one stands before the other in the document, or around it. */
export const precedes = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The text of the element's own text nodes. */
export function ownText(element: Element): string {
  return cleanText(
    [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : ' ')).join(''),
  );
}
