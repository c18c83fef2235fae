/**
 * Guards what sends or cancels in the page's frame against a page that fades, covers or moves our frame to steal a click:
 * the button must have been visible and uncovered for a moment before the press (IntersectionObserver v2).
 */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isEmbedded } from './page-link.ts';

/** How long it must have been in sight, in milliseconds. */
const LONG_ENOUGH_MS = 300;
/** So much of it: half a button may say something else than the whole. */
const NEARLY_ALL = 0.9;

/** True while a press may count. Outside a page's frame nothing can cover us, so there it always may. */
export function useSeenUncovered(element: RefObject<HTMLElement>): boolean {
  const [isSeen, setSeen] = useState(() => !isEmbedded());
  useEffect(() => {
    const { current } = element;
    if (!isEmbedded() || !current) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
      trackVisibility: true,
      delay: 100,
      threshold: [NEARLY_ALL],
    };
    const observer = new IntersectionObserver((entries) => {
      const entry: (IntersectionObserverEntry & { isVisible?: boolean }) | undefined = entries.at(-1);
      clearTimeout(waiting);
      // A browser that can't tell is no reason to refuse: the side panel has no such guard either.
      if (entry?.isVisible === undefined) setSeen(true);
      else if (!entry.isVisible) setSeen(false);
      else waiting = setTimeout(() => setSeen(true), LONG_ENOUGH_MS);
    }, options);
    observer.observe(current);
    // An observer that began in a hidden tab is not told when the tab is shown: it has to begin again.
    const beginAgain = () => {
      observer.unobserve(current);
      observer.observe(current);
    };
    document.addEventListener('visibilitychange', beginAgain);
    window.addEventListener('focus', beginAgain);
    return () => {
      document.removeEventListener('visibilitychange', beginAgain);
      window.removeEventListener('focus', beginAgain);
      observer.disconnect();
      clearTimeout(waiting);
    };
  }, [element]);
  return isSeen;
}
