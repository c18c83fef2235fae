/** How far a claim is, for who treats: out of all that is known of it, what is of no posted money. */
import { nothingLeft, whyOf } from '@claimside/shared/advice';
import type { ClaimDetail, ClaimProgress, ListedClaim, ListedProgress } from '@claimside/shared/api';
import { withoutDecisions } from '@claimside/shared/claim';
import { describeProgress, isPosted, stepsOf } from '@claimside/shared/lifecycle';
import { shownAtVisit } from './shown-at-visit.ts';
import { isBeforeDecisions, isOfWhoTreats, isUndecided } from './undecided.ts';

/** Of the whole claim. */
export function progressOf(detail: ClaimDetail): ClaimProgress {
  const { totalCharge: _charge, money: _money, events, ...known } = detail;
  const account = [...known.carried, ...known.writtenBefore.map(({ event }) => event), ...events];
  const { patientPaidAmount: _said, ...billed } = withoutDecisions(detail.claim);
  const { said, takenAtVisit, until } = shownAtVisit(detail, account);
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
    claim: { ...billed, ...(said !== undefined && { patientPaidAmount: said }) },
    ehr: captured?.type === 'captured' ? captured.ehr : 'manual',
    steps: stepsOf(events, (event) =>
      describeProgress(event, known.clearinghouse || 'the clearinghouse', until),
    ).map(({ events: _events, files, ...step }) => ({ ...step, files: [...files] })),
    why: whyWithoutMoney(detail),
    canTakeBack: nothingLeft(detail) && isOfWhoTreats(detail),
    canCorrect: isUndecided(detail),
    takenAtVisit,
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
