/** Which decisions refuse the claim, and which of these no longer count because the payer has decided otherwise since. */
import type { Cents } from '../values/index.ts';
import type { Adjustment, ClaimEvent, ClaimPaymentFact } from './events.ts';
import {
  CLAIM_STATUS_CODE,
  countedPayments,
  decides,
  givenBackIn,
  isBehind,
  isOfEarlierPayers,
  isReversal,
  turnsOf,
} from './payments.ts';
import { standingPayments } from './reversals.ts';
import { chargeLeftIn } from './taken-back-parts.ts';

/** CO reasons that are a plain contractual write-off; every other CO amount is a refusal that a person decides on. */
const CONTRACTUAL_REASONS: readonly string[] = ['45', '131', '253', 'P12'];

/** CARC 24. */
export const CAPITATION = '24';

export const isByContract = ({ group, reason }: Pick<Adjustment, 'group' | 'reason'>): boolean =>
  group === 'CO' && CONTRACTUAL_REASONS.includes(reason);

/**
 * CLP02 4, or nothing paid and nothing left to the patient. Not where a later payer finds nothing left to pay: what was done before it
 * and its own contract come to the whole charge.
 */
export function isDenial({
  claimStatusCode,
  paid,
  adjustments,
}: Pick<ClaimPaymentFact, 'claimStatusCode' | 'paid' | 'adjustments'>): boolean {
  if (claimStatusCode === CLAIM_STATUS_CODE.denied) return true;
  const said = adjustments.filter(({ amount }) => amount !== 0);
  if (paid !== 0 || said.some(({ group }) => group === 'PR')) return false;
  return !(
    said.some(isOfEarlierPayers) && said.every((each) => isOfEarlierPayers(each) || isByContract(each))
  );
}

/** CO 24: a capitation, or a managed care plan that the patient is in, pays for it. Which of the two, a person knows. */
export const isPaidElsewhere = ({ paid, adjustments }: ClaimPaymentFact): boolean =>
  paid === 0 &&
  adjustments.some(({ reason, amount }) => reason === CAPITATION && amount > 0) &&
  adjustments.every((each) => each.reason === CAPITATION || isByContract(each));

const isDecision = (payment: ClaimPaymentFact): boolean => decides(payment) && !isReversal(payment);

/** Whether these decisions on a claim together come to nothing for it. */
export function areRefusal(decisions: readonly ClaimPaymentFact[]): boolean {
  if (decisions.reduce((sum, { paid }) => sum + paid, 0) > 0) return false;
  if (decisions.some(({ claimStatusCode }) => claimStatusCode === CLAIM_STATUS_CODE.denied)) return true;
  const isShare = ({ group, amount }: Adjustment) => group === 'PR' && amount !== 0;
  return (
    !decisions.some(({ adjustments }) => adjustments.some(isShare)) &&
    decisions.some((payment) => payment.paid !== 0 || isDenial(payment))
  );
}

/** What of a claim's payments decides on it now, the first one first. */
export const decisionsIn = (events: readonly ClaimEvent[], charge: Cents): ClaimPaymentFact[] =>
  countingPayments(events, charge).filter(isDecision);

/**
 * The standing payments without the decisions on nothing that gave way: a payer has no money to take back by a reversal before it decides
 * again. Two parts of a claim that was split each keep their own.
 */
export function countingPayments(events: readonly ClaimEvent[], charge: Cents): readonly ClaimPaymentFact[] {
  const isGivenBack = givenBackIn(events);
  const standing = standingPayments(events).filter((payment) => !isGivenBack(payment));
  const all = countedPayments(events).filter(isDecision);
  const turn = turnsOf(all);
  const left = chargeLeftIn(standing);
  const isAgain = (other: ClaimPaymentFact, one: ClaimPaymentFact) =>
    other !== one && turn(other) === turn(one) && left(other) + left(one) > charge;
  const canGiveWay = (one: ClaimPaymentFact) => one.paid === 0 && isDecision(one);
  // What was decided later and taken back since had overtaken it: it does not come back, nor does anything give way to it.
  const takenBack = all.filter((each) => !standing.includes(each));
  const isOvertaken = (one: ClaimPaymentFact) =>
    takenBack.some((other) => isAgain(other, one) && other.paymentDate > one.paymentDate);
  const notOvertaken = standing.filter((one) => !canGiveWay(one) || !isOvertaken(one));
  const decisions = notOvertaken.filter(isDecision);
  return notOvertaken.filter(
    (one) => !canGiveWay(one) || !decisions.some((other) => isAgain(other, one) && takesPlaceOf(other, one)),
  );
}

/** CARC 18: of a copy; B13: of what was paid before. */
const DUPLICATE_REASONS: readonly string[] = ['18', 'B13'];

/** All of it, but for what is taken off by contract. It says nothing of what was decided before. */
export function isOfDuplicate({ adjustments }: ClaimPaymentFact): boolean {
  const said = adjustments.filter((each) => each.amount !== 0 && !isByContract(each));
  return said.length > 0 && said.every(({ reason }) => DUPLICATE_REASONS.includes(reason));
}

/**
 * A denial gives way to any other decision and to a later denial; what leaves a share to the patient to a later decision, a denial of
 * a later day too.
 */
function takesPlaceOf(other: ClaimPaymentFact, one: ClaimPaymentFact): boolean {
  const isIdleDenial = (payment: ClaimPaymentFact) => payment.paid === 0 && isDenial(payment);
  if (isIdleDenial(one) !== isIdleDenial(other)) {
    const [denial, share] = isIdleDenial(one) ? [one, other] : [other, one];
    const isLast = denial.paymentDate > share.paymentDate && share.paid === 0 && !isOfDuplicate(denial);
    return one === (isLast ? share : denial);
  }
  if (isIdleDenial(one) && isOfDuplicate(one) !== isOfDuplicate(other)) return isOfDuplicate(one);
  const isSameDay = other.paymentDate === one.paymentDate;
  // Told in a fixed order, and what pays after what does not.
  return isSameDay ? other.paid !== 0 || isBehind(other, one) : other.paymentDate > one.paymentDate;
}
