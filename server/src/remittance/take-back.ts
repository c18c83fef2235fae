/** Takes back what was decided of an answer: its claim is as if it had never come, and it waits for a person again. */
import { describeEvent } from '@claimside/shared/lifecycle';
import { recordAudit } from '../access/index.ts';
import { attempt } from '../store/attempt.ts';
import { appendFacts, findEvent, takenBackKey } from '../store/claim-events.ts';
import { forgetDecidedNumber } from '../store/claim-matching.ts';
import type { Scope } from '../store/store.ts';
import {
  findUnmatchedAnswer,
  type StoredUnmatchedAnswer,
  setWaitingAgain,
} from '../store/unmatched-answers.ts';
import { broughtBy } from './brought-by.ts';
import type { Deciding } from './decide.ts';
import { numbersToRemember } from './match.ts';
import { reflectDecision } from './reflect.ts';
import { whyNotTakenBack } from './rests-on.ts';

/** `why` is a sentence for a person: what was done because of it, and what to do first. */
export interface CanNotTakeBack {
  readonly code: 'can-not-take-back';
  readonly why: string;
}

/** This answer, and those that came to its claim because of it. */
export interface Reopened {
  readonly answerIds: readonly string[];
}

/** A match or a setting aside, by whomever. The second to take it back is refused, and changes nothing. */
export async function reopenAnswer(context: Deciding, answerId: string): Promise<Outcome> {
  return reopening(context, (scope) => findUnmatchedAnswer(scope, answerId));
}

type Outcome = Reopened | 'not-found' | 'answer-waits-already' | CanNotTakeBack;

/** The same of the answer that is found, or made, in the transaction; refused, nothing was made. `reason` is the person's. */
export async function reopening(
  context: Deciding,
  find: (scope: Scope) => Promise<StoredUnmatchedAnswer | CanNotTakeBack | undefined>,
  reason?: string,
): Promise<Outcome> {
  const { store, news, practiceId } = context;
  const claims = new Set<string>();
  const work = async (scope: Scope): Promise<Outcome> => {
    const answer = await find(scope);
    if (!answer) return 'not-found';
    if ('code' in answer) return answer;
    if (answer.state === 'waiting' || answer.state === 'in-doubt') return 'answer-waits-already';
    const taken = answer.claimId === null ? [] : await takeFromClaim(context, scope, answer, answer.claimId);
    if ('code' in taken) return taken;
    const all = [answer, ...taken];
    for (const { claimId } of all) if (claimId !== null) claims.add(claimId);
    await letWait(context, scope, answer, reason);
    return { answerIds: all.map(({ id }) => id) };
  };
  const { outcome } = await store.transaction((db) => {
    const scope = { db, practiceId };
    return attempt(scope, async () => {
      const outcome = await work(scope);
      return { keep: typeof outcome === 'object' && 'answerIds' in outcome, outcome };
    });
  });
  if (typeof outcome === 'object' && 'answerIds' in outcome) {
    for (const claimId of claims) news.publish(practiceId, { type: 'claim-changed', claimId });
    news.publish(practiceId, { type: 'exchange-changed' });
    news.publish(practiceId, { type: 'remittance-added' });
  }
  return outcome;
}

/**
 * The claim has it no more, nor is it found by what the answer told; what came to it because of the answer waits again, and is given.
 * What becomes of the answer itself is the caller's.
 */
export async function takeFromClaim(
  context: Deciding,
  scope: Scope,
  answer: StoredUnmatchedAnswer,
  claimId: string,
): Promise<readonly StoredUnmatchedAnswer[] | CanNotTakeBack> {
  const brought = await broughtBy(scope, answer, claimId);
  const going = [answer, ...brought];
  for (const each of going) {
    const why = await whyNot(scope, each, going);
    if (why !== undefined) return { code: 'can-not-take-back', why };
  }
  for (const each of going) await takeBack(context, scope, each);
  for (const each of brought) await letWait(context, scope, each);
  return brought;
}

async function whyNot(
  scope: Scope,
  { claimId, dedupeKey }: StoredUnmatchedAnswer,
  going: readonly StoredUnmatchedAnswer[],
): Promise<string | undefined> {
  const event = claimId === null ? undefined : await findEvent(scope, claimId, dedupeKey);
  return event && claimId !== null ? whyNotTakenBack(scope, claimId, event, going) : undefined;
}

/** The event stays to be seen, with who took it back and when. */
async function takeBack(
  { runtime, deviceId }: Deciding,
  scope: Scope,
  { claimId, dedupeKey, reference }: StoredUnmatchedAnswer,
): Promise<void> {
  if (claimId === null) return;
  for (const number of numbersToRemember(reference)) await forgetDecidedNumber(scope, number, claimId);
  const event = await findEvent(scope, claimId, dedupeKey);
  if (!event) return;
  const { title: what } = describeEvent(event, 'The clearinghouse');
  await appendFacts(scope, claimId, [
    {
      at: runtime.now(),
      source: { kind: 'person', deviceId },
      fact: { type: 'answer-taken-back', eventId: event.id, what },
      dedupeKey: takenBackKey(event.id),
    },
  ]);
}

/** Until a person decides anew, whatever fits it by then. */
async function letWait(
  { runtime, deviceId }: Deciding,
  scope: Scope,
  answer: StoredUnmatchedAnswer,
  reason?: string,
): Promise<void> {
  const at = runtime.now();
  const kept = answer.claimId === null ? answer.reason : null;
  await setWaitingAgain(scope, answer.id, { deviceId, at, from: answer.claimId, reason: reason ?? kept });
  await reflectDecision(scope, answer, at);
  await recordAudit(runtime, scope, deviceId, 'answer-reopened', answer.id);
}
