/** Where a claim was rejected, accepted, held or not understood before any decision: which of these was said last. */
import type { IsoDate } from '../values/index.ts';
import type { ClaimEvent, ClaimFactType, Speaker } from './events.ts';
import { decides } from './payments.ts';
import { PASSED } from './silence.ts';
import { standingEvents } from './standing.ts';

const LEVELS = [
  {
    by: 'clearinghouse',
    rejected: 'clearinghouse-rejected',
    accepted: 'clearinghouse-accepted',
    received: 'clearinghouse-received',
  },
  { by: 'payer', rejected: 'payer-rejected', accepted: 'payer-accepted', received: 'payer-received' },
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
  const gone = new Set<ClaimEvent>(notUnderstood(standing));
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

/** What could not be understood, and of which its sender has said something else on a later day. */
function notUnderstood(standing: readonly ClaimEvent[]): ClaimEvent[] {
  return standing.filter((unclear) => {
    const by = unclear.fact.type === 'unclear' ? unclear.fact.by : undefined;
    return by !== undefined && standing.some((one) => speakerOf(one) === by && isSaidAfter(one, unclear));
  });
}

function speakerOf({ fact }: ClaimEvent): Speaker | undefined {
  if (fact.type === 'clearinghouse-pended') return 'clearinghouse';
  return LEVELS.find(({ rejected, accepted, received }) =>
    [rejected, accepted, received].some((type) => type === fact.type),
  )?.by;
}

/**
 * True when the clearinghouse said last that it holds the claim, after it had taken it. Of one day, it held the claim before it took it:
 * in whatever order the two are read.
 */
export function isHeldSinceAcceptance(events: readonly ClaimEvent[]): boolean {
  const taken = events.filter(({ fact }) => PASSED.includes(fact.type));
  const isOfOneDay = (one: ClaimEvent, other: ClaimEvent) =>
    saidOn(one) !== undefined && saidOn(one) === saidOn(other);
  return events.some(
    (held) =>
      held.fact.type === 'clearinghouse-pended' &&
      taken.every((other) => !isOfOneDay(held, other) && isAfter(held, other)),
  );
}

/** By the sender's own dates; where there is none, it was said by the day on which it was learnt. */
function isSaidAfter(one: ClaimEvent, other: ClaimEvent): boolean {
  const day = saidOn(one);
  return day !== undefined && day > (saidOn(other) ?? dayOf(other));
}

/** A rejection that was learnt later came later, unless the dates say otherwise. */
const isAfter = (one: ClaimEvent, other: ClaimEvent): boolean =>
  isSaidAfter(one, other) || (!isSaidAfter(other, one) && one.at > other.at);

/** The day that its sender put to it; a date that is still to come when it is read says no more than none. */
export function saidOn(event: ClaimEvent): IsoDate | undefined {
  const day = 'saidOn' in event.fact ? event.fact.saidOn : undefined;
  return day !== undefined && day <= dayOf(event) ? day : undefined;
}

const dayOf = ({ at }: ClaimEvent): string => at.slice(0, 10);
