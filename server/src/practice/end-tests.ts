/** When the practice's account turns live: what was billed as a test stands for nothing any more. */
import type { EventSource } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { appendFacts } from '../store/claim-events.ts';
import { withdrawFromOutbox } from '../store/outbox.ts';
import type { Scope } from '../store/store.ts';
import { endTestClaims, listTestClaims } from '../store/tests-of-practice.ts';

const REASON = 'It was billed as a test, and the account is live now. Bill the visit for real.';

/**
 * Their visits can be billed, they are on no list, and no statement, earlier coverage or first of the set-up counts them; they can be
 * found, with all that came of them. What still waits to leave as a test is taken back. Call in a transaction.
 */
export async function endTests(scope: Scope, byDevice: string | null, at: UtcInstant): Promise<void> {
  const tests = await listTestClaims(scope);
  const source: EventSource = byDevice === null ? { kind: 'system' } : { kind: 'person', deviceId: byDevice };
  for (const { id, isLast, waits } of tests) {
    const isBack = waits && (await withdrawFromOutbox(scope, id));
    if (isBack)
      await appendFacts(scope, id, [{ at, source, fact: { type: 'cancelled' }, dedupeKey: 'cancelled' }]);
    else if (isLast)
      await appendFacts(scope, id, [
        { at, source, fact: { type: 'closed', reason: REASON }, dedupeKey: 'closed:test' },
      ]);
  }
  await endTestClaims(
    scope,
    tests.map(({ id }) => id),
  );
}
