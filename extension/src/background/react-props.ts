/**
 * Collects what React components of a page were given, under the names asked for. The function is sent into the page's
 * own world as its text: it uses nothing from outside itself, changes nothing, and its answer is plain data.
 */

/**
 * Each resource once, in the order of the page, with the place of its element as positions of children. Nothing at all of
 * a page that does not let itself be read to the end, or answers otherwise a moment later: part of a visit is not the visit.
 */
export function reactProps(
  css: string,
  props: string[],
): Record<string, { resource: unknown; at: number[] }[]> {
  const MOST_ELEMENTS = 4_000;
  const MOST_OWNERS = 500;
  const MOST_SIBLINGS = 2_000;
  const MOST_RESOURCES = 200;
  const DEEPEST = 12;
  /** Of all resources together: one that holds itself in many places would have no end. */
  const MOST_VALUES = 50_000;
  const LONGEST_TEXT = 2_000;
  let found: Record<string, { resource: unknown; at: number[] }[]> = {};
  let values = 0;
  const seen = new Set<unknown>();
  const drawn = new Map<Fiber, Fiber | undefined>();
  const looked = new Set<Fiber>();

  const placeOf = (element: Element): number[] => {
    const at: number[] = [];
    for (let each = element; each.parentElement; each = each.parentElement)
      at.unshift([...each.parentElement.children].indexOf(each));
    return at;
  };
  /** Plain data of any depth that a resource has; functions, elements and circles are left out. */
  const plain = (value: unknown, depth: number): unknown => {
    values += 1;
    if (values > MOST_VALUES) throw new Error('too much');
    if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
    if (value === null || ['number', 'boolean'].includes(typeof value)) return value;
    if (typeof value !== 'object' || depth > DEEPEST) return undefined;
    if (Array.isArray(value)) return value.slice(0, 100).map((each) => plain(each, depth + 1));
    if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
    const copy: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(value).slice(0, 100)) copy[name] = plain(part, depth + 1);
    return copy;
  };
  /**
   * React keeps two of each component, the one drawn and the one before it, and an element may hold either. The drawn one
   * is told from the root down: the root knows which of its own counts, and each drawn parent has only drawn children.
   */
  const drawnOf = (fiber: Fiber, owners = 0): Fiber | undefined => {
    if (drawn.has(fiber)) return drawn.get(fiber);
    let found: Fiber | undefined;
    if (!fiber.return) found = fiber.stateNode?.current ?? fiber;
    else if (!fiber.alternate) found = fiber;
    else if (owners < MOST_OWNERS) {
      let child = drawnOf(fiber.return, owners + 1)?.child;
      for (let place = 0; child && place < MOST_SIBLINGS && !found; place += 1) {
        if (child === fiber || child === fiber.alternate) found = child;
        child = child.sibling;
      }
    }
    drawn.set(fiber, found);
    return found;
  };
  const take = (name: string, value: unknown, element: Element): void => {
    const list = found[name] ?? [];
    found[name] = list;
    const isNew = typeof value === 'object' && value !== null && !seen.has(value);
    if (!isNew || list.length >= MOST_RESOURCES) return;
    seen.add(value);
    const resource = plain(value, 0);
    if (resource !== undefined) list.push({ resource, at: placeOf(element) });
  };
  const collect = (): typeof found => {
    found = {};
    values = 0;
    for (const each of [seen, drawn, looked]) each.clear();
    for (const element of [...document.querySelectorAll(css)].slice(0, MOST_ELEMENTS)) {
      const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
      let fiber = key === undefined ? undefined : (element as unknown as Record<string, Fiber>)[key];
      for (let owners = 0; fiber && owners < MOST_OWNERS; owners += 1) {
        const shown = drawnOf(fiber);
        // One that is drawn no more is passed over; above one that was looked at, all was.
        if (shown && looked.has(shown)) break;
        if (shown) looked.add(shown);
        const given = shown?.memoizedProps ?? {};
        for (const name of props) {
          const value = given[name];
          for (const each of Array.isArray(value) ? value : [value]) take(name, each, element);
        }
        fiber = fiber.return ?? undefined;
      }
    }
    return found;
  };
  try {
    const [once, again] = [collect(), collect()];
    return JSON.stringify(once) === JSON.stringify(again) ? once : {};
  } catch {
    return {};
  }
}

interface Fiber {
  memoizedProps?: Record<string, unknown> | null;
  return?: Fiber | null;
  alternate?: Fiber | null;
  child?: Fiber | null;
  sibling?: Fiber | null;
  /** Of the root: says which of the two roots is drawn. */
  stateNode?: { current?: Fiber | null } | null;
}
