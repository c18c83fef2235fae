/** Checks and transfers that claims were paid by: what a person who holds one looks for. */

import type { ClaimFact } from '@claimside/shared/lifecycle';
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { claimCheckNumbers, remittances } from './schema.ts';
import type { Scope } from './store.ts';

/** Keeps the numbers that facts about a claim tell. Call in the transaction that stores the facts. */
export async function noteCheckNumbers(
  scope: Scope,
  claimId: string,
  facts: readonly ClaimFact[],
): Promise<void> {
  const { db, practiceId } = scope;
  for (const number of numbersIn(facts)) await insertNumber(db).execute({ practiceId, number, claimId });
}

/** Takes away those of facts that were taken back, where no fact that stands tells them too. */
export async function forgetCheckNumbers(
  { db, practiceId }: Scope,
  claimId: string,
  wasSaid: readonly ClaimFact[],
  isSaid: readonly ClaimFact[],
): Promise<void> {
  const kept = numbersIn(isSaid);
  const { number, claimId: claim, practiceId: practice } = claimCheckNumbers;
  for (const gone of numbersIn(wasSaid))
    if (!kept.has(gone))
      await db
        .delete(claimCheckNumbers)
        .where(and(eq(practice, practiceId), eq(number, gone), eq(claim, claimId)));
}

function numbersIn(facts: readonly ClaimFact[]): Set<string> {
  const numbers = new Set(
    facts.flatMap((fact) => (fact.type === 'payment' ? fact.payment.checkNumber.trim() : [])),
  );
  numbers.delete('');
  return numbers;
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

/** As two people, or two systems, would write the same number: in upper case, without hyphens, blanks and the zeros before it. */
export const plainCheckNumber = (number: string): string =>
  number.toUpperCase().replace(/[- ]/g, '').replace(/^0+/, '');

export interface PostedCheck {
  /** Of the remittance. */
  readonly id: string;
  readonly paymentKey: string;
  readonly checkNumber: string;
  readonly payerName: string;
  readonly total: number;
  readonly paymentDate: string;
}

/** Payments of which something was posted, with this number however it is written, whose keys begin like this. */
export async function listPostedChecks(
  scope: Scope,
  checkNumber: string,
  prefix?: string,
): Promise<PostedCheck[]> {
  const { paymentKey, payerName, total, paymentDate } = remittances;
  return scope.db
    .select({
      id: remittances.id,
      paymentKey,
      checkNumber: remittances.checkNumber,
      payerName,
      total,
      paymentDate,
    })
    .from(remittances)
    .where(
      and(
        eq(remittances.practiceId, scope.practiceId),
        eq(remittances.posted, true),
        eq(remittances.checkKey, plainCheckNumber(checkNumber)),
        ...(prefix === undefined ? [] : [gte(paymentKey, prefix), lt(paymentKey, `${prefix}\u007f`)]),
      ),
    );
}
