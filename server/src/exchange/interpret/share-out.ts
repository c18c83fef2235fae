/** Shares the parts of an answer out among claims; those that fit none for certain wait for a person. */
import {
  type AnswerPart,
  attribute,
  paidBy,
  settleByItself,
  unmatchedReason,
} from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import { newId } from '../../runtime.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { insertUnmatchedAnswers } from '../../store/unmatched-answers.ts';
import type { LearntFact } from '../facts.ts';

export interface SharedOut {
  readonly facts: readonly LearntFact[];
  /** How many wait for a person. */
  readonly unmatched: number;
  /** For the file; null when none waits. */
  readonly reason: string | null;
}

/** Call in the transaction that stores what the file says. */
export async function shareOut(
  scope: Scope,
  file: Pick<StoredInboundFile, 'id'>,
  runtime: Pick<Runtime, 'now' | 'randomBytes'>,
  parts: readonly AnswerPart[],
): Promise<SharedOut> {
  const facts: LearntFact[] = [];
  const waiting: AnswerPart[] = [];
  for (const part of parts) {
    const found = await attribute(scope, part);
    if (found.kind === 'person') waiting.push(part);
    if (found.kind !== 'claim') continue;
    const { claimId, nowCertain } = found;
    if (nowCertain !== undefined) await settleByItself(scope, nowCertain, claimId, runtime.now());
    facts.push({ claimId, fact: part.fact, dedupeKey: part.dedupeKey });
  }
  await insertUnmatchedAnswers(
    scope,
    waiting.map(({ reference, fact, dedupeKey, payment }) => ({
      id: newId(runtime),
      inboundFileId: file.id,
      paymentKey: payment?.key ?? null,
      reference,
      fact,
      dedupeKey,
      amount: paidBy({ payment }),
      createdAt: runtime.now(),
    })),
  );
  return { facts, unmatched: waiting.length, reason: unmatchedReason(waiting.length, parts.length) };
}
