/** Finds the claim that an answer speaks of. */
import type { Claim } from '@claimside/shared/claim';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { and, eq, inArray } from 'drizzle-orm';
import { fromJson } from './json.ts';
import { chunks } from './outbound-files.ts';
import { claimPayerNumbers, claims } from './schema.ts';
import type { Scope } from './store.ts';

/** Claims by CLM01; only exact matches of the numbers given. */
export async function findClaimsByControlNumber(
  scope: Scope,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.db
    .select({ id: claims.id, number: claims.patientControlNumber })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), inArray(claims.patientControlNumber, [...numbers])));
  return new Map(rows.map((row) => [row.number, row.id]));
}

/** Claims that a payer has answered under this number of its own (REF*1K, CLP07). */
export async function findClaimsByPayerNumber(scope: Scope, payerNumber: string): Promise<string[]> {
  const rows = await scope.db
    .select({ claimId: claimPayerNumbers.claimId })
    .from(claimPayerNumbers)
    .where(
      and(eq(claimPayerNumbers.practiceId, scope.practiceId), eq(claimPayerNumbers.number, payerNumber)),
    );
  return rows.map((row) => row.claimId);
}

/** Keeps the payer's numbers that facts about a claim tell. Call in the transaction that stores the facts. */
export async function notePayerNumbers(
  scope: Scope,
  claimId: string,
  facts: readonly ClaimFact[],
): Promise<void> {
  const numbers = new Set(
    facts.map((fact) => payerNumberOf(fact)?.trim() ?? '').filter((each) => each !== ''),
  );
  if (numbers.size === 0) return;
  await scope.db
    .insert(claimPayerNumbers)
    .values([...numbers].map((number) => ({ practiceId: scope.practiceId, number, claimId })))
    .onConflictDoNothing();
}

function payerNumberOf(fact: ClaimFact): string | undefined {
  if (fact.type === 'payer-accepted') return fact.payerClaimControlNumber;
  return fact.type === 'payment' ? fact.payment.payerClaimControlNumber : undefined;
}

/** Those of the claims that bill under this NPI. */
export async function findClaimsOfProvider(
  scope: Scope,
  claimIds: readonly string[],
  npi: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const ids of chunks(claimIds, 500)) {
    const rows = await scope.db
      .select({ id: claims.id, claim: claims.claim })
      .from(claims)
      .where(and(eq(claims.practiceId, scope.practiceId), inArray(claims.id, ids)));
    found.push(
      ...rows.filter((row) => fromJson<Claim>(row.claim).billingProvider.npi === npi).map((row) => row.id),
    );
  }
  return found;
}
