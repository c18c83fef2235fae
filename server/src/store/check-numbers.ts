/** Checks and transfers that claims were paid by: what a person who holds one looks for. */

import type { ClaimFact } from '@claimside/shared/lifecycle';
import { sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
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
  const { db, practiceId } = scope;
  for (const number of numbers) await insertNumber(db).execute({ practiceId, number, claimId });
}

const insertNumber = oncePerConnection((db) =>
  db
    .insert(claimCheckNumbers)
    .values({
      practiceId: sql.placeholder('practiceId'),
      number: sql.placeholder('number'),
      claimId: sql.placeholder('claimId'),
    })
    .onConflictDoNothing()
    .prepare(),
);
