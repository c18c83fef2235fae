/**
 * Guards the bill button in the page's frame against a page that fades, covers or moves our frame to steal a click:
 * the button must have been visible and uncovered for a moment before the press (IntersectionObserver v2).
 */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isEmbedded } from '../page-link.ts';

/** How long it must have been in sight, in milliseconds. */
const LONG_ENOUGH_MS = 300;

/** Gives a function that is true when a press may count. Outside a page's frame nothing can cover us. */
export function useSeenUncovered(element: RefObject<HTMLElement>): () => boolean {
  const seenSince = useRef<number>();
  const isWatched = useRef(false);
  useEffect(() => {
    if (!isEmbedded() || !element.current) return;
    const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
      trackVisibility: true,
      delay: 100,
      threshold: [0.5],
    };
    const observer = new IntersectionObserver((entries) => {
      const entry: (IntersectionObserverEntry & { isVisible?: boolean }) | undefined = entries.at(-1);
      if (entry?.isVisible === undefined) return;
      isWatched.current = true;
      if (!entry.isVisible) seenSince.current = undefined;
      else seenSince.current ??= entry.time;
    }, options);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return () => {
    if (!isWatched.current) return true;
    return seenSince.current !== undefined && performance.now() - seenSince.current >= LONG_ENOUGH_MS;
  };
}
