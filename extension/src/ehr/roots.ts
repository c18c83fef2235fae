/** Where a document's elements stand: the document itself and every open shadow root in it, at any depth. */
import { NOT_READ } from './dom.ts';

/** More than any page that is read has. */
const MOST_ROOTS = 500;

/** The document first. A closed shadow root is out of reach. */
export function rootsOf(document: Document): ParentNode[] {
  const found: ParentNode[] = [document];
  for (const root of found) {
    for (const { shadowRoot } of root.querySelectorAll('*'))
      if (shadowRoot && found.length < MOST_ROOTS) found.push(shadowRoot);
  }
  return found;
}

/** What the selector finds in each, in their order. */
export const queryAll = (roots: readonly ParentNode[], css: string): Element[] =>
  roots.flatMap((root) => [...root.querySelectorAll(css)]);

const MOST_TEXTS = 6_000;

export interface TextOfPage {
  readonly node: Node;
  readonly text: string;
  /** What it stands in. */
  readonly element: Element;
}

/** Texts of a page under these roots that a person may read, but for white space. */
export function textsIn(roots: readonly ParentNode[], most = MOST_TEXTS): TextOfPage[] {
  const found: TextOfPage[] = [];
  let looked = 0;
  for (const root of roots) {
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4 /* texts */);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      looked += 1;
      if (looked > most) return found;
      const text = node.nodeValue ?? '';
      const element = /\S/.test(text) ? node.parentElement : null;
      if (element && !NOT_READ.test(element.localName)) found.push({ node, text, element });
    }
  }
  return found;
}
