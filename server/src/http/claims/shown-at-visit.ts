/** What who treats sees of the money that the patient paid at the visit: as it was billed, before any payer decided. */
import type { ClaimDetail, ClaimProgress } from '@claimside/shared/api';
import { type ClaimEvent, isTakenAtVisit, standingActs, stillSaidAtVisit } from '@claimside/shared/lifecycle';
import type { Cents } from '@claimside/shared/values';
import { isBeforeDecisions, isFirstOrResend } from './undecided.ts';

export interface ShownAtVisit {
  /** What the claim says; undefined for nothing. */
  readonly said: Cents | undefined;
  readonly takenAtVisit: ClaimProgress['takenAtVisit'];
  /** What was written down since speaks of a decision, or may; undefined where there is none. */
  readonly until: string | undefined;
}

/** `account`: all that is known of its claims. */
export function shownAtVisit(detail: ClaimDetail, account: readonly ClaimEvent[]): ShownAtVisit {
  const until = endOf(detail, account);
  const before = standingActs(account.filter(({ at }) => until === undefined || at < until));
  const now = standingActs(account);
  // What a claim says that is billed after a decision, the decision may have asked for.
  const isBilledBefore =
    isBeforeDecisions(detail) && !detail.carried.some(({ fact }) => fact.type === 'payment');
  return {
    said: stillSaidAtVisit(isBilledBefore ? detail.claim.patientPaidAmount : undefined, [...before.values()]),
    takenAtVisit: !isBeforeDecisions(detail)
      ? []
      : account.flatMap((event) => {
          const { id, fact } = event;
          const left = now.get(id)?.left;
          // A receipt says what stands: where a part went back since, that is for who bills.
          const isAsThen = left !== undefined && left === before.get(id)?.left;
          return isAsThen && fact.type === 'patient-paid' && isTakenAtVisit(event, until)
            ? [{ eventId: id, amount: left, paidOn: fact.paidOn }]
            : [];
        }),
    until,
  };
}

/** A claim that follows this one may be decided; one that is no copy sent again was sent because of a decision. */
function endOf({ followedBy, submissions }: ClaimDetail, account: readonly ClaimEvent[]): string | undefined {
  const ends = [
    ...account.flatMap(({ at, fact }) => (fact.type === 'payment' ? at : [])),
    ...submissions.flatMap(({ id, how, createdAt }) =>
      id === followedBy || !isFirstOrResend(how) ? createdAt : [],
    ),
  ];
  return ends.toSorted()[0];
}
