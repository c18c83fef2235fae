/** Which payment each reversal takes back: all of it, one of its lines, or what stands of a claim after lines were decided anew. */
import { type Cents, sumCents } from '../values/index.ts';
import type { Adjustment, ClaimEvent, ClaimPaymentFact, LinePaymentFact } from './events.ts';
import { countedPayments, givenBackIn, isReversal, signature } from './payments.ts';

/** Payments that count: no estimates, and neither a reversal nor what it took back where both are known. */
export function standingPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
  return pairUp(events).standing;
}

/** Each payment that is known to have been taken back, by the reversal that did. */
export function takenBackBy(events: readonly ClaimEvent[]): ReadonlyMap<ClaimPaymentFact, ClaimPaymentFact> {
  return pairUp(events).takenBack;
}

function pairUp(events: readonly ClaimEvent[]) {
  const takenBack = new Map<ClaimPaymentFact, ClaimPaymentFact>();
  const counted = countedPayments(events);
  // The payer's own reversal of what went back to it is of the payment that was given back, whichever of two alike it names.
  const isGivenBack = givenBackIn(events);
  const standing = counted.filter((payment) => !isReversal(payment));
  let unmatched: ClaimPaymentFact[] = [];
  for (const reversal of counted.filter(isReversal)) {
    const all = allOfPayer(reversal, standing, unmatched);
    const original =
      all.length > 0
        ? undefined
        : (reversedBy(reversal, standing.filter(isGivenBack)) ?? reversedBy(reversal, standing));
    const isTakenBack = (each: ClaimPaymentFact) =>
      each === original || (each.paymentDate < reversal.paymentDate && isToldAgain(each, original));
    for (const payment of standing.filter((each) => isTakenBack(each) || all.includes(each))) {
      standing.splice(standing.indexOf(payment), 1);
      takenBack.set(payment, reversal);
    }
    unmatched = unmatched.filter((each) => !all.includes(each));
    if (!original && all.length === 0) unmatched.push(reversal);
  }
  return { standing: [...standing, ...unmatched.filter((each) => takesFrom(each, standing))], takenBack };
}

/**
 * What the reversal of a whole claim takes back of which single lines were decided anew: all that stands of its payer, where that comes to
 * what it says. Empty where it does not.
 */
function allOfPayer(
  reversal: ClaimPaymentFact,
  standing: readonly ClaimPaymentFact[],
  unmatched: readonly ClaimPaymentFact[],
): readonly ClaimPaymentFact[] {
  const isBefore = ({ payerName, paymentDate }: ClaimPaymentFact) =>
    payerName === reversal.payerName && paymentDate < reversal.paymentDate;
  const all = [...standing, ...unmatched].filter(isBefore);
  const comesTo = [...all, reversal];
  const isAll =
    all.length > 1 &&
    all.some(({ charge }) => charge === Math.abs(reversal.charge)) &&
    sumCents(comesTo.map(({ paid }) => paid)) === 0 &&
    comesTo.every(({ adjustments }) => adjustments.every((part) => amountOf(comesTo, part) === 0));
  return isAll ? all : [];
}

/**
 * Whether a reversal without its original takes anything back. Not one that pays nothing, where no decision of its payer holds what it
 * takes: that decision was never learnt, or went with an earlier word of the same, and counts already for nothing.
 */
function takesFrom(reversal: ClaimPaymentFact, standing: readonly ClaimPaymentFact[]): boolean {
  const held = standing.filter(({ payerName }) => payerName === reversal.payerName);
  return reversal.paid !== 0 || reversal.adjustments.every((part) => amountOf(held, part) + part.amount >= 0);
}

/** Adjusted for the same reason in all of them. */
const amountOf = (payments: readonly ClaimPaymentFact[], { group, reason }: Adjustment): Cents =>
  sumCents(
    payments
      .flatMap(({ adjustments }) => adjustments)
      .filter((other) => other.group === group && other.reason === reason)
      .map(({ amount }) => amount),
  );

/** What pays nothing has no money to tell it by, and is told under several numbers. */
const isToldAgain = (one: ClaimPaymentFact, other: ClaimPaymentFact | undefined): boolean =>
  other?.paid === 0 &&
  one.paid === 0 &&
  one.payerName === other.payerName &&
  mayBeSameLines(one, other) &&
  signature(one, 1) === signature(other, 1);

/**
 * What a reversal takes back: of the same amount, and by its adjustments, its number or its payer the same one; one paid before it, if
 * there is such a one, as a corrected payment of the same amount often comes with the reversal, under the same number.
 */
function reversedBy(
  reversal: ClaimPaymentFact,
  standing: readonly ClaimPaymentFact[],
): ClaimPaymentFact | undefined {
  const isSameClaim = (payment: ClaimPaymentFact) =>
    reversal.payerClaimControlNumber !== '' &&
    payment.payerClaimControlNumber === reversal.payerClaimControlNumber;
  const isSamePayer = (payment: ClaimPaymentFact) => payment.payerName === reversal.payerName;
  const isSameCharge = (payment: ClaimPaymentFact) => Math.abs(payment.charge) === Math.abs(reversal.charge);
  // All that was paid may have been paid for the one line that is taken back.
  const isOfPart = (payment: ClaimPaymentFact) =>
    reversal.charge !== 0 && Math.abs(reversal.charge) < payment.charge;
  const candidates = standing.filter(
    (payment) =>
      payment.paid + reversal.paid === 0 && !isOfPart(payment) && mayBeSameLines(payment, reversal),
  );
  // Of a whole that was paid before it takes back all, or a line: what was paid anew for a line is neither, though it be the same amount.
  const isWholeBefore = (payment: ClaimPaymentFact) =>
    (isOfPart(payment) ? payment.paid + reversal.paid >= 0 : isSameCharge(payment)) &&
    payment.paymentDate < reversal.paymentDate &&
    (isSameClaim(payment) || isSamePayer(payment));
  const isOfWhole = reversal.charge !== 0 && standing.some(isWholeBefore);
  const may = candidates.filter(
    (payment) => !isOfWhole || (payment.paymentDate < reversal.paymentDate && isSameCharge(payment)),
  );
  const mirrored = may.filter((payment) => signature(payment, 1) === signature(reversal, -1));
  // No money tells which decision it was, and of a line that was decided anew nothing else does.
  const others = may.filter((payment) => payment.paid !== 0 || (!isOfWhole && isSameCharge(payment)));
  const before = mirrored.filter(({ paymentDate }) => paymentDate < reversal.paymentDate);
  return (
    before.find(isSameClaim) ??
    before.find(isSamePayer) ??
    mirrored.find(isSameClaim) ??
    mirrored.find(isSamePayer) ??
    mirrored[0] ??
    others.find(isSameClaim) ??
    others.find((payment) => payment.paid !== 0 && isSamePayer(payment))
  );
}

/** By our numbers of them, as far as both tell. */
function mayBeSameLines({ lines = [] }: ClaimPaymentFact, { lines: others = [] }: ClaimPaymentFact): boolean {
  const numbersOf = (of: readonly LinePaymentFact[]) =>
    of.map(({ lineControlNumber }) => lineControlNumber ?? '').toSorted();
  const [one, other] = [numbersOf(lines), numbersOf(others)];
  const isTold = (numbers: readonly string[]) => numbers.length > 0 && !numbers.includes('');
  return !isTold(one) || !isTold(other) || one.join(' ') === other.join(' ');
}
