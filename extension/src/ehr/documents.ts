/** Every document of the page that we may read: the top one and the same-origin frames under it, at any depth. */
import { queryAll, rootsOf } from './roots.ts';

export interface ReachableDocument {
  readonly document: Document;
  /** Path, query and hash of the document itself; a frame's `src` may be stale. */
  readonly address: string;
  /** False when a frame around it, at any depth, is not drawn. */
  readonly shown: boolean;
  /** The outermost frame element around it: the tab in a tabbed shell. None for the top document. */
  readonly tab?: Element;
}

/** More frames than any EHR has; a page cannot keep us busy with its own. */
const MOST_DOCUMENTS = 100;

/** Top first, then depth first in document order. Frames of other origins are out of reach: those of added sites have a script of their own. */
export function reachableDocuments(top: Document): ReachableDocument[] {
  const found: ReachableDocument[] = [];
  const visit = (document: Document, shown: boolean, tab?: Element): void => {
    if (found.length >= MOST_DOCUMENTS) return;
    const { pathname, search, hash } = document.location;
    found.push({ document, address: pathname + search + hash, shown, ...(tab && { tab }) });
    for (const frame of queryAll(rootsOf(document), 'iframe, frame')) {
      const inner = contentOf(frame);
      if (inner) visit(inner, shown && isFrameShown(frame), tab ?? frame);
    }
  };
  visit(top, true);
  return found;
}

function contentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function isFrameShown(frame: Element): boolean {
  return (
    frame.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    frame.clientWidth > 1 &&
    frame.clientHeight > 1
  );
}
