/** Money of payments that belongs to no claim yet: what their unmatched parts add up to. */
import { type Cents, cents } from '@claimside/shared/values';
import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { total } from './dialect.ts';
import { unmatchedAnswers } from './schema.ts';
import type { Scope } from './store.ts';
import type { StoredUnmatchedAnswer } from './unmatched-answers.ts';

/** Of all parts of the payment that were given to no claim: those that wait, and those that a person put aside. */
export async function unmatchedMoney(scope: Scope, paymentKey: string): Promise<Cents> {
  const [row] = await scope.db
    .select({ amount: total(unmatchedAnswers.amount) })
    .from(unmatchedAnswers)
    .where(and(ofPayment(scope, paymentKey), inArray(unmatchedAnswers.state, ['waiting', 'dismissed'])));
  return cents(row?.amount ?? 0);
}

/** Parts of this payment that fitted no claim when they came, by their dedupe keys. */
export async function unmatchedPartsOf(
  scope: Scope,
  paymentKey: string,
): Promise<ReadonlyMap<string, Pick<StoredUnmatchedAnswer, 'id' | 'state'>>> {
  const rows = await scope.db
    .select({ id: unmatchedAnswers.id, dedupeKey: unmatchedAnswers.dedupeKey, state: unmatchedAnswers.state })
    .from(unmatchedAnswers)
    .where(ofPayment(scope, paymentKey));
  return new Map(
    rows.map(({ id, dedupeKey, state }) => [
      dedupeKey,
      { id, state: state as StoredUnmatchedAnswer['state'] },
    ]),
  );
}

/** Dedupe keys of parts that fitted no claim when they came, of all payments whose keys begin like this. */
export async function unmatchedKeysUnder(scope: Scope, prefix: string): Promise<string[]> {
  const { dedupeKey, paymentKey, practiceId } = unmatchedAnswers;
  const rows = await scope.db
    .select({ dedupeKey })
    .from(unmatchedAnswers)
    .where(and(eq(practiceId, scope.practiceId), gte(paymentKey, prefix), lt(paymentKey, `${prefix}\u007f`)));
  return rows.map((row) => row.dedupeKey);
}

const ofPayment = (scope: Scope, paymentKey: string) =>
  and(eq(unmatchedAnswers.practiceId, scope.practiceId), eq(unmatchedAnswers.paymentKey, paymentKey));
