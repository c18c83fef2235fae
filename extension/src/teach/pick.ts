/** Lets a person point at an element of the page, by mouse or by keys; no press and no key reaches the page meanwhile. */
import type { PointedAt } from '@claimside/shared/recipe';
import { cleanText, controlText, isControl } from '../ehr/dom.ts';
import { rectInTopWindow } from '../page/highlight.ts';
import { elementBelow, parentOf, scrollBelow } from './below.ts';
import { candidatesOf } from './candidates.ts';
import { createOverlay } from './overlay.ts';

const PRESSES = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
] as const;
const KEYS = ['keydown', 'keypress', 'keyup'] as const;
/** Where the hint would cover what is pointed at, in CSS pixels. */
const NEAR_TOP = 90;
const HINT_OF: Record<PointedAt, string> = {
  value: 'Click',
  lines: 'Click into',
  diagnoses: 'Click one of',
};

/** The element; undefined when the person or the signal stopped it. Only what a person does counts, no script's event. */
export function pickElement(options: {
  at: PointedAt;
  words: string;
  signal: AbortSignal;
}): Promise<Element | undefined> {
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  return new Promise((resolve) => {
    let target: Element | undefined;
    /** The way down again, after the outline was widened. */
    let narrower: Element[] = [];
    const finish = (element: Element | undefined): void => {
      resolve(element);
      end.abort();
    };
    const overlay = createOverlay(
      `${HINT_OF[options.at]} ${options.words}. Esc stops.`,
      () => finish(undefined),
      signal,
    );
    const mark = (element: Element | undefined, way: Element[] = []): void => {
      target = element;
      narrower = way;
      overlay.outline(element && rectInTopWindow(element));
    };
    const markByKey = (element: Element | undefined, way: Element[] = []): void => {
      if (!element) return;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      mark(element, way);
      overlay.makeWay((rectInTopWindow(element)?.y ?? 0) < NEAR_TOP);
      overlay.say(wordsOf(element));
    };
    /** What ends it ends it when the key comes up, so that the page does not hear that either. */
    let ending: string | undefined;
    const byKeyUp = ({ key }: KeyboardEvent): void => {
      if (key !== ending) return;
      if (key === 'Escape') finish(undefined);
      else if (target) finish(target);
    };
    const byKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || event.key === 'Enter') ending = event.key;
      else if (event.key === 'Tab') markByKey(nextOf(target, event.shiftKey));
      else if (event.key === 'ArrowUp' && target && target !== target.ownerDocument.body) {
        const parent = parentOf(target);
        if (parent) markByKey(parent, [target, ...narrower]);
      } else if (event.key === 'ArrowDown' && target) {
        const [back, ...rest] = narrower;
        markByKey(back ?? target.firstElementChild ?? undefined, rest);
      }
    };

    // On the window and on the way down: before anything of the page hears of it.
    const taken = { capture: true, signal, passive: false } as const;
    const isOurs = (event: Event): boolean => event.target === overlay.host;
    for (const type of PRESSES)
      window.addEventListener(
        type,
        (event) => {
          if (!isOurs(event)) {
            // Above the pane stands only the sidebar's tab, which closes it.
            if (event.isTrusted && type === 'click') finish(undefined);
            return;
          }
          event.preventDefault();
          event.stopImmediatePropagation();
          if (!(event instanceof MouseEvent) || !event.isTrusted || type !== 'click') return;
          const element = elementBelow(event.clientX, event.clientY, overlay.host);
          // The outline that was widened by keys is what is taken, if the press is within it.
          finish(element && narrower.length > 0 && target?.contains(element) ? target : element);
        },
        taken,
      );
    window.addEventListener(
      'pointermove',
      (event) => {
        if (!event.isTrusted || !isOurs(event)) return;
        event.stopImmediatePropagation();
        overlay.makeWay(event.clientY < NEAR_TOP);
        const element = elementBelow(event.clientX, event.clientY, overlay.host);
        if (element !== target && !(narrower.length > 0 && element && target?.contains(element)))
          mark(element);
      },
      taken,
    );
    window.addEventListener(
      'wheel',
      (event) => {
        if (!event.isTrusted || !isOurs(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        scrollBelow(event, overlay.host);
        mark(elementBelow(event.clientX, event.clientY, overlay.host));
      },
      taken,
    );
    for (const type of KEYS)
      window.addEventListener(
        type,
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          if (!event.isTrusted) return;
          if (type === 'keydown') byKey(event);
          if (type === 'keyup') byKeyUp(event);
        },
        taken,
      );
    options.signal.addEventListener('abort', () => finish(undefined), { once: true, signal });
    window.focus();
    overlay.pane.focus({ preventScroll: true });
  });
}

/** The next of what can be pointed at, in the order of the page; from the last on to the first. */
function nextOf(target: Element | undefined, isBack: boolean): Element | undefined {
  const all = candidatesOf(document);
  const at = target ? all.indexOf(target) : -1;
  const next = at < 0 ? (isBack ? all.length - 1 : 0) : at + (isBack ? -1 : 1);
  return all[(next + all.length) % all.length];
}

const wordsOf = (element: Element): string =>
  (isControl(element) ? controlText(element) : cleanText(element.textContent ?? '')).slice(0, 120);
