/**
 * Which documents were in the page before our script was: nobody saw under whose banner they were opened. None when the
 * script started with the page, as it does at every load of a site that was added before.
 */
import { reachableDocuments } from './documents.ts';
import { navigationOf } from './navigation.ts';

/**
 * The browser starts a registered script by itself a moment after the top document was parsed. One that comes later
 * than this, in milliseconds, was put into an open page: its site was just added, or the extension was updated.
 */
const STARTED_WITH_PAGE = 5_000;

/** Both in milliseconds since the navigation began; `parsedAt` is 0 while the document is still being parsed. */
export const startedLate = (parsedAt: number, now: number): boolean =>
  parsedAt > 0 && now - parsedAt > STARTED_WITH_PAGE;

/** Asked once, when the script starts. */
export function inheritedDocuments(top: Document, view: Window): Document[] {
  if (!startedLate(navigationOf(view)?.domContentLoadedEventEnd ?? 0, view.performance.now())) return [];
  return reachableDocuments(top).map(({ document }) => document);
}
