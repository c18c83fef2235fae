/** Reads and replaces one value of a draft by the field path that findings and provenance use: `serviceLines.0.units`. */

/** The value at `path`; undefined when any step is missing. */
export function valueAt(draft: object, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), draft);
}

/** A copy of `draft` with `value` at `path`; missing steps are made, `undefined` clears. The draft itself stays as it is. */
export function withValue<T extends object>(draft: T, path: string, value: unknown): T {
  return replaced(draft, path.split('.'), value) as T;
}

function replaced(at: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const copy = Array.isArray(at) ? [...at] : isObject(at) ? { ...at } : /^\d+$/.test(key) ? [] : {};
  (copy as Record<string, unknown>)[key] = replaced((copy as Record<string, unknown>)[key], rest, value);
  return copy;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
