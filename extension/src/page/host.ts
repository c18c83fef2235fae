/**
 * Our one element in the page: a randomly named host with a closed shadow root, put back when the page removes or
 * restyles it, until a limit is reached.
 */

import { randomId } from '../ehr/index.ts';

/** So many removals or restylings by the page are mended; after that the page is left alone. */
const MOST_REPAIRS = 10;

/** Appends the host to `html`; `onGaveUp` is called once when the page would not leave it alone. */
export function attachHost(options: {
  css: string;
  hostStyle: string;
  onGaveUp: () => void;
  signal: AbortSignal;
}): {
  element: HTMLElement;
  root: ShadowRoot;
  /** Leaves the page alone for good. */
  giveUp: () => void;
} {
  const { hostStyle, signal } = options;
  // A custom element's name that no page can know beforehand.
  const element = document.createElement(`c-${randomId()}`);
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = options.css;
  root.append(style);

  let repairs = 0;
  const mend = (): void => {
    const foreignAttributes = element.getAttributeNames().filter((name) => name !== 'style');
    const restyled = element.getAttribute('style') !== hostStyle || foreignAttributes.length > 0;
    const removed = element.parentNode !== document.documentElement;
    if (!restyled && !removed) return;
    repairs += 1;
    if (repairs > MOST_REPAIRS) giveUp();
    else put();
  };
  const giveUp = (): void => {
    stop();
    options.onGaveUp();
  };
  const put = (): void => {
    for (const name of element.getAttributeNames()) if (name !== 'style') element.removeAttribute(name);
    element.setAttribute('style', hostStyle);
    if (element.parentNode !== document.documentElement) document.documentElement.append(element);
    // What we changed ourselves is not the page's doing.
    attributes.takeRecords();
    children.takeRecords();
    watchChildren();
  };
  const attributes = new MutationObserver(mend);
  const children = new MutationObserver(mend);
  const watchChildren = (): void => {
    children.disconnect();
    children.observe(document, { childList: true }); // document.write replaces `html`
    children.observe(document.documentElement, { childList: true });
  };
  const stop = (): void => {
    attributes.disconnect();
    children.disconnect();
    element.remove();
  };

  // The page's shortcuts must not see what is typed on our tab.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
  attributes.observe(element, { attributes: true });
  put();
  signal.addEventListener('abort', stop, { once: true });
  return { element, root, giveUp };
}
