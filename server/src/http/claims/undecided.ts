/** Whether a claim is of an account on which no payer has decided: who treats bills that, corrects it and takes it back. */
import type { ClaimDetail } from '@claimside/shared/api';
import { namesDecisions } from '@claimside/shared/claim';
import { type FollowUp, REJECTED_STATUSES } from '@claimside/shared/lifecycle';

/** Rejected before any payer decided on the account: who billed it may correct it. */
export const isUndecided = (detail: ClaimDetail): boolean =>
  REJECTED_STATUSES.includes(detail.status) && detail.followedBy === null && isWithoutDecision(detail);

/** Such as who treats may send: the first of its account, or what was sent again after it was rejected. */
export const isOfWhoTreats = (detail: ClaimDetail): boolean =>
  detail.submissions[0]?.id === detail.id || isWithoutDecision(detail);

/** What it follows was rejected: after a decision a claim is replaced, cancelled, or billed to another insurance. */
export function isBeforeDecisions({ id, submissions }: ClaimDetail): boolean {
  const place = submissions.findIndex((each) => each.id === id);
  return submissions.slice(0, place + 1).every(({ how }) => isFirstOrResend(how));
}

export const isFirstOrResend = (how: FollowUp | null): boolean => how === null || how === 'resend';

const isWithoutDecision = (detail: ClaimDetail): boolean =>
  isBeforeDecisions(detail) &&
  ![...detail.carried, ...detail.events].some(({ fact }) => fact.type === 'payment') &&
  !namesDecisions(detail.claim);
