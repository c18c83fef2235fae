/** Whether a remittance tells again what a person set aside: then what was decided holds, whatever else is around its amounts. */
import { findInboundFile } from '../store/inbound-files.ts';
import type { ReceivedRemittance } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';
import { remittanceIn } from './fates.ts';
import { hash } from './payment-key.ts';

/** `before`: of the same payment. Names, dates and identifiers may differ, as portals write the same payment each in its own way. */
export async function wasSetAside(
  scope: Scope,
  remittance: Remittance,
  before: readonly ReceivedRemittance[],
): Promise<boolean> {
  const money = moneyIn(remittance);
  for (const each of before) {
    if (each.state !== 'set-aside') continue;
    const file = await findInboundFile(scope, each.inboundFileId);
    const told = file && remittanceIn(file.bytes, each);
    if (told && moneyIn(told) === money) return true;
  }
  return false;
}

/** Every amount with what it is of, in any order. */
const moneyIn = ({ claims, providerAdjustments }: Remittance): string =>
  hash([
    claims.map((claim) => hash(moneyOf(claim))).sort(),
    providerAdjustments.map(({ reason, amount, reference }) => hash({ reason, amount, reference })).sort(),
  ]);

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
