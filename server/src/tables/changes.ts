/** What an import would change: some of it to look at, and how much it is. */

/** Of each kind of change, and of faults. */
export const SHOWN = 100;

export interface Changes<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
}

export function changesBetween<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  isSame: (was: T, is: T) => boolean,
): Changes<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const added: T[] = [];
  const changed: { before: T; after: T }[] = [];
  for (const item of after) {
    const was = old.get(keyOf(item));
    old.delete(keyOf(item));
    if (was === undefined) added.push(item);
    else if (!isSame(was, item)) changed.push({ before: was, after: item });
  }
  return { added, removed: [...old.values()], changed };
}

export const shownOf = <T>({ added, removed, changed }: Changes<T>) => ({
  added: some(added),
  removed: some(removed),
  changed: some(changed),
});

const some = <T>(all: readonly T[]) => ({ count: all.length, some: all.slice(0, SHOWN) });
