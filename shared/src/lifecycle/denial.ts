/** Which decisions refuse the claim, and which of these no longer count because the payer has decided otherwise since. */
import type { Cents } from '../values/index.ts';
import type { Adjustment, ClaimPaymentFact } from './events.ts';
import { CLAIM_STATUS_CODE, decides, isOfEarlierPayers, isReversal, payerRank } from './payments.ts';

/** CO reasons that are a plain contractual write-off; every other CO amount is a refusal that a person decides on. */
const CONTRACTUAL_REASONS: readonly string[] = ['45', '253'];

const CAPITATION = '24';

export const isByContract = ({ group, reason }: Adjustment): boolean =>
  group === 'CO' && CONTRACTUAL_REASONS.includes(reason);

/**
 * CLP02 4, or nothing paid and nothing left to the patient. Not where a later payer finds nothing left to pay: what was done before it
 * and its own contract come to the whole charge.
 */
export function isDenial({ claimStatusCode, paid, adjustments }: ClaimPaymentFact): boolean {
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

/** What of a claim's payments decides on it now. */
export const decisionsIn = (standing: readonly ClaimPaymentFact[], charge: Cents): ClaimPaymentFact[] =>
  withoutSuperseded(standing, charge).filter(isDecision);

/**
 * Without the denials that paid nothing and were decided again: a decision of the same turn on the same part of the charge takes the
 * place of a denial, and of several denials the last one counts. Two parts of a claim that was split each keep their own.
 */
export function withoutSuperseded(
  standing: readonly ClaimPaymentFact[],
  charge: Cents,
): readonly ClaimPaymentFact[] {
  const isIdle = (payment: ClaimPaymentFact) =>
    payment.paid === 0 && isDecision(payment) && isDenial(payment);
  return standing.filter(
    (denial, place) =>
      !isIdle(denial) ||
      !standing.some(
        (other, at) =>
          other !== denial &&
          isDecision(other) &&
          payerRank(other) === payerRank(denial) &&
          other.charge + denial.charge > charge &&
          (at > place || !isIdle(other)),
      ),
  );
}
