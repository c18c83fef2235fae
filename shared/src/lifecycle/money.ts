/** The money of a claim: charge = paid + contractual + patient + other + open, always and to the cent. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import type { Adjustment, ClaimEvent, ClaimPaymentFact } from './events.ts';

export interface ClaimMoney {
  readonly charge: Cents;
  readonly paid: Cents;
  /** Written off by contract. */
  readonly contractual: Cents;
  /** Deductible, coinsurance, copay: the patient's share as the payer says. */
  readonly patientResponsibility: Cents;
  readonly otherAdjustments: Cents;
  /** Not yet answered, or refused and waiting for a decision. */
  readonly open: Cents;
}

/** CO reasons that are a plain contractual write-off; every other CO amount is a refusal that a person decides on. */
const CONTRACTUAL_REASONS: readonly string[] = ['45', '253'];
/** CLP02 25: an estimate, no money. */
const ESTIMATE = '25';

type Bucket = 'contractual' | 'patientResponsibility' | 'otherAdjustments' | 'open';

function bucketOf(adjustment: Adjustment): Bucket {
  if (adjustment.group === 'PR') return 'patientResponsibility';
  if (adjustment.group === 'CO')
    return CONTRACTUAL_REASONS.includes(adjustment.reason) ? 'contractual' : 'open';
  return 'otherAdjustments';
}

/** Each payment once, however often and in however many files it came. */
export function distinctPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
  const byContent = new Map<string, ClaimPaymentFact>();
  for (const { fact } of events) {
    if (fact.type !== 'payment' || fact.payment.claimStatusCode === ESTIMATE) continue;
    byContent.set(`${fact.payment.paymentKey}|${fact.payment.contentHash}`, fact.payment);
  }
  return [...byContent.values()];
}

/** Sums what all remittances said; independent of order and repetition. */
export function foldMoney(charge: Cents, events: readonly ClaimEvent[]): ClaimMoney {
  const payments = distinctPayments(events);
  const sum = (bucket: Bucket) =>
    sumCents(
      payments.flatMap((p) => p.adjustments.filter((a) => bucketOf(a) === bucket).map((a) => a.amount)),
    );
  const paid = sumCents(payments.map((payment) => payment.paid));
  const contractual = sum('contractual');
  const patientResponsibility = sum('patientResponsibility');
  const otherAdjustments = sum('otherAdjustments');
  return {
    charge,
    paid,
    contractual,
    patientResponsibility,
    otherAdjustments,
    open: cents(charge - paid - contractual - patientResponsibility - otherAdjustments),
  };
}
