/** Pointing at a row of the panel, or focusing it, shows in the page what it was read from; leaving it ends that. */
import type { Capture } from '@claimside/shared/capture';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RowId } from './rows.ts';

/** More are not shown: a person sees none of so many. */
const MOST_SHOWN = 60;

/** Places of the row's values, for `data-places`; undefined where nothing was read. */
export function placesOf({ fields, lines, diagnoses }: Capture, row: RowId): string | undefined {
  const codes =
    row === 'lines'
      ? lines.map(({ procedureCode }) => procedureCode)
      : row === 'diagnoses'
        ? diagnoses.map(({ code }) => code)
        : [fields[row]];
  const ids = codes.flatMap((code) => code?.placeId ?? []).slice(0, MOST_SHOWN);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** One listener for all below `root`; an element says its places by `data-places`. */
export function usePlacesShown(
  root: RefObject<HTMLElement>,
  show: (placeIds: readonly string[]) => void,
): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const { current } = root;
    if (!current) return;
    let shown = '';
    const turnTo = (places: string): void => {
      if (places === shown) return;
      shown = places;
      latest.current(places === '' ? [] : places.split(' '));
    };
    const point = ({ target }: Event): void => {
      const of = target instanceof Element ? target.closest('[data-places]') : null;
      turnTo(of?.getAttribute('data-places') ?? '');
    };
    const leave = (): void => turnTo('');
    const end = new AbortController();
    const { signal } = end;
    current.addEventListener('pointerover', point, { signal });
    current.addEventListener('focusin', point, { signal });
    current.addEventListener('pointerleave', leave, { signal });
    current.addEventListener('focusout', leave, { signal });
    // Pointing in the page, which a press may begin, shows places of its own.
    current.addEventListener('click', leave, { signal });
    current.addEventListener('scroll', leave, { capture: true, signal });
    return () => {
      leave();
      end.abort();
    };
  }, []);
}
