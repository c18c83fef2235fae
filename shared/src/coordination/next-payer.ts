/** The claim for the next insurance, made of the one that the payer before decided on and of that decision (2320, 2330, 2430). */
import { type Claim, type ClaimDraft, type OtherCoverage, totalCharge } from '../claim/index.ts';
import { PAYER_TURNS, payerTurn } from '../codes/index.ts';
import {
  adjustmentsOfClaim,
  areRefusal,
  asItCame,
  type ClaimEvent,
  type ClaimPaymentFact,
  countingPayments,
  decisionsIn,
  isReversal,
  turnsOf,
} from '../lifecycle/index.ts';
import { sumCents } from '../values/index.ts';
import { asOwnCoverage, coverageWithoutDecision, nextCoverage } from './coverages.ts';
import { adjudicated, isByLine, merged } from './line-decisions.ts';

/** What is known of the claim that was decided on. */
export interface DecidedClaim {
  readonly claim: Claim;
  /** CLM01. */
  readonly patientControlNumber: string;
  readonly payerClaimControlNumber: string | null;
  readonly events: readonly ClaimEvent[];
}

/** MOA has room for five. */
const MOST_REMARKS = 5;

type DraftCoverage = NonNullable<ClaimDraft['otherCoverages']>[number];

/**
 * A draft, as a person looks at it before it goes: without another coverage on the claim its payer is empty, and where the sums of the
 * decision don't add up the edits say so. What was the first payer's alone (its numbers, authorizations, its claim number) goes with it.
 * Where that one had sent the claim on, and the next has decided too, it is for the one after both.
 */
export function nextPayerDraft(decided: DecidedClaim): ClaimDraft {
  const { claim } = decided;
  const { otherCoverages = [] } = claim;
  const turn = payerTurn(claim.coverage.rank ?? 'P');
  const { own, later } = decisionsOf(decided, turn + 1);
  const ownLines = adjudicated(decided, own, claim.coverage.payerId);
  const before: DraftCoverage[] = [decidedCoverage(ownCoverage(decided), own, isByLine(ownLines))];
  const lines = [ownLines];
  for (const [rank, payments] of later) {
    const known = otherCoverages.find((other) => payerTurn(other.rank) + 1 === rank);
    const ofLater = known ? adjudicated(decided, payments, known.payer.id) : [];
    before.push(decidedCoverage(known ?? unknownCoverage(rank, payments), payments, isByLine(ofLater)));
    lines.push(ofLater);
  }
  const last = Math.max(turn, ...[...later.keys()].map((rank) => rank - 1));
  const next = nextCoverage(claim, last);
  const isDecided = ({ rank }: OtherCoverage) => before.some((one) => one.rank === rank);
  const {
    subscriber: _subscriber,
    payerClaimControlNumber: _number,
    priorAuthorizationNumber: _authorization,
    referralNumber: _referral,
    ...rest
  } = claim;
  return {
    ...rest,
    frequency: '1',
    ...(next
      ? asOwnCoverage(next, claim)
      : { coverage: { rank: PAYER_TURNS[last + 1] }, relationshipToSubscriber: undefined }),
    otherCoverages: [
      ...otherCoverages.filter((other) => other !== next && !isDecided(other)),
      ...before,
    ].sort((a, b) => payerTurn(a.rank) - payerTurn(b.rank)),
    serviceLines: claim.serviceLines.map(({ lineItemControlNumber: _own, ...line }, at) => {
      const all = [...(line.adjudications ?? []), ...lines.flatMap((each) => each[at] ?? [])];
      return all.length > 0 ? { ...line, adjudications: all } : line;
    }),
  };
}

/**
 * Of the payer whose turn it was, and of those that it sent the claim on to, by their ranks; where these refused it, what they say is
 * left out. A payer that numbers itself otherwise is the one that was billed all the same.
 */
function decisionsOf(
  { claim, events }: DecidedClaim,
  rank: number,
): {
  readonly own: readonly ClaimPaymentFact[];
  readonly later: ReadonlyMap<number, readonly ClaimPaymentFact[]>;
} {
  const decisions = decisionsIn(events, totalCharge(claim));
  const turn = turnsOf(decisions);
  const own = decisions.filter((payment) => turn(payment) === rank);
  const behind = decisions.filter((payment) => turn(payment) > rank);
  const reversals = countingPayments(events, totalCharge(claim)).filter(isReversal);
  if (own.length === 0) return { own: withReversals(decisions, reversals), later: new Map() };
  const later = areRefusal(behind) ? [] : [...new Set(behind.map(turn))];
  const ofTurn = (each: number) => behind.filter((one) => turn(one) === each);
  return {
    own: withReversals(own, reversals),
    later: new Map(later.map((each) => [each, withReversals(ofTurn(each), reversals)])),
  };
}

/** With what its payer took back of single lines, in the order of the days. */
function withReversals(
  decisions: readonly ClaimPaymentFact[],
  reversals: readonly ClaimPaymentFact[],
): readonly ClaimPaymentFact[] {
  const payers = new Set(decisions.map(({ payerName }) => payerName));
  const own = reversals.filter(({ payerName }) => payers.has(payerName));
  return [...decisions, ...own].toSorted(asItCame);
}

/** The payer that was billed, with what was its alone. */
function ownCoverage({ claim, payerClaimControlNumber }: DecidedClaim): OtherCoverage {
  const { priorAuthorizationNumber, referralNumber } = claim;
  const own = coverageWithoutDecision(claim);
  return {
    ...own,
    payer: {
      ...own.payer,
      ...(priorAuthorizationNumber && { priorAuthorizationNumber }),
      ...(referralNumber && { referralNumber }),
      ...(payerClaimControlNumber !== null && { payerClaimControlNumber }),
    },
  };
}

/** Of a payer that the claim was sent on to and does not name: who it is, its remittance says, the rest is typed. */
const unknownCoverage = (rank: number, [first]: readonly ClaimPaymentFact[]): DraftCoverage => ({
  rank: PAYER_TURNS[rank - 1],
  payer: { name: first?.payerName },
});

/** Without lines all that it took off stands at the claim. */
function decidedCoverage(
  undecided: DraftCoverage,
  payments: readonly ClaimPaymentFact[],
  isByLine: boolean,
): DraftCoverage {
  const all = payments.flatMap((payment) => payment.adjustments);
  const ofClaim = merged(isByLine || undecided.payer?.id ? payments.flatMap(adjustmentsOfClaim) : all);
  const patients = sumCents(all.flatMap(({ group, amount }) => (group === 'PR' ? amount : [])));
  const remarks = [...new Set(payments.flatMap(({ remarkCodes = [] }) => remarkCodes))].slice(
    0,
    MOST_REMARKS,
  );
  const last = payments.at(-1);
  return {
    ...undecided,
    ...(ofClaim.length > 0 && { adjustments: ofClaim }),
    ...(last && { paidAmount: sumCents(payments.map(({ paid }) => paid)) }),
    // AMT*EAF: at the lines where those were decided on.
    ...(!isByLine && patients > 0 && { remainingPatientLiability: patients }),
    ...(remarks.length > 0 && { outpatientAdjudication: { remarkCodes: remarks } }),
    payer: { ...undecided.payer, ...(!isByLine && last && { adjudicationDate: last.paymentDate }) },
  };
}
