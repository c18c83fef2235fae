/** Finds payers in the list in use, as somebody types: by the beginnings of words of the name, or of the id. */
import type { FoundPayer } from '@claimside/shared/api';
import { payerListInUse, searchPayerRows } from '../store/payer-lists.ts';
import type { Scope } from '../store/store.ts';
import { type ListedPayer, nameKeyOf } from './entry.ts';

/** A payer has a row for each of six transactions at most. */
const ROWS = 600;

/**
 * Names as they are listed, each with its rows; the id that was typed whole, then names that begin so, come first. With a transaction
 * only those that take it, so that the others take no place among the `limit`.
 */
export async function searchPayers(
  scope: Scope,
  text: string,
  limit: number,
  transaction?: ListedPayer['transaction'],
): Promise<FoundPayer[]> {
  const typed = nameKeyOf(text);
  const list = await payerListInUse(scope);
  if (!list || typed === '') return [];
  const rows = await searchPayerRows(scope, list.id, typed.split(' '), ROWS);
  const byName = new Map<string, ListedPayer[]>();
  for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  const rank = ([name, found]: readonly [string, readonly ListedPayer[]]): number => {
    if (found.some(({ payerId }) => payerId === typed)) return 0;
    return nameKeyOf(name).startsWith(typed) ? 1 : 2;
  };
  const takes = (found: readonly ListedPayer[]) =>
    transaction === undefined || found.some((row) => row.transaction === transaction);
  return [...byName]
    .filter(([, found]) => takes(found))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, limit)
    .map(([name, found]) => ({ name, rows: found }));
}
