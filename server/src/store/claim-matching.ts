/** Finds the claim that an answer speaks of. */
import type { Claim } from '@claimside/shared/claim';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { and, eq, inArray } from 'drizzle-orm';
import { containsText } from './dialect.ts';
import { fromJson } from './json.ts';
import { chunks } from './outbound-files.ts';
import { claimEvents, claims } from './schema.ts';
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
    .select({ claimId: claimEvents.claimId, fact: claimEvents.fact })
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.practiceId, scope.practiceId),
        containsText(claimEvents.fact, JSON.stringify(payerNumber)),
      ),
    );
  const found = rows.filter(({ fact }) => payerNumberOf(fromJson<ClaimFact>(fact)) === payerNumber);
  return [...new Set(found.map((row) => row.claimId))];
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
