/** What of a page's state counts where the page stands now: picked by the background, so that no page has the code for it. */
import type { PageState, StateFilter } from '@claimside/shared/recipe';
import { entriesAt, type StateEntry, type StateTree, textsAt } from './page-state.ts';
import { groupOf } from './patterns.ts';

const MOST_ENTRIES = 300;
const DEEPEST = 60;

/** `answer` is what a script in the page's world reported; undefined where it is nothing of the right form. */
export function countingState(answer: unknown, asked: PageState, address: string): StateTree | undefined {
  const tree = parseState(answer);
  return tree && countingOf(tree, asked, address);
}

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
