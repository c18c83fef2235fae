/** The next page of a list, once for each press: news that are asked for meanwhile put it off, and never lose it. */
import { useEffect, useState } from 'preact/hooks';
import type { Pages } from './queries.ts';

export interface NextPage {
  readonly isComing: boolean;
  show(): void;
}

/** A list that is asked for again breaks off the page that is on its way: that one is fetched once the list is there. */
export function useNextPage<Page, Cursor>(pages: Pages<Page, Cursor>): NextPage {
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const count = data?.pages.length ?? 0;
  const [wanted, setWanted] = useState(0);
  const isComing = hasNextPage && wanted > count && (isFetching || !isFetchNextPageError);
  useEffect(() => {
    if (isComing && !isFetching) void fetchNextPage();
    // Another list may be shown in its place: nobody has asked for more of that.
    if (!isComing) setWanted(0);
  }, [isComing, isFetching, fetchNextPage]);
  return {
    isComing,
    show() {
      setWanted(count + 1);
      void fetchNextPage();
    },
  };
}
