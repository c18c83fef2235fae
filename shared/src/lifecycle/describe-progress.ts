/** An event of a claim for who sees how far it is, and none of its money: what was decided, and not how much. */
import { isDenial, isPaidElsewhere } from './denial.ts';
import { describeEvent, type EventWords } from './describe.ts';
import type { ClaimEvent, ClaimPaymentFact } from './events.ts';
import { CLAIM_STATUS_CODE } from './payments.ts';
import { seenOf } from './posted.ts';

/** Undefined for what is of money alone, or the office's. `clearinghouse`: as for `describeEvent`. `decided`: as for `seenOf`. */
export function describeProgress(
  event: ClaimEvent,
  clearinghouse: string,
  decided: string | undefined,
): EventWords | undefined {
  const { fact } = event;
  if (fact.type === 'payment') return describeDecision(fact.payment);
  switch (seenOf(event, decided)) {
    case 'whole':
      return describeEvent(event, clearinghouse);
    case 'title':
      return { ...describeEvent(event, clearinghouse), detail: '' };
    default:
      return undefined;
  }
}

function describeDecision(payment: ClaimPaymentFact): EventWords | undefined {
  const { payerName, claimStatusCode, paid, paymentDate } = payment;
  const said = (what: string, tone: EventWords['tone']): EventWords => ({
    title: `${payerName} ${what}`,
    detail: `Decided ${paymentDate}`,
    tone,
  });
  switch (claimStatusCode) {
    case CLAIM_STATUS_CODE.reversal:
      return said('took its decision back', 'warning');
    case CLAIM_STATUS_CODE.forwarded:
      return said('sent the claim on to another payer', 'progress');
    case CLAIM_STATUS_CODE.estimate:
      return undefined;
  }
  if (isPaidElsewhere(payment)) return said('paid nothing: by capitation, or another plan pays', 'bad');
  if (isDenial(payment)) return said('denied the claim', 'bad');
  return paid > 0 ? said('paid on the claim', 'good') : said('decided on the claim', 'neutral');
}
