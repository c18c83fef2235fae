/** Facts that one step of the exchange has learnt, gathered by claim and appended together. */
import type { ClaimFact, EventSource } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { inTurns } from '../in-turns.ts';
import { appendFacts, type NewFact } from '../store/claim-events.ts';
import type { Scope } from '../store/store.ts';

export interface LearntFact {
  readonly claimId: string;
  readonly fact: ClaimFact;
  /** The same for the same fact however often it is learnt. */
  readonly dedupeKey: string;
}

/** Others wait no longer than applying so many takes; each turn of theirs keeps writers waiting as long. */
const CLAIMS_AT_ONCE = 6;

/** Appends them inside the caller's transaction; gives the claims for which something was new. */
export async function appendLearnt(
  scope: Scope,
  source: EventSource,
  at: UtcInstant,
  learnt: readonly LearntFact[],
): Promise<string[]> {
  const byClaim = new Map<string, NewFact[]>();
  for (const { claimId, fact, dedupeKey } of learnt) {
    const facts = byClaim.get(claimId) ?? [];
    facts.push({ at, source, fact, dedupeKey });
    byClaim.set(claimId, facts);
  }
  const changed: string[] = [];
  for await (const [claimId, facts] of inTurns(byClaim, CLAIMS_AT_ONCE)) {
    const { added } = await appendFacts(scope, claimId, facts);
    if (added > 0) changed.push(claimId);
  }
  return changed;
}
