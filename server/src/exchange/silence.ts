/** Notices which answers stay away: once for each answer of each claim, whoever asks and however often. */
import { paperPayerNames } from '@claimside/shared/edits';
import { EXCHANGED_ANSWERS, type ExchangedAnswer, PAPER_DAYS } from '@claimside/shared/lifecycle';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { listAppealsDue } from '../store/appeals.ts';
import { getPractice } from '../store/practices.ts';
import { listClaimsAwaiting } from '../store/silences.ts';
import type { Scope } from '../store/store.ts';
import { type ExchangeContext, inTransaction, publishClaims } from './context.ts';
import { appendLearnt, type LearntFact } from './facts.ts';
import { LIMITS } from './limits.ts';

const HOUR_MILLISECONDS = 3_600_000;
const PAPER_HOURS = PAPER_DAYS * 24;
/** Which of them a payer gives that was sent paper: later than by file, or never. */
const BY_PAYER: readonly ExchangedAnswer[] = ['payer-acknowledgement', 'remittance'];

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
  const usual = profile.usualHours[awaited];
  const ago = (hours: number) =>
    new Date(Date.parse(runtime.now()) - hours * HOUR_MILLISECONDS).toISOString() as UtcInstant;
  return async (scope) => {
    const before = ago(usual);
    const payers = BY_PAYER.includes(awaited) ? await onPaper(scope) : [];
    const other = { payers, before: ago(Math.max(usual, PAPER_HOURS)) };
    const patience = { before, ...(payers.length > 0 && { other }) };
    const claims = await listClaimsAwaiting(scope, connectionId, awaited, patience, LIMITS.silencesAtOnce);
    return claims.map((claimId) => ({
      claimId,
      fact: { type: 'silent', awaited },
      // A claim may be sent on once more, and that is noticed by itself.
      dedupeKey: `silent:${awaited}${awaited === 'next-payer-decision' ? `:${before}` : ''}`,
    }));
  };
}

/** Payers by their names. */
const onPaper = async (scope: Scope): Promise<string[]> => [
  ...paperPayerNames((await getPractice(scope)).settings?.payers ?? []),
];

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
