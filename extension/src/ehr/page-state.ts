/** Paths into what the page's own framework holds: untrusted, like all of the page. */

/** One resource, and the place of its element as positions of children from the document's root. */
export interface StateEntry {
  readonly resource: unknown;
  readonly at: readonly number[];
  /** The page holds the same resource again, and it differs: one of them is out of date. */
  readonly isContested?: true;
}

/** By the name of the property that held them, in the page's order. */
export type StateTree = Readonly<Record<string, readonly StateEntry[]>>;

const MOST_VALUES = 50;
const LONGEST_TEXT = 500;

/** The entries that a path's first name stands for, and the path within each. */
export function entriesAt(tree: StateTree, path: string): { entries: readonly StateEntry[]; within: string } {
  const [, name = '', within = ''] = /^(\w+)\.?(.*)$/.exec(path) ?? [];
  return { entries: Object.hasOwn(tree, name) ? (tree[name] ?? []) : [], within };
}

/**
 * The texts at a path such as `name[0].family` or `code.coding[system=…].code`, `payor[reference^=Organization/].display`; lists without a place or condition are
 * gone through. Only texts, numbers and truth values count.
 */
export function textsAt(resource: unknown, path: string): string[] {
  let found: unknown[] = [resource];
  for (const [, name, place, key, value] of path.matchAll(STEP)) {
    found = found.flatMap((each): unknown[] => {
      if (name !== undefined) return flatten(each).map((one) => own(one, name));
      if (place !== undefined) return Array.isArray(each) ? [each[Number(place)]] : [];
      return flatten(each).filter((one) => isSo(one, key ?? '', value ?? ''));
    });
    if (found.length > MOST_VALUES) found.length = MOST_VALUES;
  }
  return found.flatMap(flatten).flatMap((each) => {
    const isText = typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean';
    const text = isText ? String(each).slice(0, LONGEST_TEXT).trim() : '';
    return text === '' ? [] : [text];
  });
}

/** `type.coding.code` is this, or with `reference^` begins with it. */
const isSo = (resource: unknown, key: string, value: string): boolean =>
  key.endsWith('^')
    ? textsAt(resource, key.slice(0, -1)).some((text) => text.startsWith(value))
    : textsAt(resource, key).includes(value);

/** A name, a place in a list, or a condition on its members. */
const STEP = /([^.[\]]+)|\[(\d+)\]|\[([^=\]]+)=([^\]]*)\]/g;

const flatten = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value]);

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The element at a place; the document's root where the page has changed meanwhile. */
export function elementAt(document: Document, at: readonly number[]): Element {
  let element: Element = document.documentElement;
  for (const position of at) element = element.children[position] ?? element;
  return element;
}
