/** What the list in use says of the practice's payers, for edits, fees and enrollments. */
import type { ListedFacts, PracticePayer } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import { findPayerRows, findPayerRowsByName, payerListInUse } from '../store/payer-lists.ts';
import type { Scope } from '../store/store.ts';
import { groupBy } from '../transactions/parts/group.ts';
import { type ListedPayer, nameKeyOf } from './entry.ts';

type NamedPayer = Pick<PracticePayer, 'payerId' | 'name'>;

/** Undefined where no list was imported. Give only payers that go by the clearinghouse whose list it is. */
export async function listedFactsOf(
  scope: Scope,
  payers: readonly NamedPayer[],
): Promise<ListedFacts[] | undefined> {
  const rows = await rowsOf(scope, payers);
  return rows?.map(({ payer: { payerId, name }, found }) => {
    const needsEnrollment = sameOf(found, 'needsEnrollment');
    const takesSecondary = sameOf(found, 'takesSecondary');
    const accidentKind = sameOf(found, 'accidentKind');
    const isNonPar = sameOf(found, 'isNonPar');
    const takesAttachments = sameOf(found, 'takesAttachments');
    return {
      payerId,
      name,
      isListed: found.some(({ isAvailable }) => isAvailable !== false),
      ...(needsEnrollment !== undefined && { needsEnrollment }),
      ...(takesSecondary !== undefined && { takesSecondary }),
      ...(accidentKind !== undefined && { accidentKind }),
      ...(isNonPar !== undefined && { isNonPar }),
      ...(takesAttachments !== undefined && { takesAttachments }),
    };
  });
}

export type Participation = 'par' | 'non-par' | 'not-known';

/** Whether each payer takes part in the network of the clearinghouse, which charges for claims to those that do not. As above. */
export async function participationOf(
  scope: Scope,
  payers: readonly NamedPayer[],
): Promise<Participation[] | undefined> {
  const rows = await rowsOf(scope, payers);
  return rows?.map(({ found }) => {
    const isNonPar = sameOf(found, 'isNonPar');
    return isNonPar === undefined ? 'not-known' : isNonPar ? 'non-par' : 'par';
  });
}

/** The ids of those whose ERAs come by the clearinghouse, and not without an enrollment. None where no list was imported. */
export async function eraPayersOf(scope: Scope, payers: readonly NamedPayer[]): Promise<string[]> {
  const list = await payerListInUse(scope);
  const ofClaims = await rowsOf(scope, payers);
  if (!list || !ofClaims) return [];
  // A payer's id for ERAs may be another one than for claims: they have the name in common.
  const named = ofClaims.map(({ payer, found }) => ({
    payer,
    keys: [payer, ...found].map(({ name }) => nameKeyOf(name)),
  }));
  const rows = await findPayerRowsByName(
    scope,
    list.id,
    '835',
    named.flatMap(({ keys }) => keys),
  );
  const wanted = rows.filter(
    ({ isAvailable, needsEnrollment }) => isAvailable !== false && needsEnrollment !== false,
  );
  const wantedKeys = new Set(wanted.map(({ name }) => nameKeyOf(name)));
  return named
    .filter(({ keys }) => keys.some((key) => wantedKeys.has(key)))
    .map(({ payer }) => payer.payerId);
}

/** For each payer the rows of its id for professional claims; those of its name where there are any. */
async function rowsOf(scope: Scope, payers: readonly NamedPayer[]) {
  const list = await payerListInUse(scope);
  if (!list) return undefined;
  const ids = [...new Set(payers.map(({ payerId }) => payerId))];
  const byId = groupBy(await findPayerRows(scope, list.id, '837P', ids), ({ payerId }) => payerId);
  return payers.map((payer) => {
    const sameId = byId.get(payer.payerId) ?? [];
    const sameName = sameId.filter((row) => nameKey(row.name) === nameKey(payer.name));
    return { payer, found: sameName.length > 0 ? sameName : sameId };
  });
}

/** Names that share an id may have other flags: only what all say is known. */
function sameOf<
  Field extends 'needsEnrollment' | 'takesSecondary' | 'takesAttachments' | 'accidentKind' | 'isNonPar',
>(rows: readonly ListedPayer[], field: Field): NonNullable<ListedPayer[Field]> | undefined {
  const [first, ...others] = rows.map((row) => row[field]);
  return first !== undefined && others.every((other) => other === first) ? (first ?? undefined) : undefined;
}
