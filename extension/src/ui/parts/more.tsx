/** The end of what is shown of a list: the next page, or why it did not come. */
import { sentenceOf } from '../server/problems.ts';
import type { Pages } from '../server/queries.ts';
import { useNextPage } from '../server/use-next-page.ts';
import { Button } from './button.tsx';

/** `what` the next page holds, such as `payments`. */
export function More<Page, Cursor>({ pages, what }: { pages: Pages<Page, Cursor>; what: string }) {
  const { isComing, show } = useNextPage(pages);
  if (!pages.hasNextPage) return null;
  return (
    <div class="more">
      {pages.isFetchNextPageError && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(pages.error)}
        </p>
      )}
      <Button disabled={isComing} onClick={show}>
        {isComing ? `Loading more ${what}` : `Show more ${what}`}
      </Button>
    </div>
  );
}
