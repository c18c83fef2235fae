/** Whether a remittance adds up: line, claim and check, in cents. Nothing is posted from one that does not. */
import { type Cents, cents } from '@claimside/shared/values';
import { boundedDifference, boundedSum } from '../parts/sums.ts';
import type {
  ClaimAdjustment,
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  RemittanceHead,
  ServicePayment,
} from './model/index.ts';

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

/** What the payment adds to what the provider has; a debit (BPR03 D) takes it away. */
export function signedPayment({ paymentAmount, isDebit }: Pick<RemittanceHead, 'paymentAmount' | 'isDebit'>) {
  return isDebit ? cents(0 - Math.abs(paymentAmount)) : paymentAmount;
}

/** Every equation of X12 835 balancing that fails; empty means that it balances. */
export function balanceRemittance(remittance: Remittance): BalanceFinding[] {
  const balance = new RunningBalance();
  return [
    ...remittance.claims.flatMap((claim) => balance.claim(claim)),
    ...balance.end(signedPayment(remittance), remittance.providerAdjustments),
  ];
}

/** The same claim by claim, of a remittance that is not kept. */
export class RunningBalance {
  #claims = 0;
  #paid = cents(0);

  /** What does not hold for the next claim. */
  claim(claim: ClaimPayment): BalanceFinding[] {
    const index = this.#claims;
    this.#claims += 1;
    this.#paid = boundedSum([this.#paid, claim.paidAmount]);
    return addsUp(claim) ? [] : balanceClaim(claim, index);
  }

  /** Behind the last claim: whether their payments less provider adjustments are what is stated. */
  end(stated: Cents, providerAdjustments: readonly ProviderAdjustment[]): BalanceFinding[] {
    const kept = boundedSum(providerAdjustments.map((adjustment) => adjustment.amount));
    return equation({ level: 'check', computed: boundedDifference(this.#paid, kept), stated });
  }
}

/** True when every equation of a claim holds, as almost always: told without making anything. */
function addsUp({ chargeAmount, paidAmount, adjustments, lines }: ClaimPayment): boolean {
  let kept = 0;
  let charges = 0;
  /** As long as all amounts together, signs left out, can be held exactly, every sum of some of them can. */
  let all = 0;
  for (const { amount } of adjustments) {
    kept += amount;
    all += Math.abs(amount);
  }
  for (const line of lines) {
    let ofLine = 0;
    for (const { amount } of line.adjustments) {
      ofLine += amount;
      all += Math.abs(amount);
    }
    if (line.chargeAmount - ofLine !== line.paidAmount) return false;
    kept += ofLine;
    charges += line.chargeAmount;
    all += Math.abs(line.chargeAmount);
  }
  if (all > Number.MAX_SAFE_INTEGER || chargeAmount - kept !== paidAmount) return false;
  return lines.length === 0 || charges === chargeAmount;
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
