/** Makes room for the sidebar by a margin on `html`, where the page follows it; undone when the sidebar closes. */

/** Pushes the page by `width` pixels; false when its content did not give way and the sidebar must lie over it. */
export function pushPage(width: number): boolean {
  releasePage();
  const { documentElement: html, body } = document;
  if (!body || window.innerWidth - width < width) return false;
  html.style.setProperty('margin-right', `${width}px`, 'important');
  const gaveWay = body.getBoundingClientRect().right <= window.innerWidth - width + 1;
  if (!gaveWay) releasePage();
  return gaveWay;
}

/** Takes the margin away again. */
export function releasePage(): void {
  const { documentElement: html } = document;
  html.style.removeProperty('margin-right');
  if (html.getAttribute('style') === '') html.removeAttribute('style');
}
