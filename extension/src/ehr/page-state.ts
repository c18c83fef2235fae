/** What the page's own framework holds, as a script in the page's world reported it: untrusted, like all of the page. */
import type { PageState, StateFilter } from '@claimside/shared/recipe';
import { groupOf } from './patterns.ts';

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
const MOST_ENTRIES = 300;
const DEEPEST = 60;

/** The tree with only what is of the right form; undefined when the page gave something else. */
export function parseState(input: unknown): StateTree | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const tree: Record<string, StateEntry[]> = {};
  for (const [name, list] of Object.entries(input as Record<string, unknown>)) {
    if (!Array.isArray(list)) return undefined;
    tree[name] = list.slice(0, MOST_ENTRIES).flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const { resource, at } = entry as { resource?: unknown; at?: unknown };
      const isPlace = Array.isArray(at) && at.length <= DEEPEST && at.every(Number.isSafeInteger);
      return [{ resource, at: isPlace ? (at as number[]) : [] }];
    });
  }
  return tree;
}

/** The tree with what counts of it at this address, in order; of copies of a resource, the first. */
export function countingOf(tree: StateTree, { props, only = {} }: PageState, address: string): StateTree {
  const counting: Record<string, readonly StateEntry[]> = {};
  for (const name of props) {
    const entries = withoutCopies(Object.hasOwn(tree, name) ? (tree[name] ?? []) : []);
    const filter = Object.hasOwn(only, name) ? only[name] : undefined;
    counting[name] = filter ? wantedOf(entries, filter, counting, address) : entries;
  }
  return counting;
}

function wantedOf(
  entries: readonly StateEntry[],
  { own: path, is }: StateFilter,
  known: StateTree,
  address: string,
): StateEntry[] {
  const names = (entry: StateEntry, id: string): boolean => idsAt([entry], path).includes(id);
  if ('address' in is) {
    const id = groupOf(is.address, address);
    return entries.filter((entry) => id !== undefined && names(entry, id));
  }
  const wanted = idsOf(known, is.state);
  const ranks = is.rank === undefined ? [] : idsOf(known, is.rank).map(Number);
  const place = (index: number): number => (ranks.length === wanted.length ? (ranks[index] ?? 0) : index);
  const ordered = entries
    .flatMap((entry) => {
      const index = wanted.findIndex((id) => names(entry, id));
      return index < 0 ? [] : [{ entry, place: place(index) }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
  // With only some ranks, nothing tells the order.
  const isTold = ranks.length === 0 || ranks.length === wanted.length;
  return isTold ? ordered : ordered.map((entry) => ({ ...entry, isContested: true }));
}

function idsOf(tree: StateTree, path: string): string[] {
  const { entries, within } = entriesAt(tree, path);
  return idsAt(entries, within);
}

/** Texts at a path; of a reference such as `Encounter/12`, the id. */
const idsAt = (entries: readonly StateEntry[], path: string): string[] =>
  entries.flatMap(({ resource }) => textsAt(resource, path)).map((text) => text.split('/').at(-1) ?? '');

function withoutCopies(entries: readonly StateEntry[]): StateEntry[] {
  const seen = new Set<string>();
  const kept: StateEntry[] = [];
  for (const entry of entries) {
    const content = JSON.stringify(entry.resource);
    if (seen.has(content)) continue;
    seen.add(content);
    const [id] = textsAt(entry.resource, 'id');
    const same = id === undefined ? -1 : kept.findIndex((each) => textsAt(each.resource, 'id')[0] === id);
    const known = kept[same];
    if (known) kept[same] = { ...known, isContested: true };
    else kept.push(entry);
  }
  return kept;
}

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
