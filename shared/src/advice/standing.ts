/** What of a claim decides on its actions, from what is known of it. */
import { type Claim, totalCharge } from '../claim/index.ts';
import { payerTurn, paysLast } from '../codes/index.ts';
import { nextCoverage } from '../coordination/index.ts';
import {
  areRefusal,
  type ClaimEvent,
  type ClaimMoney,
  type ClaimPaymentFact,
  type ClaimStatus,
  type CorrectionState,
  decisionsIn,
  doubtOf,
  isSentOn,
  ofLastPayer,
  patientBalance,
  patientCredit,
  type Silence,
  sentOnIn,
  theyHaveIt,
  turnsOf,
} from '../lifecycle/index.ts';
import { type Cents, cents, sumCents } from '../values/index.ts';
import type { ClaimStanding } from './actions.ts';
import { isAnothers, isDecidedByOther } from './anothers.ts';

interface KnownClaim {
  readonly status: ClaimStatus;
  readonly money: ClaimMoney;
  readonly payerClaimControlNumber: string | null;
  readonly claim: Claim;
  readonly events: readonly ClaimEvent[];
  /** What was decided on copies of it. */
  readonly carried: readonly ClaimEvent[];
  readonly leftAtNext: Cents;
  /** Absent like false. */
  readonly isNextToBill?: boolean;
  readonly isNoFurther: boolean;
  /** Absent like null: it corrects nothing that was decided. */
  readonly correction?: CorrectionState | null;
  readonly isNextCancelled?: boolean;
  readonly isClosed: boolean;
  /** Absent like null: payers paid no more than the charge. */
  readonly overpayment?: { readonly isSure: boolean } | null;
  readonly silence: Pick<Silence, 'awaited'> | null;
  readonly underpaidBy: Cents;
  /** Absent like zero. */
  readonly acceptedUnderpayment?: Cents;
  /** The one that its payer has not answered. */
  readonly appeal: object | null;
  /** Absent like none: nobody was billed before this payer. */
  readonly payersBefore?: readonly {
    readonly refused: Cents;
    readonly payments: readonly ClaimPaymentFact[];
  }[];
  /** Another claim was sent because of it. */
  readonly isFollowed: boolean;
}

export function standingOf(known: KnownClaim): ClaimStanding {
  const { coverage } = known.claim;
  const turn = payerTurn(coverage.rank ?? 'P');
  const charge = totalCharge(known.claim);
  const events = [...known.carried, ...known.events];
  const decisions = decisionsIn(events, charge);
  const turnOf = turnsOf(decisions);
  const last = ofLastPayer(decisions);
  const before = [
    ...(known.payersBefore ?? []).flatMap(({ payments }) => payments),
    ...decisions.filter((payment) => !last.includes(payment)),
  ];
  const isLater = (payment: ClaimPaymentFact) => turnOf(payment) > turn + 1;
  const later = decisions.filter(isLater);
  // Refused there, it is another insurance's.
  const isNextDecided = later.length > 0 && !areRefusal(later);
  const lastDecided = isNextDecided ? Math.max(...later.map(turnOf)) - 1 : turn;
  const next = nextCoverage(known.claim, lastDecided);
  const isNextLate = known.silence?.awaited === 'next-payer-decision';
  return {
    status: known.status,
    doubt: doubtOf(known),
    theyHaveIt: theyHaveIt(known),
    hasPayerNumber: known.payerClaimControlNumber !== null,
    hasNextCoverage: next !== undefined,
    isNextLast: paysLast(next?.claimFilingIndicator),
    // The one that it was sent on to may have decided, too.
    isForwarded: isNextDecided || (decisions.some(isSentOn) && !areRefusal(later)),
    lastDecided,
    isNextDecided,
    nextPayer:
      known.isNoFurther || sentOnIn(events, charge) === null ? null : isNextLate ? 'late' : 'awaited',
    leftAtNext: known.leftAtNext,
    isNextToBill: known.isNextToBill ?? false,
    isNoFurther: known.isNoFurther,
    correction: known.correction ?? null,
    isNextCancelled: known.isNextCancelled ?? false,
    isBeingReplaced: known.isFollowed,
    isAppealed: known.appeal !== null,
    isAnothers: last.some((payment) => isAnothers(payment, isDecidedByOther(before))),
    paidByPayer: cents(
      known.money.paid -
        sumCents((known.payersBefore ?? []).flatMap(({ payments }) => payments.map(({ paid }) => paid))),
    ),
    open: known.money.open,
    refusedBefore: sumCents((known.payersBefore ?? []).map(({ refused }) => refused)),
    overpaid: known.overpayment ? (known.overpayment.isSure ? 'sure' : 'unsure') : null,
    isWrittenOff: known.money.writtenOff > 0,
    patientBalance: patientBalance(known.money),
    patientCredit: patientCredit(known.status, known.money),
    underpaidBy: known.underpaidBy,
    isUnderpaymentAccepted: (known.acceptedUnderpayment ?? 0) > 0 && known.underpaidBy === 0,
    isClosed: known.isClosed,
  };
}
