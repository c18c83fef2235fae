/** Writes values that stand in lists inside the claim, such as `otherCoverages.0.adjustments.1.amount`. */
import { valueAt, withValueAt } from '@claimside/shared/claim';

const isNumber = (key: string) => /^\d+$/.test(key);

/**
 * The list that a path goes through, and that a correction keeps as a whole: rows of the inner lists have no name of
 * their own. Diagnoses and lines do, so their own rows are not meant. Undefined for any other path.
 */
export function listOf(path: string): string | undefined {
  const keys = path.split('.');
  const hasNamedRows = keys[0] === 'diagnoses' || keys[0] === 'serviceLines';
  const row = keys.findIndex((key, index) => isNumber(key) && !(hasNamedRows && index === 1));
  return row === -1 ? undefined : keys.slice(0, row).join('.');
}

/** As `withValueAt`, but lists and rows that are missing are made, and a row that has nothing left stays as an empty one. */
export function writeValue<Root>(root: Root, path: string, value: unknown): Root {
  const keys = path.split('.');
  const row = keys.findIndex(isNumber);
  if (row === -1) return withValueAt(root, path, value);
  const list = keys.slice(0, row).join('.');
  const index = Number(keys[row]);
  const rest = keys.slice(row + 1).join('.');
  const found = valueAt(root, list);
  const before: readonly unknown[] = Array.isArray(found) ? found : [];
  const length = Math.max(before.length, index + 1);
  const rows: unknown[] = Array.from({ length }, (_, at) => before[at] ?? {});
  rows[index] = rest === '' ? (value ?? {}) : writeValue(rows[index], rest, value);
  return withValueAt(root, list, rows);
}
