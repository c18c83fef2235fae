/** What of the page lies below a point, through frames of the same origin and open shadow roots. */

const MOST_DEPTH = 40;

/** The innermost element at a point of the top window, our own pane apart. */
export function elementBelow(x: number, y: number, own: Element): Element | undefined {
  let [left, top] = [x, y];
  let element = document.elementsFromPoint(left, top).find((each) => each !== own);
  for (let depth = 0; element && depth < MOST_DEPTH; depth += 1) {
    const part = partAt(element.shadowRoot, left, top);
    if (part) {
      element = part;
      continue;
    }
    const inner = documentIn(element);
    if (!inner) return element;
    const rect = element.getBoundingClientRect();
    left -= rect.x + element.clientLeft;
    top -= rect.y + element.clientTop;
    const below: Element | null = inner.elementFromPoint(left, top);
    if (!below) return element;
    element = below;
  }
  return element;
}

/** The root answers for what is above its host too, such as our pane. */
const partAt = (root: ShadowRoot | null, x: number, y: number): Element | undefined =>
  root?.elementsFromPoint(x, y).find((each) => each.getRootNode() === root);

/** Scrolls what the wheel would have scrolled, had our pane not been above it. */
export function scrollBelow({ clientX, clientY, deltaX, deltaY }: WheelEvent, own: Element): void {
  for (let element = elementBelow(clientX, clientY, own); element; element = outOf(element)) {
    const { scrollTop, scrollLeft } = element;
    element.scrollBy(deltaX, deltaY);
    if (element.scrollTop !== scrollTop || element.scrollLeft !== scrollLeft) return;
  }
}

const outOf = (element: Element): Element | undefined =>
  parentOf(element) ?? element.ownerDocument.defaultView?.frameElement ?? undefined;

/** The host of a shadow root is around what stands in it. */
export const parentOf = (element: Element): Element | undefined =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;

function documentIn(element: Element): Document | null {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? null;
  } catch {
    return null;
  }
}
