/** Whether a person sees in an element what stands in it: a page can draw another text there, or none. */
import { DRAWN_OTHERWISE, SURE } from '@claimside/shared/capture';
import { eachAtMost } from './captured.ts';
import { isControl, isSelect, isShown } from './dom.ts';
import type { Reading } from './witnesses.ts';

/** Elements looked at within one place. */
const MOST = 50;
/** Further than a person scrolls to the side: put there so as not to be seen. */
const FAR_LEFT = -2_000;

/**
 * The same, nothing of it certain that is drawn otherwise than it stands. What a page's state holds need not be drawn at all.
 */
export function asDrawn<Read>(read: Read, { places, state, words: { drawn } }: Reading): Read {
  const isOdd = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return drawn.oddStyle.test(drawn.styles.map((name) => style[name]).join());
  };
  const isSeen = (element: Element): boolean => {
    // A form may call a field `parentElement`: what is around is asked of the browser.
    const around = element.ownerDocument.createTreeWalker(element.ownerDocument, 1 /* elements */);
    around.currentNode = element;
    do if (isOdd(around.currentNode as Element)) return false;
    while (around.parentNode());
    return [element, ...element.querySelectorAll('*')].slice(0, MOST).every((part) => {
      if (!isShown(part) || !(isControl(part) || /\S/.test(part.textContent))) return true;
      const { width, height, right } = part.getBoundingClientRect();
      return (
        Math.min(width, height) > 1 &&
        right > FAR_LEFT &&
        !isOdd(part) &&
        part.checkVisibility({ opacityProperty: true }) &&
        !drawn.added.some((name) => drawn.addedText.test(getComputedStyle(part, name).content))
      );
    });
  };
  return eachAtMost(read, (value) => {
    const element = state || value.confidence < SURE ? null : places.find(value.placeId);
    // Widgets hide a select behind a box of their own.
    return !element || isSelect(element) || !isShown(element) || isSeen(element) ? 1 : DRAWN_OTHERWISE;
  });
}
