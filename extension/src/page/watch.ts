/** Notices that the page may show something else: changes in any reachable frame and open shadow root, typing, navigation, frame loads. */
import { reachableDocuments, rootsOf } from '../ehr/index.ts';
import { bringSomething } from './changes.ts';

/** Quiet for so long before anything is read, in milliseconds. */
const QUIET = 100;
/** A page that never rests is read all the same. */
const LONGEST_WAIT = 1_000;

/**
 * Calls `onMutation` at once with every change, `onChange` after changes have settled, when the browser is idle, and `onFocus`
 * with each place in the chart that a person goes to. Our own element never triggers either. While the page is bare, changes
 * that bring nothing to it count for `onMutation` alone, until a person presses something in it.
 */
export function watchPage(options: {
  own: Element;
  onMutation: () => void;
  isBare: () => boolean;
  onChange: () => void;
  onFocus: (element: Element) => void;
  signal: AbortSignal;
}): void {
  const { own, onMutation, isBare, onChange, onFocus, signal } = options;
  const watched = new WeakSet<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;

  const settle = (): void => {
    const now = performance.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(QUIET, LONGEST_WAIT - (now - waitingSince)));
    timer = setTimeout(() => {
      timer = undefined;
      requestIdleCallback(
        () => {
          if (signal.aborted) return;
          watchFrames();
          onChange();
        },
        { timeout: 500 },
      );
    }, wait);
  };
  const observer = new MutationObserver((records) => {
    onMutation();
    const isOfPage = ({ type, target }: MutationRecord): boolean =>
      target === document.documentElement ? type === 'childList' : target !== own;
    const ofPage = records.filter(isOfPage);
    if (ofPage.length > 0 && (!isBare() || bringSomething(ofPage))) settle();
  });
  const watchFrames = (): void => {
    for (const { document: reached } of reachableDocuments(document)) {
      const isNew = !watched.has(reached);
      for (const root of rootsOf(reached)) {
        if (watched.has(root)) continue;
        watched.add(root);
        observer.observe(root, {
          subtree: true,
          childList: true,
          characterDataOldValue: true,
          attributes: true,
          attributeFilter: ['style', 'class', 'hidden', 'value', 'checked', 'selected', 'open'],
        });
      }
      if (!isNew) continue;
      const focused = (): void => {
        const element = reached.activeElement;
        if (
          element &&
          element !== own &&
          element !== reached.body &&
          !(element as Partial<HTMLIFrameElement>).contentDocument
        )
          onFocus(element);
      };
      reached.addEventListener('focusin', focused, { signal });
      focused(); // before we came
      const view = reached.defaultView;
      // `load` of a frame does not bubble but is seen on the way down; where a person goes in it counts from then on.
      reached.addEventListener('load', watchFrames, { capture: true, signal });
      for (const type of ['click', 'input', 'change', 'load'] as const) {
        reached.addEventListener(type, settle, { capture: true, signal });
      }
      for (const type of ['hashchange', 'popstate', 'pageshow'] as const) {
        view?.addEventListener(type, settle, { signal });
      }
      // Changes by history.pushState, which fire no event of their own.
      view?.navigation?.addEventListener('currententrychange', settle, { signal });
    }
  };
  watchFrames();
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
