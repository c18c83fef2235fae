/** Names for places in the page: what a capture carries instead of an element. */

export interface Places {
  /** The same element keeps its name as long as it lives. */
  idOf(element: Element): string;
  /** The element, or null when it is gone from its page. */
  find(placeId: string): Element | null;
}

export function createPlaces(): Places {
  const ids = new WeakMap<Element, string>();
  const elements = new Map<string, WeakRef<Element>>();
  let last = 0;
  return {
    idOf(element) {
      const known = ids.get(element);
      if (known !== undefined) return known;
      last += 1;
      const id = `p${last}`;
      ids.set(element, id);
      elements.set(id, new WeakRef(element));
      return id;
    },
    find(placeId) {
      const element = elements.get(placeId)?.deref();
      if (!element?.isConnected) {
        elements.delete(placeId);
        return null;
      }
      return element;
    },
  };
}
