/** Outlines the place a value was read from, by a box of our own over the page: nothing of the page is touched. */

/** `show(null)` clears. The box follows scrolling while it is shown; a place that is hidden or gone shows nothing. */
export function createHighlight(
  root: ShadowRoot,
  signal: AbortSignal,
): { show(element: Element | null): void } {
  const box = document.createElement('div');
  box.className = 'outline';
  box.hidden = true;
  root.append(box);
  let target: Element | null = null;
  let next = 0;

  const follow = (): void => {
    const rect = target?.isConnected ? rectInTopWindow(target) : undefined;
    box.hidden = rect === undefined;
    if (rect === undefined) return;
    box.style.left = `${rect.x - 3}px`;
    box.style.top = `${rect.y - 3}px`;
    box.style.width = `${rect.width + 6}px`;
    box.style.height = `${rect.height + 6}px`;
    next = requestAnimationFrame(follow);
  };
  const clear = (): void => {
    cancelAnimationFrame(next);
    target = null;
    box.hidden = true;
  };
  signal.addEventListener('abort', clear, { once: true });
  return {
    show(element) {
      clear();
      if (element === null || signal.aborted) return;
      target = element;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      follow();
    },
  };
}

/** Where an element of any reachable frame stands in the top window; undefined when nothing of it is drawn. */
export function rectInTopWindow(element: Element): DOMRect | undefined {
  const rect = element.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return undefined;
  let { x, y } = rect;
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    if (outer.width === 0) return undefined;
    x += outer.x + frame.clientLeft;
    y += outer.y + frame.clientTop;
  }
  return new DOMRect(x, y, rect.width, rect.height);
}

const frameOf = (element: Element): Element | null => element.ownerDocument.defaultView?.frameElement ?? null;
