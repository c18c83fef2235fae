/** What happens when it is decided whose a part of an answer is: by a person, or because what came later makes it certain. */
import { claimNumbersMeantBy } from '@claimside/shared/matching';
import type { UtcInstant } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import type { News } from '../news.ts';
import type { Runtime } from '../runtime.ts';
import { appendFacts } from '../store/claim-events.ts';
import { decideNumber, findClaimByControlNumber } from '../store/claim-matching.ts';
import { findClaim } from '../store/claims.ts';
import type { Scope, Store } from '../store/store.ts';
import {
  type AnswerDecision,
  findUnmatchedAnswer,
  markInDoubt,
  type StoredUnmatchedAnswer,
  setAnswerDecision,
} from '../store/unmatched-answers.ts';
import { type MatchStep, numbersToRemember } from './match.ts';
import { reflectDecision } from './reflect.ts';
import { type CanNotTakeBack, takeFromClaim } from './take-back.ts';
import { whyToldAlready } from './told-already.ts';

export interface Deciding {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly news: News;
  readonly practiceId: string;
  readonly deviceId: string;
}

/** `why` is a sentence for a person. */
export interface ToldAlready {
  readonly code: 'told-already';
  readonly why: string;
}

export type DecisionRefusal = 'not-found' | 'answer-decided-already' | CanNotTakeBack | ToldAlready;

/** The claim learns what the answer says, from the file and by this person; the number is remembered for answers to come. */
export async function matchAnswer(
  context: Deciding,
  answerId: string,
  claimId: string,
): Promise<'matched' | DecisionRefusal> {
  const { runtime, deviceId } = context;
  const outcome = await decide(context, answerId, { state: 'matched', claimId }, async (scope, answer) => {
    if (!(await findClaim(scope, claimId))) return 'not-found';
    const why = answer.claimId === claimId ? undefined : await whyToldAlready(scope, answer, claimId);
    if (why !== undefined) return { code: 'told-already', why };
    const refusal = await takeFromOther(context, scope, answer, claimId);
    if (refusal) return refusal;
    const { inboundFileId: fileId, fileName, fact, dedupeKey } = answer;
    const source = { kind: 'inbound-file', fileId, fileName, matchedBy: deviceId } as const;
    await appendFacts(scope, claimId, [{ at: runtime.now(), source, fact, dedupeKey }]);
    await remember(scope, answer, claimId);
    await recordAudit(runtime, scope, deviceId, 'answer-matched', answerId);
    return undefined;
  });
  if (outcome === undefined) context.news.publish(context.practiceId, { type: 'claim-changed', claimId });
  return outcome ?? 'matched';
}

/** It is about no claim of this practice, or of none that needs it. */
export async function dismissAnswer(
  context: Deciding,
  answerId: string,
  reason: string,
): Promise<'dismissed' | DecisionRefusal> {
  const outcome = await decide(context, answerId, { state: 'dismissed', reason }, async (scope, answer) => {
    const refusal = await takeFromOther(context, scope, answer, undefined);
    if (refusal) return refusal;
    await recordAudit(context.runtime, scope, context.deviceId, 'answer-dismissed', answerId);
    return undefined;
  });
  return outcome ?? 'dismissed';
}

/** Within the transaction of what made it certain. */
export async function settleByItself(
  scope: Scope,
  answerId: string,
  claimId: string,
  step: MatchStep,
  at: UtcInstant,
): Promise<void> {
  const answer = await findUnmatchedAnswer(scope, answerId);
  if (answer && (await setAnswerDecision(scope, answerId, { state: 'matched', claimId }, { step }, at)))
    await reflectDecision(scope, answer, at);
}

/** It stays with its claim until a person has looked at it. */
export async function setInDoubt(scope: Scope, answerId: string, at: UtcInstant): Promise<void> {
  await markInDoubt(scope, answerId);
  const answer = await findUnmatchedAnswer(scope, answerId);
  if (answer) await reflectDecision(scope, answer, at);
}

/** One in doubt is still another claim's. */
async function takeFromOther(
  context: Deciding,
  scope: Scope,
  answer: StoredUnmatchedAnswer,
  claimId: string | undefined,
): Promise<CanNotTakeBack | undefined> {
  if (answer.claimId === null || answer.claimId === claimId) return undefined;
  const taken = await takeFromClaim(context, scope, answer, answer.claimId);
  return 'code' in taken ? taken : undefined;
}

/** Of two people who decide at once the second is refused, and changes nothing. */
async function decide(
  { store, runtime, news, practiceId, deviceId }: Deciding,
  answerId: string,
  decision: AnswerDecision,
  work: (scope: Scope, answer: StoredUnmatchedAnswer) => Promise<DecisionRefusal | undefined>,
): Promise<DecisionRefusal | undefined> {
  const refused = await store.transaction(async (db) => {
    const scope = { db, practiceId };
    const answer = await findUnmatchedAnswer(scope, answerId);
    if (!answer) return 'not-found';
    if (answer.state !== 'waiting' && answer.state !== 'in-doubt') return 'answer-decided-already';
    const refusal = await work(scope, answer);
    if (refusal !== undefined) return refusal;
    const at = runtime.now();
    await setAnswerDecision(scope, answerId, decision, { deviceId }, at);
    await reflectDecision(scope, answer, at);
    return undefined;
  });
  if (refused === undefined) {
    // What waits, its file and its remittance are other ones now.
    news.publish(practiceId, { type: 'exchange-changed' });
    news.publish(practiceId, { type: 'remittance-added' });
  }
  return refused;
}

/** A number of ours is never taken for another claim's, whatever a person said once. */
async function remember(scope: Scope, answer: StoredUnmatchedAnswer, claimId: string): Promise<void> {
  for (const number of numbersToRemember(answer.reference).slice(0, 1)) {
    if (!(await findClaimByControlNumber(scope, claimNumbersMeantBy(number))))
      await decideNumber(scope, number, claimId);
  }
}
