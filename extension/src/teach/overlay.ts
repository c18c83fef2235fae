/**
 * What is drawn while a person points: a pane over the page that takes every press in the page's place, an outline, a
 * hint. In a closed root of our own below the sidebar's; nothing of the page is touched.
 */

import { drawingHost, HOST_STYLE } from './drawing-host.ts';

const CSS = `
.pane { position: fixed; inset: 0; cursor: crosshair; outline: none; }
.hint { position: fixed; top: 8px; left: 50%; transform: translateX(-50%); max-width: min(560px, calc(100vw - 32px));
  padding: 8px 14px; border-radius: 8px; background: #10243f; color: #fff; pointer-events: none;
  font: 14px/20px system-ui, sans-serif; box-shadow: 0 4px 16px rgb(0 0 0 / 30%); text-align: center; }
.hint.low { top: auto; bottom: 8px; }
.hint small { display: block; font-size: 12px; color: #d3def0; }
@media (forced-colors: active) { .hint { border: 1px solid CanvasText; } }
@media print { .pane, .hint { display: none; } }
`;
export interface Overlay {
  readonly host: HTMLElement;
  readonly pane: HTMLElement;
  outline(rect: DOMRect | undefined): void;
  /** The hint makes way for what is pointed at below it. */
  makeWay(isNearTop: boolean): void;
  /** For those who don't see the outline: what it is around. */
  say(words: string): void;
}

/** Ends with the signal. `onGone` is called when the page removes or restyles it: a person would point blindly. */
export function createOverlay(hint: string, onGone: () => void, signal: AbortSignal): Overlay {
  const { host, root } = drawingHost();
  const [style, pane, outline, bar, keys, spoken] = ['style', 'div', 'div', 'div', 'small', 'small'].map(
    (name) => document.createElement(name),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  style.textContent = CSS;
  pane.className = 'pane';
  pane.tabIndex = -1;
  pane.setAttribute('role', 'application');
  pane.ariaLabel = hint;
  outline.className = 'outline';
  outline.hidden = true;
  bar.className = 'hint';
  bar.textContent = hint;
  keys.textContent = 'Keys: Tab next, ↑ wider, ↓ narrower, Enter takes';
  spoken.setAttribute('role', 'status');
  bar.append(keys, spoken);
  root.append(style, pane, outline, bar);

  const observer = new MutationObserver(() => {
    if (!host.isConnected || host.getAttribute('style') !== HOST_STYLE) onGone();
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributes: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      host.remove();
    },
    { once: true },
  );
  return {
    host,
    pane,
    outline(rect) {
      outline.hidden = rect === undefined;
      if (!rect) return;
      Object.assign(outline.style, {
        left: `${rect.x - 3}px`,
        top: `${rect.y - 3}px`,
        width: `${rect.width + 6}px`,
        height: `${rect.height + 6}px`,
      });
    },
    makeWay(isNearTop) {
      bar.classList.toggle('low', isNearTop);
    },
    say(words) {
      spoken.textContent = words;
    },
  };
}
