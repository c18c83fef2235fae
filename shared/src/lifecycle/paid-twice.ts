/** Which payments are no further part of what a payer pays, but the same once more. */
import { type Cents, sumCents } from '../values/index.ts';
import { sharesOf, sumOf } from './buckets.ts';
import type { ClaimPaymentFact } from './events.ts';
import { inTurn, isReversal, saysTheSame, turnsOf } from './payments.ts';
import { chargeLeftIn } from './taken-back-parts.ts';

/**
 * Those of a payer that has paid the same decision before, or with which it pays and leaves to the patient more than the charge. What knows
 * of what was settled before (B13) is a further part.
 */
export function paidTwice(
  charge: Cents,
  payments: readonly ClaimPaymentFact[],
): ReadonlySet<ClaimPaymentFact> {
  const turn = turnsOf(payments);
  const left = chargeLeftIn(payments);
  const once: ClaimPaymentFact[] = [];
  const twice = new Set<ClaimPaymentFact>();
  for (const payment of inTurn(payments)) {
    if (payment.paid <= 0 || isReversal(payment)) continue;
    const same = once.filter(
      (other) =>
        turn(other) === turn(payment) &&
        other.payerName === payment.payerName &&
        left(other) + left(payment) > charge,
    );
    const { patientResponsibility: share } = sharesOf(payment);
    const isTooMuch = sumCents([...once.map(({ paid }) => paid), payment.paid, share]) > charge;
    const isFurther = sumOf(payment, 'settled-before') !== 0;
    const isTwice =
      same.some((other) => saysTheSame(other, payment)) || (same.length > 0 && isTooMuch && !isFurther);
    if (isTwice) twice.add(payment);
    else once.push(payment);
  }
  return twice;
}
