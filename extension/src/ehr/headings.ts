/** The heading under which an element stands: legend, caption, region name or the last heading before it. */
import { cleanText } from './dom.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading], legend, caption';

/** Gives the heading of an element of this document; empty when it stands under none. */
export type HeadingOf = (element: Element) => string;

/** Looks the document's headings up once, so that a table of any length costs no more than its depth. */
export function headingsOf(document: Document): HeadingOf {
  const within = new Map<Element, Element[]>();
  for (const heading of document.querySelectorAll(HEADING)) {
    const { parentElement } = heading;
    if (parentElement) within.set(parentElement, [...(within.get(parentElement) ?? []), heading]);
  }
  return (element) => {
    for (let group = element; group.parentElement; group = group.parentElement) {
      const before = within.get(group.parentElement)?.findLast((heading) => precedes(heading, group));
      if (before) return cleanText(before.textContent ?? '');
      const named = cleanText(group.parentElement.getAttribute('aria-label') ?? '');
      if (named) return named;
    }
    return '';
  };
}

const precedes = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
