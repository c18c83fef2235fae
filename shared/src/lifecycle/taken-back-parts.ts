/** Reversals of a part of a payment, such as of one line of it: what that one still speaks of. */
import { type Cents, cents } from '../values/index.ts';
import type { ClaimPaymentFact } from './events.ts';
import { isReversal, turnsOf } from './payments.ts';

/**
 * Of which charge each of these `standing` payments still speaks. A reversal that found no payment of its own amount takes its part off
 * one of the same payer that is larger, by the payer's number if there is such a one.
 */
export function chargeLeftIn(standing: readonly ClaimPaymentFact[]): (payment: ClaimPaymentFact) => Cents {
  const turn = turnsOf(standing);
  const taken = new Map<ClaimPaymentFact, number>();
  const left = (payment: ClaimPaymentFact) => cents(payment.charge - (taken.get(payment) ?? 0));
  for (const reversal of standing.filter(isReversal)) {
    const part = Math.abs(reversal.charge);
    const larger = standing.filter(
      (payment) =>
        !isReversal(payment) &&
        turn(payment) === turn(reversal) &&
        payment.paymentDate <= reversal.paymentDate &&
        payment.paid >= -reversal.paid &&
        left(payment) >= part,
    );
    const { payerClaimControlNumber: number } = reversal;
    const whole = larger.find((payment) => payment.payerClaimControlNumber === number) ?? larger[0];
    if (whole) taken.set(whole, (taken.get(whole) ?? 0) + part);
  }
  return left;
}
