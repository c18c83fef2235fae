/** A claim with everything known of it. */
import type { ClaimDetail } from '@claimside/shared/api';
import {
  billedOf,
  type ClaimEvent,
  type ClaimState,
  decisionsIn,
  foldClaim,
  isPaidTooMuch,
  isSurelyOverpaid,
  isWrittenDown,
} from '@claimside/shared/lifecycle';
import { cents, type UtcInstant } from '@claimside/shared/values';
import { listAnsweredEvents } from '../../store/answers-of-claim.ts';
import { listEvents } from '../../store/claim-events.ts';
import { findClaim } from '../../store/claims.ts';
import { clearinghouseOfClaim } from '../../store/clearinghouse-of-claim.ts';
import { findFileOfClaim } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { listSubmissions } from '../../store/submissions.ts';
import { underpaidBy } from '../../store/worklists.ts';

/** Undefined when the practice has no such claim. */
export async function claimDetail(
  scope: Scope,
  id: string,
  now: UtcInstant,
): Promise<ClaimDetail | undefined> {
  const found = await findClaim(scope, id);
  if (!found) return undefined;
  const submissions: ClaimDetail['submissions'] = [];
  for (const submission of await listSubmissions(scope, id))
    submissions.push({
      ...submission,
      clearinghouse: await clearinghouseOfClaim(scope, submission.id, now),
    });
  const events = await listEvents(scope, id);
  const earlier: ClaimDetail['writtenBefore'][] = [];
  for (const { id: claimId, patientControlNumber } of before(submissions, id))
    earlier.push(
      (await listEvents(scope, claimId)).map((event) => ({ claimId, patientControlNumber, event })),
    );
  const state = foldClaim(
    billedOf(found.summary.totalCharge, found.claim),
    events,
    ...earlier.map((each) => each.map(({ event }) => event)),
  );
  const payersBefore: ClaimDetail['payersBefore'] = [];
  for (const { place, payments, ...known } of state.payersBefore) {
    const billed = await findClaim(scope, submissions[place]?.id ?? '');
    if (!billed) continue;
    const { patientControlNumber, payerName } = billed.summary;
    const { claim } = billed;
    payersBefore.push({ patientControlNumber, payerName, claim, payments: [...payments], ...known });
  }
  const file = await findFileOfClaim(scope, id);
  return {
    ...found.summary,
    claim: found.claim,
    events,
    // Taken back before it was sent, it goes on with nothing.
    writtenBefore: found.summary.status === 'closed' ? [] : goingAlong(earlier.flat()),
    carried: [...state.carried],
    payerClaimControlNumber: state.payerClaimControlNumber,
    isClosed: state.isClosed,
    payersBefore,
    leftAtNext: state.leftAtNext,
    isNextToBill: state.isNextToBill,
    isNoFurther: state.isNoFurther,
    correction: state.correction,
    isNextCancelled: state.isNextCancelled,
    overpayment: overpaymentOf(found.summary, state, [
      ...earlier.flat().map(({ event }) => event),
      ...events,
    ]),
    underpaidBy: await underpaidBy(scope, id),
    acceptedUnderpayment: state.acceptedUnderpayment,
    silence: state.silence,
    answers: await listAnsweredEvents(scope, id),
    clearinghouseClaimId: state.clearinghouseClaimId,
    submissions,
    clearinghouse:
      submissions.find((submission) => submission.id === id)?.clearinghouse ??
      (await clearinghouseOfClaim(scope, id, now)),
    outboundFile: file ? { name: file.name, state: file.state } : null,
  };
}

/** Money, and what was let stand; also where that was taken back. */
function goingAlong(all: ClaimDetail['writtenBefore']): ClaimDetail['writtenBefore'] {
  const isAccepted = ({ fact }: ClaimEvent) => fact.type === 'underpayment-accepted';
  const accepted = all.flatMap(({ event }) => (isAccepted(event) ? event.id : []));
  return all.filter(
    ({ event }) =>
      isWrittenDown(event.fact) ||
      isAccepted(event) ||
      (event.fact.type === 'act-taken-back' && accepted.includes(event.fact.eventId)),
  );
}

const before = <Each extends { readonly id: string }>(all: readonly Each[], id: string): readonly Each[] =>
  all.slice(
    0,
    all.findIndex((each) => each.id === id),
  );

/** `events` are those of the account. */
function overpaymentOf(
  { totalCharge }: Pick<ClaimDetail, 'totalCharge'>,
  state: ClaimState,
  events: readonly ClaimEvent[],
): ClaimDetail['overpayment'] {
  if (!isPaidTooMuch(state)) return null;
  return {
    amount: cents(-state.money.open),
    isSure: isSurelyOverpaid(events),
    payments: decisionsIn(events, totalCharge)
      .filter(({ paid }) => paid > 0)
      .map(({ paymentKey, contentHash, checkNumber, paymentDate, payerName, paid }) => ({
        paymentKey,
        contentHash,
        checkNumber,
        paymentDate,
        payerName,
        paid,
      })),
  };
}
