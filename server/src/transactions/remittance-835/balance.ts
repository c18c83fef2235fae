/** Whether a remittance adds up: line, claim and check, in cents. Nothing is posted from one that does not. */
import type { Cents } from '@claimside/shared/values';
import { boundedDifference, boundedSum } from '../parts/sums.ts';
import type { ClaimAdjustment, ClaimPayment, Remittance, ServicePayment } from './model.ts';

/** One equation that does not hold. */
export interface BalanceFinding {
  /**
   * `line`: charge less adjustments is what was paid. `claim`: the same over claim and lines. `charge`: the lines' charges
   * make the claim's. `check`: claim payments less provider adjustments are the payment.
   */
  readonly level: 'line' | 'claim' | 'charge' | 'check';
  /** What the other amounts add up to, and what is stated. */
  readonly computed: Cents;
  readonly stated: Cents;
  /** CLP01; undefined for the check. */
  readonly patientControlNumber?: string;
  /** Place of the claim among the remittance's claims, from 0; CLP01 may come twice. */
  readonly claim?: number;
  /** Place of the line within the claim, from 0. */
  readonly line?: number;
}

/** Every equation of X12 835 balancing that fails; empty means that it balances. */
export function balanceRemittance(remittance: Remittance): BalanceFinding[] {
  const paid = boundedSum(remittance.claims.map((claim) => claim.paidAmount));
  const kept = boundedSum(remittance.providerAdjustments.map((adjustment) => adjustment.amount));
  return [
    ...remittance.claims.flatMap(balanceClaim),
    ...equation({
      level: 'check',
      computed: boundedDifference(paid, kept),
      stated: remittance.paymentAmount,
    }),
  ];
}

function balanceClaim(claim: ClaimPayment, index: number): BalanceFinding[] {
  const where = { patientControlNumber: claim.patientControlNumber, claim: index };
  const allAdjustments = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const charges = boundedSum(claim.lines.map((line) => line.chargeAmount));
  return [
    ...claim.lines.flatMap((line, at) =>
      balanceLine(line).map((finding) => ({ ...finding, ...where, line: at })),
    ),
    ...equation({
      level: 'claim',
      computed: boundedDifference(claim.chargeAmount, total(allAdjustments)),
      stated: claim.paidAmount,
      ...where,
    }),
    ...(claim.lines.length > 0
      ? equation({ level: 'charge', computed: charges, stated: claim.chargeAmount, ...where })
      : []),
  ];
}

function balanceLine(line: ServicePayment): BalanceFinding[] {
  const computed = boundedDifference(line.chargeAmount, total(line.adjustments));
  return equation({ level: 'line', computed, stated: line.paidAmount });
}

function equation(finding: BalanceFinding): BalanceFinding[] {
  return finding.computed === finding.stated ? [] : [finding];
}

function total(adjustments: readonly ClaimAdjustment[]): Cents {
  return boundedSum(adjustments.map((adjustment) => adjustment.amount));
}
