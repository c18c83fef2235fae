/** What insurance made of each line of a visit, where its answers can be laid beside the lines for certain and add up. */
import { type ClaimPaymentFact, type LinePaymentFact, turnsOf } from '../lifecycle/index.ts';
import { matchLines } from '../matching/index.ts';
import { type Cents, cents, sumCents } from '../values/index.ts';
import type { ClaimParts } from './parts.ts';

export interface LineDecision {
  /** By the insurance whose turn came first. */
  readonly allowed: Cents;
  /** By all insurances. */
  readonly paid: Cents;
  /** The patient's share, by the insurance whose turn came last. */
  readonly share: Cents;
}

/** One for each line of the claim; undefined where a total only is known. */
export function lineDecisions(
  { claim, patientControlNumber, money }: ClaimParts,
  decisions: readonly ClaimPaymentFact[],
): LineDecision[] | undefined {
  const turn = turnsOf(decisions);
  const turns = decisions.map(turn);
  const [first, last] = [Math.min(...turns), Math.max(...turns)];
  const sums = claim.serviceLines.map(() => ({ allowed: 0, paid: 0, share: 0 }));
  for (const payment of decisions) {
    const lines = payment.lines ?? [];
    if (lines.length === 0) return undefined;
    const matches = matchLines(patientControlNumber, claim.serviceLines, lines);
    for (const [at, line] of lines.entries()) {
      const match = matches[at];
      const sum = match?.kind === 'matched' ? sums[match.line] : undefined;
      if (!sum) return undefined;
      sum.paid += line.paid;
      if (turn(payment) === first) sum.allowed += allowedOf(line);
      if (turn(payment) === last) sum.share += shareOf(line);
    }
  }
  const total = (of: 'paid' | 'share') => sums.reduce((sum, line) => sum + line[of], 0);
  const { deductible, coinsurance, copay, other } = money.patientShares;
  const share = sumCents([deductible, coinsurance, copay, other]);
  if (total('paid') !== money.paid || total('share') !== share) return undefined;
  return sums.map((line) => ({
    allowed: cents(line.allowed),
    paid: cents(line.paid),
    share: cents(line.share),
  }));
}

/** AMT*B6, else what was paid and what the patient is to pay. */
const allowedOf = (line: LinePaymentFact): Cents => line.allowed ?? sumCents([line.paid, shareOf(line)]);

const shareOf = ({ adjustments }: LinePaymentFact): Cents =>
  sumCents(adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : [])));
