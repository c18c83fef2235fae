/** Makes room for the sidebar by a margin on `html`, where the page follows it; undone when the sidebar closes. */

/** The page's own inline margin, while ours stands there. */
let before: readonly [value: string, priority: string] | undefined;

/** Pushes the page by `width` pixels; false when its content did not give way and the sidebar must lie over it. */
export function pushPage(width: number): boolean {
  releasePage();
  const { documentElement: html, body } = document;
  if (!body || window.innerWidth - width < width) return false;
  before = [html.style.getPropertyValue('margin-right'), html.style.getPropertyPriority('margin-right')];
  html.style.setProperty('margin-right', `${width}px`, 'important');
  const gaveWay = body.getBoundingClientRect().right <= window.innerWidth - width + 1;
  if (!gaveWay) releasePage();
  return gaveWay;
}

/** The page's margin is as it was before. */
export function releasePage(): void {
  if (!before) return;
  const { documentElement: html } = document;
  html.style.setProperty('margin-right', ...before);
  before = undefined;
  if (html.getAttribute('style') === '') html.removeAttribute('style');
}
