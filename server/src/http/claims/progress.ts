/** How far a claim is, for who treats: out of all that is known of it, what is of no posted money. */
import { nothingLeft, whyOf } from '@claimside/shared/advice';
import type { ClaimDetail, ClaimProgress, ListedClaim, ListedProgress } from '@claimside/shared/api';
import { namesDecisions, withoutDecisions } from '@claimside/shared/claim';
import {
  type ClaimEvent,
  describeProgress,
  isAtVisit,
  isPosted,
  REJECTED_STATUSES,
  standingActs,
  stepsOf,
  stillSaidAtVisit,
} from '@claimside/shared/lifecycle';

/** Of the whole claim. */
export function progressOf(detail: ClaimDetail): ClaimProgress {
  const { totalCharge: _charge, money: _money, events, ...known } = detail;
  const account = [...known.carried, ...known.writtenBefore.map(({ event }) => event), ...events];
  const captured = events.find(({ fact }) => fact.type === 'captured')?.fact;
  return {
    id: known.id,
    patientControlNumber: known.patientControlNumber,
    patientName: known.patientName,
    serviceDate: known.serviceDate,
    payerName: known.payerName,
    status: known.status,
    statusSince: known.statusSince,
    createdAt: known.createdAt,
    visitKey: known.visitKey,
    assignedTo: known.assignedTo,
    appeal: known.appeal,
    followedBy: known.followedBy,
    silence: known.silence,
    isClosed: known.isClosed,
    payerClaimControlNumber: known.payerClaimControlNumber,
    clearinghouseClaimId: known.clearinghouseClaimId,
    clearinghouse: known.clearinghouse,
    submissions: known.submissions,
    outboundFile: known.outboundFile,
    claim: billedAs(detail, account),
    ehr: captured?.type === 'captured' ? captured.ehr : 'manual',
    steps: stepsOf(events, (event) =>
      describeProgress(event, known.clearinghouse || 'the clearinghouse'),
    ).map(({ events: _events, files, ...step }) => ({ ...step, files: [...files] })),
    why: whyWithoutMoney(detail),
    canTakeBack: nothingLeft(detail),
    canCorrect: isUndecided(detail),
    takenAtVisit: isBeforeDecisions(detail) ? takenAtVisit(account) : [],
    hasSuperbill: isBeforeDecisions(detail) && !account.some(({ fact }) => isPosted(fact)),
  };
}

/** Of a claim on a list. */
export function listedProgressOf({
  totalCharge: _charge,
  money: _money,
  place,
  ...known
}: ListedClaim): ListedProgress {
  if (!place) return { ...known, place };
  const { amount: _amount, ...where } = place;
  return { ...known, place: where };
}

/** Rejected before any payer decided on the account: who billed it may correct it. */
export function isUndecided(detail: ClaimDetail): boolean {
  const { status, followedBy, carried, events, claim } = detail;
  return (
    REJECTED_STATUSES.includes(status) &&
    followedBy === null &&
    isBeforeDecisions(detail) &&
    ![...carried, ...events].some(({ fact }) => fact.type === 'payment') &&
    !namesDecisions(claim)
  );
}

/** What it follows was rejected: after a decision a claim is replaced, cancelled, or billed to another insurance. */
function isBeforeDecisions({ id, submissions }: ClaimDetail): boolean {
  const place = submissions.findIndex((each) => each.id === id);
  return submissions.slice(0, place + 1).every(({ how }) => how === null || how === 'resend');
}

/** The practice may have taken back since what was paid at the visit. */
function billedAs({ claim }: ClaimDetail, account: readonly ClaimEvent[]): ClaimProgress['claim'] {
  const { patientPaidAmount, ...billed } = withoutDecisions(claim);
  const still = stillSaidAtVisit(patientPaidAmount, [...standingActs(account).values()]);
  return { ...billed, ...(still !== undefined && { patientPaidAmount: still }) };
}

/** Shares of the patient, and what is settled, are of money alone. */
const OF_MONEY: readonly (string | undefined)[] = ['patient-share', 'earlier-payers', 'contract'];

function whyWithoutMoney(detail: ClaimDetail): ClaimProgress['why'] {
  // What is too much of, and for whom, is the money's.
  const why = detail.overpayment || detail.isNoFurther ? undefined : whyOf(detail);
  if (!why) return null;
  return {
    said: why.said,
    reasons: why.advice
      .filter(({ id }) => !OF_MONEY.includes(id))
      .map(({ what, advice, fields, lines }) => ({ what, advice, fields: [...fields], lines: [...lines] })),
    codes: [...why.codes],
  };
}

/** Before any payer decided, a receipt says nothing of what was decided. */
function takenAtVisit(account: readonly ClaimEvent[]): ClaimProgress['takenAtVisit'] {
  const decidedAt = account.find(({ fact }) => fact.type === 'payment')?.at;
  const acts = standingActs(account);
  return account.flatMap(({ id, at, fact }) => {
    const act = acts.get(id);
    const isBefore = decidedAt === undefined || at < decidedAt;
    return act && isAtVisit(fact) && isBefore ? [{ eventId: id, amount: act.left, paidOn: fact.paidOn }] : [];
  });
}
