/** A replacement or void that leads nowhere and is given up by a person: what the payer had decided before stands again. */
import type { Cents, UtcInstant } from '../values/index.ts';
import { type Account, correctionOf, toSamePayer } from './account.ts';
import { areRefusal, decisionsIn, isOfDuplicate } from './denial.ts';
import type { ClaimEvent, ClaimFactType } from './events.ts';
import { decides } from './payments.ts';
import { paymentId } from './refunds.ts';
import { standingEvents } from './standing.ts';

/** `asked`: of a payer whose earlier decision stands as long as it does not answer. */
export const CORRECTION_STATES = ['asked', 'given-up'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/**
 * Null where the last claim corrects nothing that was decided, or its payer has decided on it: another refusal is a decision, too.
 * `isUnderFirst`: under the number of the claim before (`isDecidedUnderFirst`).
 */
export function correctionIn(
  charge: Cents,
  earlier: Account,
  own: readonly ClaimEvent[],
  isUnderFirst: boolean,
): CorrectionState | null {
  const before = toSamePayer(earlier).flat();
  const stands = decisionsIn(before, charge);
  if (correctionOf(before) === null || stands.length === 0) return null;
  if (isGivenUp(own)) return 'given-up';
  const answers = decisionsIn(own, charge);
  if (answers.length === 0) return 'asked';
  if (isUnderFirst) return null;
  const isRefused = areRefusal(answers) && (answers.every(isOfDuplicate) || !areRefusal(stands));
  return isRefused ? 'asked' : null;
}

/** What was said of money on the claims that it was to change: it counts as if it had been said of this one. */
export const standsAsDecided = (earlier: Account): readonly ClaimEvent[] =>
  toSamePayer(earlier)
    .flat()
    .filter(({ fact }) => fact.type === 'payment' || fact.type === 'answer-taken-back');

/** With these they have it after all. */
const TAKEN: readonly ClaimFactType[] = [
  'clearinghouse-accepted',
  'payer-received',
  'payer-accepted',
  'unclear',
];

/** Until more than a refusal or silence is learnt of it; the same for any order and repetition. */
function isGivenUp(own: readonly ClaimEvent[]): boolean {
  const events = standingEvents(own);
  const said = events.flatMap(({ at, fact }) => (fact.type === 'correction-given-up' ? at : []));
  const last = said.sort().at(-1);
  return last !== undefined && answeredFirst(events).every((at) => at <= last);
}

/** When each answer was learnt for the first time. */
function answeredFirst(events: readonly ClaimEvent[]): UtcInstant[] {
  const first = new Map<string, UtcInstant>();
  for (const { at, fact } of events) {
    const answer =
      fact.type === 'payment'
        ? decides(fact.payment) && paymentId(fact.payment)
        : TAKEN.includes(fact.type) && fact.type;
    if (!answer) continue;
    const before = first.get(answer);
    if (before === undefined || at < before) first.set(answer, at);
  }
  return [...first.values()];
}
