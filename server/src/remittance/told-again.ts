/** Whether a remittance tells again what a person set aside: it is not posted by itself, whatever else is around its amounts. */
import { findInboundFile } from '../store/inbound-files.ts';
import type { ReceivedRemittance } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import type { ClaimPayment, ProviderAdjustment, Remittance } from '../transactions/remittance-835/index.ts';
import { remittanceIn } from './fates.ts';
import { hash } from './payment-key.ts';

/**
 * Those of `before`, which are of the same payment, that a person set aside, or took up again, and that tell the same amounts. Names, dates and identifiers may
 * differ, as portals write the same payment each in its own way.
 */
export async function setAsideBefore(
  scope: Scope,
  remittance: Remittance,
  before: readonly ReceivedRemittance[],
): Promise<ReceivedRemittance[]> {
  const money = moneyIn(remittance);
  const found: ReceivedRemittance[] = [];
  for (const each of before) {
    if (each.posted || each.decision === null) continue;
    const file = await findInboundFile(scope, each.inboundFileId);
    const told = file && remittanceIn(file.bytes, each);
    if (told && moneyIn(told) === money) found.push(each);
  }
  return found;
}

/** Every amount with what it is of, in any order. */
const moneyIn = ({ claims, providerAdjustments }: Remittance): string =>
  hash([claims.map(claimMoney).sort(), providerAdjustments.map(adjustmentMoney).sort()]);

/** The same for the same amounts, whatever names, dates and identifiers stand around them. */
export const claimMoney = (payment: ClaimPayment): string => hash(moneyOf(payment));
export const adjustmentMoney = ({ reason, amount, reference }: ProviderAdjustment): string =>
  hash({ reason, amount, reference });

const moneyOf = ({
  patientControlNumber,
  statusCode,
  chargeAmount,
  paidAmount,
  adjustments,
  lines,
}: ClaimPayment) => ({
  patientControlNumber,
  statusCode,
  chargeAmount,
  paidAmount,
  adjustments,
  lines: lines.map((line) => ({
    procedureCode: line.procedureCode,
    chargeAmount: line.chargeAmount,
    paidAmount: line.paidAmount,
    adjustments: line.adjustments,
  })),
});
