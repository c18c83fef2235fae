/** Notices which answers stay away: once for each answer of each claim, whoever asks and however often. */
import { EXCHANGED_ANSWERS, type ExchangedAnswer } from '@claimside/shared/lifecycle';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { listAppealsDue } from '../store/appeals.ts';
import { listClaimsAwaiting } from '../store/silences.ts';
import type { Scope } from '../store/store.ts';
import { type ExchangeContext, inTransaction, publishClaims } from './context.ts';
import { appendLearnt, type LearntFact } from './facts.ts';
import { LIMITS } from './limits.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** Call after all that has come was fetched and read: an answer that lies there or here unread does not stay away. */
export async function noticeSilence(context: ExchangeContext): Promise<void> {
  const kinds = [...EXCHANGED_ANSWERS.map((awaited) => lateAnswers(context, awaited)), lateAppeals(context)];
  for (const late of kinds) {
    while (!context.stopping.aborted) {
      const noticed = await inTransaction(context, async (scope) =>
        appendLearnt(scope, { kind: 'system' }, context.runtime.now(), await late(scope)),
      );
      publishClaims(context, noticed);
      if (noticed.length < LIMITS.silencesAtOnce) break;
    }
  }
}

type Late = (scope: Scope) => Promise<LearntFact[]>;

function lateAnswers({ runtime, profile, connectionId }: ExchangeContext, awaited: ExchangedAnswer): Late {
  const patience = profile.usualHours[awaited] * HOUR_MILLISECONDS;
  return async (scope) => {
    const before = new Date(Date.parse(runtime.now()) - patience).toISOString() as UtcInstant;
    const claims = await listClaimsAwaiting(scope, connectionId, awaited, before, LIMITS.silencesAtOnce);
    return claims.map((claimId) => ({
      claimId,
      fact: { type: 'silent', awaited },
      // A claim may be sent on once more, and that is noticed by itself.
      dedupeKey: `silent:${awaited}${awaited === 'next-payer-decision' ? `:${before}` : ''}`,
    }));
  };
}

/** By the days that the payer usually takes: no clearinghouse has a part in it. Each appeal is noticed by itself. */
function lateAppeals({ runtime }: ExchangeContext): Late {
  return async (scope) => {
    const today = runtime.now().slice(0, 10) as IsoDate;
    const appeals = await listAppealsDue(scope, today, LIMITS.silencesAtOnce);
    return appeals.map((claimId) => ({
      claimId,
      fact: { type: 'silent', awaited: 'appeal-decision' },
      dedupeKey: `silent:appeal-decision:${today}`,
    }));
  };
}
