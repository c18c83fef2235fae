/** Where this script draws over the page: a closed root of its own, below the sidebar's. */

const CSS = `
:host { all: initial !important; }
.outline { position: fixed; border: 2px solid #0b5fff; border-radius: 4px; background: rgb(11 95 255 / 12%);
  pointer-events: none; box-sizing: border-box; }
@media (forced-colors: active) { .outline { border-color: Highlight; } }
@media print { .outline { display: none; } }
`;
export const HOST_STYLE =
  'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; ' +
  'height: 0 !important; z-index: 2147483646 !important;';

/** It stands in the page already; whoever asked for it takes it away. */
export function drawingHost(): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  host.setAttribute('style', HOST_STYLE);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CSS;
  root.append(style);
  document.documentElement.append(host);
  return { host, root };
}
