/** Outlines in the page where values were read from, while the sidebar's row of them is pointed at or has the focus. */
import { createHighlight } from '../page/highlight.ts';
import { drawingHost } from './drawing-host.ts';

export interface Shown {
  /** In place of those shown before; none ends it and takes everything of ours out of the page. */
  show(elements: readonly Element[]): void;
}

/** Ends with the signal. */
export function createShown(signal: AbortSignal): Shown {
  let before: AbortController | undefined;
  signal.addEventListener('abort', () => before?.abort(), { once: true });
  return {
    show(elements) {
      before?.abort();
      before = undefined;
      if (elements.length === 0 || signal.aborted) return;
      const now = new AbortController();
      before = now;
      const { host, root } = drawingHost();
      now.signal.addEventListener('abort', () => host.remove(), { once: true });
      // The page scrolls to each: the first is shown last, so that it is in sight.
      for (const element of elements.toReversed()) createHighlight(root, now.signal).show(element);
    },
  };
}
