/** Shares the parts of an answer out among claims; those that fit none for certain wait for a person. */
import { inTurns } from '../../in-turns.ts';
import {
  type AnswerPart,
  attribute,
  paidBy,
  setInDoubt,
  settleByItself,
  unmatchedReason,
} from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import { newId } from '../../runtime.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import type { Scope } from '../../store/store.ts';
import {
  type FirstState,
  insertUnmatchedAnswers,
  type UnmatchedAnswer,
} from '../../store/unmatched-answers.ts';
import type { LearntFact } from '../facts.ts';
import { withoutTrials } from '../trial/answers.ts';

export interface SharedOut {
  readonly facts: readonly LearntFact[];
  /** How many wait for a person. */
  readonly unmatched: number;
  /** For the file; null when none waits. */
  readonly reason: string | null;
}

/** Others wait no longer than finding the claims of so many takes. */
const PARTS_AT_ONCE = 12;

/** Call in the transaction that stores what the file says. */
export async function shareOut(
  scope: Scope,
  file: Pick<StoredInboundFile, 'id'>,
  runtime: Pick<Runtime, 'now' | 'randomBytes'>,
  parts: readonly AnswerPart[],
): Promise<SharedOut> {
  const facts: LearntFact[] = [];
  const rows: Parameters<typeof insertUnmatchedAnswers>[1][number][] = [];
  let unmatched = 0;
  const keep = (part: AnswerPart, first: FirstState) =>
    rows.push({ ...rowOf(file, runtime, part), ...first });
  for await (const part of inTurns(await withoutTrials(scope, parts, runtime.now()), PARTS_AT_ONCE)) {
    const { fact, dedupeKey } = part;
    const found = await attribute(scope, part);
    switch (found.kind) {
      case 'dismissed':
        break;
      case 'person':
        unmatched += 1;
        keep(part, { state: 'waiting' });
        break;
      case 'held':
        facts.push({ claimId: found.claimId, fact, dedupeKey });
        break;
      case 'doubt':
        facts.push({ claimId: found.claimId, fact, dedupeKey });
        if (found.before === undefined || found.before.inboundFileId === file.id) unmatched += 1;
        if (found.before) await setInDoubt(scope, found.before.id, runtime.now());
        else keep(part, { state: 'in-doubt', claimId: found.claimId, matchedBy: null });
        break;
      case 'claim': {
        const { claimId, by, nowCertain } = found;
        facts.push({ claimId, fact, dedupeKey });
        if (nowCertain !== undefined) await settleByItself(scope, nowCertain.id, claimId, by, runtime.now());
        else if (by !== 'our-number') keep(part, { state: 'matched', claimId, matchedBy: by });
        break;
      }
    }
  }
  await insertUnmatchedAnswers(scope, rows);
  return { facts, unmatched, reason: unmatchedReason(unmatched, parts.length) };
}

const rowOf = (
  file: Pick<StoredInboundFile, 'id'>,
  runtime: Pick<Runtime, 'now' | 'randomBytes'>,
  { reference, fact, dedupeKey, payment }: AnswerPart,
): UnmatchedAnswer => ({
  id: newId(runtime),
  inboundFileId: file.id,
  paymentKey: payment?.key ?? null,
  reference,
  fact,
  dedupeKey,
  amount: paidBy({ payment }),
  createdAt: runtime.now(),
});
