/** Finds the claims that an answer may speak of; each question takes an index. */
import type { Claim } from '@claimside/shared/claim';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { foreignNumberKey } from '@claimside/shared/matching';
import { type Cents, cents, type IsoDate } from '@claimside/shared/values';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { fromJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { claimPayerNumbers, claims, decidedNumbers } from './schema.ts';
import type { Scope } from './store.ts';

/** What tells at a glance whether an answer is about the claim. */
export interface NumberedClaimRow {
  readonly id: string;
  /** `Last, First`. */
  readonly patientName: string;
  readonly totalCharge: Cents;
}

/**
 * The claim that the first of these numbers names, each exactly as it stands. Asked one by one: for several at once SQLite would
 * rather walk all claims of the practice.
 */
export async function findClaimByControlNumber(
  scope: Scope,
  numbers: readonly string[],
): Promise<NumberedClaimRow | undefined> {
  const { db, practiceId } = scope;
  for (const number of numbers) {
    const [row] = await claimOfNumber(db).execute({ practiceId, number });
    if (row) return { ...row, totalCharge: cents(row.totalCharge) };
  }
  return undefined;
}

const claimOfNumber = oncePerConnection((db) =>
  db
    .select({ id: claims.id, patientName: claims.patientName, totalCharge: claims.totalCharge })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, sql.placeholder('practiceId')),
        eq(claims.patientControlNumber, sql.placeholder('number')),
      ),
    )
    .prepare(),
);

/** Claims that a payer has answered under this number of its own (REF*1K, CLP07); none for what stands for no number. */
export async function findClaimsByPayerNumber(scope: Scope, payerNumber: string): Promise<string[]> {
  if (foreignNumberKey(payerNumber) === undefined) return [];
  const rows = await scope.db
    .select({ claimId: claimPayerNumbers.claimId })
    .from(claimPayerNumbers)
    .where(
      and(eq(claimPayerNumbers.practiceId, scope.practiceId), eq(claimPayerNumbers.number, payerNumber)),
    );
  return rows.map((row) => row.claimId);
}

export interface MatchableClaim {
  readonly id: string;
  readonly claim: Claim;
}

/** Claims whose services begin on that day and come to that charge. */
export async function findClaimsOfDay(
  scope: Scope,
  serviceDate: IsoDate,
  totalCharge: Cents,
): Promise<MatchableClaim[]> {
  const rows = await scope.db
    .select({ id: claims.id, claim: claims.claim })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        eq(claims.serviceDate, serviceDate),
        eq(claims.totalCharge, totalCharge),
      ),
    );
  return rows.map((row) => ({ id: row.id, claim: fromJson<Claim>(row.claim) }));
}

/** The claim that a person said such a number means. */
export async function findDecidedClaim(scope: Scope, number: string): Promise<string | undefined> {
  const { db, practiceId } = scope;
  const [row] = await claimOfDecidedNumber(db).execute({ practiceId, number });
  return row?.claimId;
}

const claimOfDecidedNumber = oncePerConnection((db) =>
  db
    .select({ claimId: decidedNumbers.claimId })
    .from(decidedNumbers)
    .where(
      and(
        eq(decidedNumbers.practiceId, sql.placeholder('practiceId')),
        eq(decidedNumbers.number, sql.placeholder('number')),
      ),
    )
    .prepare(),
);

/** Remembers what a person said; the last word counts. */
export async function decideNumber(scope: Scope, number: string, claimId: string): Promise<void> {
  await scope.db
    .insert(decidedNumbers)
    .values({ practiceId: scope.practiceId, number, claimId })
    .onConflictDoUpdate({ target: [decidedNumbers.practiceId, decidedNumbers.number], set: { claimId } });
}

/** The number means that claim no more. */
export async function forgetDecidedNumber(scope: Scope, number: string, claimId: string): Promise<void> {
  await scope.db
    .delete(decidedNumbers)
    .where(
      and(
        eq(decidedNumbers.practiceId, scope.practiceId),
        eq(decidedNumbers.number, number),
        eq(decidedNumbers.claimId, claimId),
      ),
    );
}

/** Keeps the payer's numbers that facts about a claim tell. Call in the transaction that stores the facts. */
export async function notePayerNumbers(
  scope: Scope,
  claimId: string,
  facts: readonly ClaimFact[],
): Promise<void> {
  const { db, practiceId } = scope;
  for (const number of payerNumbersIn(facts))
    await insertPayerNumber(db).execute({ practiceId, number, claimId });
}

/** Takes away those of facts that were taken back, where no fact that stands tells them too. */
export async function forgetPayerNumbers(
  { db, practiceId }: Scope,
  claimId: string,
  wasSaid: readonly ClaimFact[],
  isSaid: readonly ClaimFact[],
): Promise<void> {
  const kept = payerNumbersIn(isSaid);
  const { number, claimId: claim, practiceId: practice } = claimPayerNumbers;
  for (const gone of payerNumbersIn(wasSaid))
    if (!kept.has(gone))
      await db
        .delete(claimPayerNumbers)
        .where(and(eq(practice, practiceId), eq(number, gone), eq(claim, claimId)));
}

/** The payer's own numbers of the claim, as facts tell them; not `0` and the like, which payers write for none. */
export const payerNumbersIn = (facts: readonly ClaimFact[]): Set<string> =>
  new Set(
    facts
      .map((fact) => payerNumberOf(fact)?.trim() ?? '')
      .filter((each) => foreignNumberKey(each) !== undefined),
  );

const insertPayerNumber = oncePerConnection((db) =>
  db
    .insert(claimPayerNumbers)
    .values({
      practiceId: sql.placeholder('practiceId'),
      number: sql.placeholder('number'),
      claimId: sql.placeholder('claimId'),
    })
    .onConflictDoNothing()
    .prepare(),
);

function payerNumberOf(fact: ClaimFact): string | undefined {
  if ('payerClaimControlNumber' in fact) return fact.payerClaimControlNumber;
  return fact.type === 'payment' ? fact.payment.payerClaimControlNumber : undefined;
}

/** Those of the claims that bill under this NPI or tax ID; all where it is empty and they bill under one. */
export async function findClaimsOfProvider(
  scope: Scope,
  claimIds: readonly string[],
  id: string,
): Promise<string[]> {
  const found: { id: string; npi: string; taxId: string }[] = [];
  for (const ids of chunks(claimIds, 500)) {
    const rows = await scope.db
      .select({ id: claims.id, claim: claims.claim })
      .from(claims)
      .where(and(eq(claims.practiceId, scope.practiceId), inArray(claims.id, ids)));
    for (const row of rows) {
      const { npi, taxId } = fromJson<Claim>(row.claim).billingProvider;
      found.push({ id: row.id, npi, taxId });
    }
  }
  const said = id.replace(/[\s-]/g, '');
  const isOne = new Set(found.map(({ npi, taxId }) => `${npi} ${taxId}`)).size === 1;
  const isConcerned = (each: { npi: string; taxId: string }) =>
    said === '' ? isOne : each.npi === said || each.taxId === said;
  return found.filter(isConcerned).map((each) => each.id);
}
