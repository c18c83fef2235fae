/** How the claims of one account follow one another, by what is known of each. */
import type { UtcInstant } from '../values/index.ts';
import type { ClaimEvent } from './events.ts';
import type { FollowUp } from './follow-up.ts';

/** The events of each claim, the first one first. */
export type Account = readonly (readonly ClaimEvent[])[];

interface Followed {
  readonly how: FollowUp;
  readonly at: UtcInstant;
}

/** How other claims follow these, the first one first, those left out that were taken back. */
export function followUpsOf(events: readonly ClaimEvent[]): Followed[] {
  const cancelled = new Set(
    events.flatMap(({ fact }) => (fact.type === 'follow-up-cancelled' ? fact.claimId : [])),
  );
  return events
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .flatMap(({ at, fact }) =>
      fact.type === 'followed' && !cancelled.has(fact.claimId) ? { how: fact.how, at } : [],
    );
}

export const isFollowed = (events: readonly ClaimEvent[]): boolean => followUpsOf(events).length > 0;

/** One of these claims was followed by one to the next insurance. */
export const isWithNextPayer = (events: readonly ClaimEvent[]): boolean =>
  followUpsOf(events).some(({ how }) => how === 'next-payer');

/** A payer is asked to decide again on one of these claims, or to cancel it. */
export const isCorrected = (events: readonly ClaimEvent[]): boolean =>
  followUpsOf(events).some(({ how }) => how === 'replacement' || how === 'void');

/** What the last of these claims was followed by, again after a rejection or not, asks its payer to decide again or to cancel it. */
export function correctionOf(events: readonly ClaimEvent[]): 'replacement' | 'void' | null {
  const how = followUpsOf(events).findLast((each) => each.how !== 'resend')?.how;
  return how === 'replacement' || how === 'void' ? how : null;
}

/** It asks its payer to cancel it. */
export const isVoid = (events: readonly ClaimEvent[]): boolean => correctionOf(events) === 'void';

/** Of those before the last, which that one only sends again: the payer has several of one and the same. */
export function copiesBefore(earlier: Account): Account {
  const lastOther = earlier.findLastIndex((events) => followUpsOf(events).at(-1)?.how !== 'resend');
  return earlier.slice(lastOther + 1);
}

/** Whose turn it is to pay each of these claims: 1 for those that went to the first insurance. */
export function turnsOfClaims(account: Account): number[] {
  let turn = 1;
  return account.map((events) => {
    const own = turn;
    if (followUpsOf(events).at(-1)?.how === 'next-payer') turn += 1;
    return own;
  });
}

/** Of the claims before the last one those to the same insurance. */
export function toSamePayer(earlier: Account): Account {
  const turns = turnsOfClaims([...earlier, []]);
  return earlier.filter((_, place) => turns[place] === turns.at(-1));
}
