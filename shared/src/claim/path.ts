/** Reads and writes one value of a draft by its path, such as `serviceLines.0.units`. Never changes what it is given. */

/** The value at the path, or undefined when anything on the way is missing. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), root);
}

/**
 * A copy with the value at the path; objects that are missing on the way are made. Undefined takes the value away, and
 * with it an object that has nothing left: a provider without any part is no provider.
 */
export function withValueAt<Root>(root: Root, path: string, value: unknown): Root {
  return (write(root, path.split('.'), value) ?? {}) as Root;
}

/** True when `path` is `ancestor` or lies under it. */
export function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`);
}

/** The path and everything above it, longest first: `a.b.c`, `a.b`, `a`. */
export function pathAndAncestors(path: string): string[] {
  const keys = path.split('.');
  return keys.map((_, index) => keys.slice(0, keys.length - index).join('.'));
}

function write(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at))
    return at.map((item, index) => (String(index) === key ? write(item, rest, value) : item));
  const { [key]: old, ...others } = isObject(at) ? at : {};
  const written = write(old, rest, value);
  if (written === undefined) return Object.keys(others).length > 0 ? others : undefined;
  if (isObject(at) && key in at) return { ...at, [key]: written };
  return { ...others, [key]: written };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
