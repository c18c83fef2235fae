/** A claim's part of a remittance (2100) as the fact that is posted to the claim. */
import type { ClaimPaymentFact, LinePaymentFact } from '@claimside/shared/lifecycle';
import type { ClaimPayment, Remittance, ServicePayment } from '../transactions/remittance-835/index.ts';
import { claimPaymentHash, occurrencesOf, paymentKey } from './payment-key.ts';

/** One claim of a remittance, as what is posted of it. */
export interface PaymentPart {
  readonly payment: ClaimPayment;
  readonly fact: ClaimPaymentFact;
  /** That of the fact: the same for the same part of the same payment. */
  readonly dedupeKey: string;
}

/** Each claim of the remittance, in its order; equal ones told apart, as each of them pays. `key`: under which it is posted. */
export function paymentPartsOf(remittance: Remittance, key = paymentKey(remittance)): PaymentPart[] {
  return occurrencesOf(remittance.claims).map(({ item: payment, occurrence }) => {
    const fact = toPaymentFact(remittance, payment, occurrence, key);
    return { payment, fact, dedupeKey: `${paymentKeyPrefix(fact.paymentKey)}${fact.contentHash}` };
  });
}

/** How the dedupe keys of all facts of a payment begin. */
export const paymentKeyPrefix = (key: string): string => `payment:${key}:`;

/** `occurrence` tells equal parts of one remittance apart, from 0. Amounts keep the sign they were sent with. */
export function toPaymentFact(
  remittance: Remittance,
  payment: ClaimPayment,
  occurrence: number,
  key = paymentKey(remittance),
): ClaimPaymentFact {
  return {
    paymentKey: key,
    contentHash: claimPaymentHash(payment, occurrence),
    checkNumber: remittance.traceNumber,
    paymentDate: remittance.paymentDate,
    payerName: remittance.payer.name,
    claimStatusCode: payment.statusCode,
    payerClaimControlNumber: payment.payerClaimControlNumber,
    charge: payment.chargeAmount,
    paid: payment.paidAmount,
    adjustments: [...payment.adjustments, ...payment.lines.flatMap((line) => line.adjustments)],
    remarkCodes: [...(payment.inpatient?.remarkCodes ?? []), ...(payment.outpatient?.remarkCodes ?? [])],
    lines: payment.lines.map(lineFact),
  };
}

function lineFact(line: ServicePayment): LinePaymentFact {
  const serviceDate = line.serviceDate ?? line.serviceStart;
  return {
    ...(line.lineControlNumber !== undefined && { lineControlNumber: line.lineControlNumber }),
    procedureCode: line.procedureCode,
    modifiers: line.modifiers,
    ...(line.submittedProcedureCode !== undefined && {
      submittedProcedureCode: line.submittedProcedureCode,
    }),
    ...(line.submittedModifiers !== undefined && { submittedModifiers: line.submittedModifiers }),
    ...(serviceDate !== undefined && { serviceDate }),
    charge: line.chargeAmount,
    paid: line.paidAmount,
    units: line.units ?? 1,
    ...(line.allowedAmount !== undefined && { allowed: line.allowedAmount }),
    adjustments: line.adjustments,
    remarkCodes: line.remarkCodes,
  };
}
