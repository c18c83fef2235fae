/** A claim's part of a remittance (2100) as the fact that is posted to the claim. */
import type { ClaimPaymentFact, LinePaymentFact } from '@claimside/shared/lifecycle';
import type { ClaimPayment, Remittance, ServicePayment } from '../transactions/remittance-835/index.ts';
import { claimPaymentHash, paymentKey } from './payment-key.ts';

/** `occurrence` tells equal parts of one remittance apart, from 0. Amounts keep the sign they were sent with. */
export function toPaymentFact(
  remittance: Remittance,
  payment: ClaimPayment,
  occurrence: number,
): ClaimPaymentFact {
  return {
    paymentKey: paymentKey(remittance),
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
  return {
    ...(line.lineControlNumber !== undefined && { lineControlNumber: line.lineControlNumber }),
    procedureCode: line.procedureCode,
    modifiers: line.modifiers,
    charge: line.chargeAmount,
    paid: line.paidAmount,
    ...(line.allowedAmount !== undefined && { allowed: line.allowedAmount }),
    adjustments: line.adjustments,
    remarkCodes: line.remarkCodes,
  };
}
