/** What the list in use says of the practice's payers, for edits. */
import type { ListedFacts, PracticePayer } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import { findPayerRows, payerListInUse } from '../store/payer-lists.ts';
import type { Scope } from '../store/store.ts';
import type { ListedPayer } from './entry.ts';

/** Undefined where no list was imported. Give only payers that go by the clearinghouse whose list it is. */
export async function listedFactsOf(
  scope: Scope,
  payers: readonly Pick<PracticePayer, 'payerId' | 'name'>[],
): Promise<ListedFacts[] | undefined> {
  const list = await payerListInUse(scope);
  if (!list) return undefined;
  const ids = [...new Set(payers.map(({ payerId }) => payerId))];
  const rows = await findPayerRows(scope, list.id, '837P', ids);
  return payers.map(({ payerId, name }) => {
    const sameId = rows.filter((row) => row.payerId === payerId);
    const sameName = sameId.filter((row) => nameKey(row.name) === nameKey(name));
    const found = sameName.length > 0 ? sameName : sameId;
    const needsEnrollment = sameOf(found, 'needsEnrollment');
    const takesSecondary = sameOf(found, 'takesSecondary');
    const accidentKind = sameOf(found, 'accidentKind');
    return {
      payerId,
      name,
      isListed: found.some(({ isAvailable }) => isAvailable !== false),
      ...(needsEnrollment !== undefined && { needsEnrollment }),
      ...(takesSecondary !== undefined && { takesSecondary }),
      ...(accidentKind !== undefined && { accidentKind }),
    };
  });
}

/** Names that share an id may have other flags: only what all say is known. */
function sameOf<Field extends 'needsEnrollment' | 'takesSecondary' | 'accidentKind'>(
  rows: readonly ListedPayer[],
  field: Field,
): NonNullable<ListedPayer[Field]> | undefined {
  const [first, ...others] = rows.map((row) => row[field]);
  return first !== undefined && others.every((other) => other === first) ? (first ?? undefined) : undefined;
}
