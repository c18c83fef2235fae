/** Notices which answers stay away: once for each answer of each claim, whoever asks and however often. */
import { AWAITED_ANSWERS, type AwaitedAnswer } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { listClaimsAwaiting } from '../store/silences.ts';
import { type ExchangeContext, inTransaction, publishClaims } from './context.ts';
import { appendLearnt } from './facts.ts';
import { LIMITS } from './limits.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** Call after all that has come was fetched and read: an answer that lies there or here unread does not stay away. */
export async function noticeSilence(context: ExchangeContext): Promise<void> {
  for (const awaited of AWAITED_ANSWERS) {
    while (!context.stopping.aborted) {
      const noticed = await noticeSome(context, awaited);
      publishClaims(context, noticed);
      if (noticed.length < LIMITS.silencesAtOnce) break;
    }
  }
}

async function noticeSome(context: ExchangeContext, awaited: AwaitedAnswer): Promise<string[]> {
  const at = context.runtime.now();
  const patience = context.profile.usualHours[awaited] * HOUR_MILLISECONDS;
  const before = new Date(Date.parse(at) - patience).toISOString() as UtcInstant;
  return inTransaction(context, async (scope) => {
    const claims = await listClaimsAwaiting(scope, awaited, before, LIMITS.silencesAtOnce);
    const facts = claims.map((claimId) => ({
      claimId,
      fact: { type: 'silent' as const, awaited },
      dedupeKey: `silent:${awaited}`,
    }));
    return appendLearnt(scope, { kind: 'system' }, at, facts);
  });
}
