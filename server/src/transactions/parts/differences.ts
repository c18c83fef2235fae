/** Compares two values of plain data and names every path at which they differ. */
import { isFields } from '../guide/fields.ts';

/** Paths below `path` at which two values of plain data differ. */
export function differences(a: unknown, b: unknown, path: string): string[] {
  const paths: string[] = [];
  compare(a, b, [path], paths);
  return paths;
}

/** `keys` names the place; a path is only put together where something differs. */
function compare(a: unknown, b: unknown, keys: string[], paths: string[]): void {
  if (a === b) return;
  if (!isFields(a) || !isFields(b)) {
    paths.push(keys.filter((key) => key !== '').join('.'));
    return;
  }
  for (const name of Object.keys(a)) {
    keys.push(name);
    compare(a[name], Object.hasOwn(b, name) ? b[name] : undefined, keys, paths);
    keys.pop();
  }
  for (const name of Object.keys(b))
    if (!Object.hasOwn(a, name)) compare(undefined, b[name], [...keys, name], paths);
}
