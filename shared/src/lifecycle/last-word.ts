/** Where a claim was both rejected and accepted before any decision: which of the two was said last. */
import type { ClaimEvent, ClaimFactType } from './events.ts';
import { decides } from './payments.ts';
import { standingEvents } from './standing.ts';

const LEVELS = [
  {
    rejected: 'clearinghouse-rejected',
    accepted: 'clearinghouse-accepted',
    received: 'clearinghouse-received',
  },
  { rejected: 'payer-rejected', accepted: 'payer-accepted', received: 'payer-received' },
] as const;

export interface LastWords {
  /** Those that stand, without what their own sender took back by accepting later. */
  readonly events: readonly ClaimEvent[];
  /** It is rejected and accepted, or there again; nobody knows which came last, and nothing was decided since: it may be there. */
  readonly isContested: boolean;
}

/**
 * The same for any order and repetition. The senders' own dates count. Without them, or on one day, a rejection that was learnt later
 * holds, and an acceptance that was learnt later contests it. What the payer has the clearinghouse cannot have kept back.
 */
export function lastWords(learnt: readonly ClaimEvent[]): LastWords {
  const standing = standingEvents(learnt);
  const of = (type: ClaimFactType) => standing.filter(({ fact }) => fact.type === type);
  const gone = new Set<ClaimEvent>();
  let isContested = false;
  for (const level of LEVELS) {
    const [rejections, acceptances] = [of(level.rejected), of(level.accepted)];
    if (rejections.length === 0) continue;
    const isLast = (one: ClaimEvent) => rejections.every((other) => isSaidAfter(one, other));
    const superseded = [...rejections, ...acceptances.filter((one) => !isLast(one))];
    if (acceptances.some(isLast)) for (const one of superseded) gone.add(one);
    else if (!rejections.some((one) => acceptances.every((other) => isAfter(one, other)))) isContested = true;
    // It is gone through once more, and what comes of that is not known.
    else if (of(level.received).some(isLast)) isContested = true;
  }
  const events = gone.size === 0 ? standing : standing.filter((event) => !gone.has(event));
  const isSaid = (type: ClaimFactType) => events.some(({ fact }) => fact.type === type);
  if (isSaid('clearinghouse-rejected') && (isSaid('payer-accepted') || isSaid('payer-received')))
    isContested = true;
  const isDecided = events.some(({ fact }) => fact.type === 'payment' && decides(fact.payment));
  return { events, isContested: isContested && !isDecided };
}

/** By the sender's own dates; where there is none, it was said by the day on which it was learnt. */
function isSaidAfter(one: ClaimEvent, other: ClaimEvent): boolean {
  const day = saidOn(one);
  return day !== undefined && day > (saidOn(other) ?? dayOf(other));
}

/** A rejection that was learnt later came later, unless the dates say otherwise. */
const isAfter = (one: ClaimEvent, other: ClaimEvent): boolean =>
  isSaidAfter(one, other) || (!isSaidAfter(other, one) && one.at > other.at);

/** A date that is still to come when it is read says no more than none. */
function saidOn(event: ClaimEvent): string | undefined {
  const day = 'saidOn' in event.fact ? event.fact.saidOn : undefined;
  return day !== undefined && day <= dayOf(event) ? day : undefined;
}

const dayOf = ({ at }: ClaimEvent): string => at.slice(0, 10);
