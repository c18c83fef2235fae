/** The heading under which an element stands: legend, caption, region name or the last heading before it. */
import { cleanText } from './dom.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading], legend, caption';

/** Gives the heading of an element of this document; empty when it stands under none. */
export type HeadingOf = (element: Element) => string;

/**
 * Looks the document's headings up once, and keeps what was found for each element on the way up: neither many headings
 * nor great depth costs a table more than its own length.
 */
export function headingsOf(document: Document): HeadingOf {
  const within = new Map<Element, Element[]>();
  for (const heading of document.querySelectorAll(HEADING)) {
    const { parentElement } = heading;
    if (!parentElement) continue;
    const siblings = within.get(parentElement);
    if (siblings) siblings.push(heading);
    else within.set(parentElement, [heading]);
  }
  const above = new Map<Element, string>();
  return (element) => {
    const passed: Element[] = [];
    let found: string | undefined;
    for (let group = element; group.parentElement && found === undefined; group = group.parentElement) {
      found = above.get(group) ?? headingBeside(group, group.parentElement, within.get(group.parentElement));
      passed.push(group);
    }
    for (const group of passed) above.set(group, found ?? '');
    return found ?? '';
  };
}

/** Of the parent's own headings the last before the element, else the parent's name; undefined where it has neither. */
function headingBeside(
  element: Element,
  parent: Element,
  headings: readonly Element[] = [],
): string | undefined {
  // They stand in the order of the document: halves tell how many come before.
  let [before, end] = [0, headings.length];
  while (before < end) {
    const middle = (before + end) >> 1;
    const heading = headings[middle];
    if (heading && precedes(heading, element)) before = middle + 1;
    else end = middle;
  }
  const last = headings[before - 1];
  if (last) return cleanText(last.textContent ?? '');
  return cleanText(parent.getAttribute('aria-label') ?? '') || undefined;
}

const precedes = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
