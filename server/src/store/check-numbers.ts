/** Checks and transfers that claims were paid by: what a person who holds one looks for. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { claimCheckNumbers } from './schema.ts';
import type { Scope } from './store.ts';

/** Keeps the numbers that facts about a claim tell. Call in the transaction that stores the facts. */
export async function noteCheckNumbers(
  scope: Scope,
  claimId: string,
  facts: readonly ClaimFact[],
): Promise<void> {
  const numbers = new Set(
    facts.flatMap((fact) => (fact.type === 'payment' ? fact.payment.checkNumber.trim() : [])),
  );
  numbers.delete('');
  if (numbers.size === 0) return;
  await scope.db
    .insert(claimCheckNumbers)
    .values([...numbers].map((number) => ({ practiceId: scope.practiceId, number, claimId })))
    .onConflictDoNothing();
}
