/** The heading under which an element stands: legend, caption, region name or the last heading before it. */
import { cleanText, precedes } from './dom.ts';
import { queryAll } from './roots.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Gives the heading of an element under these roots; empty when it stands under none. */
export type HeadingOf = (element: Element) => string;

/**
 * Looks the headings up once, and keeps what was found for each element on the way up: neither many headings nor great
 * depth costs a table more than its own length.
 */
export function headingsOf(roots: readonly ParentNode[], { lookedAt }: Vocabulary): HeadingOf {
  const within = new Map<ParentNode, Element[]>();
  for (const heading of queryAll(roots, lookedAt.headings)) {
    const { parentNode } = heading;
    if (!parentNode) continue;
    const siblings = within.get(parentNode);
    if (siblings) siblings.push(heading);
    else within.set(parentNode, [heading]);
  }
  const above = new Map<Element, string>();
  return (element) => {
    const passed: Element[] = [];
    let found: string | undefined;
    let group: Element | undefined = element;
    while (group?.parentNode && found === undefined) {
      const { parentNode }: Element = group;
      found = above.get(group) ?? headingBeside(group, parentNode, within.get(parentNode));
      passed.push(group);
      group = isElement(parentNode) ? parentNode : (parentNode as Partial<ShadowRoot>).host;
    }
    for (const each of passed) above.set(each, found ?? '');
    return found ?? '';
  };
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Of the parent's own headings the last before the element, else the parent's name; undefined where it has neither. */
function headingBeside(
  element: Element,
  parent: ParentNode,
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
  return (isElement(parent) && cleanText(parent.getAttribute('aria-label') ?? '')) || undefined;
}
