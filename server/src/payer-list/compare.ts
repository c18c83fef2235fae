/** What changed between two payer lists. */
import { keyOf, type ListedPayer } from './entry.ts';

export interface ListChanges {
  readonly added: readonly ListedPayer[];
  readonly removed: readonly ListedPayer[];
  readonly changed: readonly { readonly before: ListedPayer; readonly after: ListedPayer }[];
}

export function compareLists(before: readonly ListedPayer[], after: readonly ListedPayer[]): ListChanges {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const added: ListedPayer[] = [];
  const changed: { before: ListedPayer; after: ListedPayer }[] = [];
  for (const entry of after) {
    const was = old.get(keyOf(entry));
    old.delete(keyOf(entry));
    if (!was) added.push(entry);
    else if (FIELDS.some((field) => was[field] !== entry[field])) changed.push({ before: was, after: entry });
  }
  return { added, removed: [...old.values()], changed };
}

const FIELDS = [
  'isAvailable',
  'isNonPar',
  'needsEnrollment',
  'takesSecondary',
  'takesAttachments',
  'accidentKind',
  'notes',
] as const satisfies readonly (keyof ListedPayer)[];
