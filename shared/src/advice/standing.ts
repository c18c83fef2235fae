/** What of a claim decides on its actions, from what is known of it. */
import type { Claim } from '../claim/index.ts';
import { payerTurn } from '../codes/index.ts';
import {
  type ClaimEvent,
  type ClaimMoney,
  type ClaimStatus,
  isReversal,
  lastWords,
  patientBalance,
  payerRank,
  pendingAppeal,
  standingPayments,
} from '../lifecycle/index.ts';
import type { ClaimStanding } from './actions.ts';

interface KnownClaim {
  readonly status: ClaimStatus;
  readonly money: ClaimMoney;
  readonly payerClaimControlNumber: string | null;
  readonly claim: Claim;
  readonly events: readonly ClaimEvent[];
  readonly isClosed: boolean;
  /** Another claim was sent because of it. */
  readonly isFollowed: boolean;
}

/** CLP02: processed, and sent on to the next payer by this one; that one may have decided, too. */
const FORWARDED: readonly string[] = ['19', '20', '21'];

export function standingOf(known: KnownClaim): ClaimStanding {
  const { coverage, otherCoverages = [] } = known.claim;
  const turn = payerTurn(coverage.rank ?? 'P');
  const payments = standingPayments(known.events).filter((payment) => !isReversal(payment));
  return {
    status: known.status,
    isContested: known.status === 'unknown' && lastWords(known.events).isContested,
    hasPayerNumber: known.payerClaimControlNumber !== null,
    hasNextCoverage: otherCoverages.some(({ rank }) => payerTurn(rank) > turn),
    isForwarded: payments.some(
      (payment) => FORWARDED.includes(payment.claimStatusCode) || payerRank(payment) > turn + 1,
    ),
    isBeingReplaced: known.isFollowed,
    isAppealed: pendingAppeal(known.events) !== null,
    open: known.money.open,
    patientBalance: patientBalance(known.money),
    isClosed: known.isClosed,
  };
}
