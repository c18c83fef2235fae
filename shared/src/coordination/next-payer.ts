/** The claim for the next insurance, made of the one that the payer before decided on and of that decision (2320, 2330, 2430). */
import {
  type Claim,
  type ClaimDraft,
  type LineAdjudication,
  type OtherCoverage,
  type ServiceLine,
  totalCharge,
} from '../claim/index.ts';
import { PAYER_TURNS, payerTurn } from '../codes/index.ts';
import {
  type Adjustment,
  type ClaimEvent,
  type ClaimPaymentFact,
  decisionsIn,
  type LinePaymentFact,
  turnsOf,
} from '../lifecycle/index.ts';
import { matchLines } from '../matching/index.ts';
import { cents, sumCents } from '../values/index.ts';
import { asOwnCoverage, coverageWithoutDecision, nextCoverage } from './coverages.ts';

/** What is known of the claim that was decided on. */
export interface DecidedClaim {
  readonly claim: Claim;
  /** CLM01. */
  readonly patientControlNumber: string;
  readonly payerClaimControlNumber: string | null;
  readonly events: readonly ClaimEvent[];
}

const GROUPS = ['CO', 'CR', 'OA', 'PI', 'PR'] as const;
/** MOA has room for five. */
const MOST_REMARKS = 5;

/**
 * A draft, as a person looks at it before it goes: without another coverage on the claim its payer is empty, and where the sums of the
 * decision don't add up the edits say so. What was the first payer's alone (its numbers, authorizations, its claim number) goes with it.
 */
export function nextPayerDraft(decided: DecidedClaim): ClaimDraft {
  const { claim } = decided;
  const { coverage, otherCoverages = [] } = claim;
  const turn = payerTurn(coverage.rank ?? 'P');
  const next = nextCoverage(claim);
  const payments = decisionsOf(decided, turn + 1);
  const lines = adjudicated(decided, payments);
  const isByLine = lines.some(({ adjudications }) => adjudications.length > 0);
  const before = decidedCoverage(decided, payments, isByLine);
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
      : { coverage: { rank: PAYER_TURNS[turn + 1] }, relationshipToSubscriber: undefined }),
    otherCoverages: [...otherCoverages.filter((other) => other !== next), before].sort(
      (a, b) => payerTurn(a.rank) - payerTurn(b.rank),
    ),
    serviceLines: lines.map(({ line, adjudications }) => {
      const { lineItemControlNumber: _own, ...kept } = line;
      const all = [...(line.adjudications ?? []), ...adjudications];
      return all.length > 0 ? { ...kept, adjudications: all } : kept;
    }),
  };
}

/** Of the payer whose turn it was; a payer that numbers itself otherwise is the one that was billed all the same. */
function decisionsOf({ claim, events }: DecidedClaim, rank: number): readonly ClaimPaymentFact[] {
  const decisions = decisionsIn(events, totalCharge(claim));
  const turn = turnsOf(decisions);
  const own = decisions.filter((payment) => turn(payment) === rank);
  return own.length > 0 ? own : decisions;
}

/** The payer that decided, as one of the other payers of the next claim. */
function decidedCoverage(
  { claim, payerClaimControlNumber }: DecidedClaim,
  payments: readonly ClaimPaymentFact[],
  isByLine: boolean,
): OtherCoverage {
  const undecided = coverageWithoutDecision(claim);
  const ofClaim = merged(payments.flatMap(claimLevel));
  const all = payments.flatMap((payment) => payment.adjustments);
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
    payer: {
      ...undecided.payer,
      ...(!isByLine && last && { adjudicationDate: last.paymentDate }),
      ...(claim.priorAuthorizationNumber && { priorAuthorizationNumber: claim.priorAuthorizationNumber }),
      ...(claim.referralNumber && { referralNumber: claim.referralNumber }),
      ...(payerClaimControlNumber !== null && { payerClaimControlNumber }),
    },
  };
}

interface AdjudicatedLine {
  readonly line: ServiceLine;
  readonly adjudications: readonly LineAdjudication[];
}

/** Each line with what all the payments that stand say of it, as one decision. */
function adjudicated(
  { claim, patientControlNumber }: DecidedClaim,
  payments: readonly ClaimPaymentFact[],
): AdjudicatedLine[] {
  const of = new Map<number, { paid: LinePaymentFact; on: ClaimPaymentFact }[]>();
  for (const payment of payments) {
    const { lines = [] } = payment;
    matchLines(patientControlNumber, claim.serviceLines, lines).forEach((match, at) => {
      const paid = lines[at];
      if (match.kind !== 'matched' || !paid) return;
      of.set(match.line, [...(of.get(match.line) ?? []), { paid, on: payment }]);
    });
  }
  return claim.serviceLines.map((line, at) => {
    const answers = of.get(at) ?? [];
    const last = answers.at(-1);
    return { line, adjudications: last ? [adjudicationOf(claim, line, answers, last)] : [] };
  });
}

function adjudicationOf(
  { coverage }: Claim,
  line: ServiceLine,
  answers: readonly { readonly paid: LinePaymentFact }[],
  last: { readonly paid: LinePaymentFact; readonly on: ClaimPaymentFact },
): LineAdjudication {
  const adjustments = merged(answers.flatMap(({ paid }) => paid.adjustments));
  const patients = sumCents(adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : [])));
  return {
    payerId: coverage.payerId,
    paidAmount: sumCents(answers.map(({ paid }) => paid.paid)),
    ...(line.procedureCodeQualifier && { procedureCodeQualifier: line.procedureCodeQualifier }),
    procedureCode: last.paid.procedureCode,
    modifiers: [...last.paid.modifiers],
    paidUnits: last.paid.units ?? line.units,
    ...(adjustments.length > 0 && { adjustments }),
    adjudicationDate: last.on.paymentDate,
    ...(patients > 0 && { remainingPatientLiability: patients }),
  };
}

/** Those that stand at the claim: they come first, those of the lines after them. */
function claimLevel({ adjustments, lines = [] }: ClaimPaymentFact): readonly Adjustment[] {
  const ofLines = lines.reduce((count, line) => count + line.adjustments.length, 0);
  return adjustments.slice(0, adjustments.length - ofLines);
}

/** One adjustment a group and reason; what adds up to nothing is left out. */
function merged(adjustments: readonly Adjustment[]): NonNullable<OtherCoverage['adjustments']> {
  const sums = new Map<string, { group: (typeof GROUPS)[number]; reason: string; amount: number }>();
  for (const { group, reason, amount } of adjustments) {
    const known = GROUPS.find((each) => each === group);
    if (!known) continue;
    const sum = sums.get(`${known}-${reason}`) ?? { group: known, reason, amount: 0 };
    sums.set(`${known}-${reason}`, { ...sum, amount: sum.amount + amount });
  }
  return [...sums.values()].flatMap((sum) => (sum.amount === 0 ? [] : { ...sum, amount: cents(sum.amount) }));
}
