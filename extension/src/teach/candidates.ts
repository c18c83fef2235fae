/** What can be pointed at by keys: fields, and elements with a text of their own, in the order of the page. */
import { reachableDocuments } from '../ehr/documents.ts';
import { type Control, isControl, isInput, isShown, ownText } from '../ehr/dom.ts';

/** More than a person steps through. */
const MOST = 1_000;
const NEVER =
  'script, style, noscript, template, option, button, title, label, legend, th, dt, h1, h2, h3, h4';

/** Fields whose value no person reads as one. */
const NO_VALUE = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password']);
const holdsValue = (control: Control): boolean => !(isInput(control) && NO_VALUE.has(control.type));

export function candidatesOf(top: Document): Element[] {
  const found: Element[] = [];
  for (const { document, shown } of reachableDocuments(top)) {
    if (!shown) continue;
    for (const element of document.body ? elementsIn(document.body) : []) {
      if (found.length >= MOST) return found;
      if (element.matches(NEVER) || !isShown(element)) continue;
      const isField = isControl(element) && holdsValue(element);
      if (isField || (!isControl(element) && /[\p{L}\p{N}]/u.test(ownText(element)))) found.push(element);
    }
  }
  return found;
}

/** Those of an open shadow root come right behind its host. */
function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}
