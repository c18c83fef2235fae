/** The end of what is shown of a list: the next page, or why it did not come. */
import { Button } from '../../ui/parts/index.ts';
import { type Pages, sentenceOf } from '../../ui/server/index.ts';

/** `what` the next page holds, such as `payments`. */
export function More({ pages, what }: { pages: Pages<unknown>; what: string }) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error } = pages;
  if (!hasNextPage) return null;
  return (
    <div class="more">
      {isFetchNextPageError && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <Button disabled={isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {isFetchingNextPage ? `Loading more ${what}` : `Show more ${what}`}
      </Button>
    </div>
  );
}
