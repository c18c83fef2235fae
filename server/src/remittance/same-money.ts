/** What was posted and may be the money that a remittance tells of, each as it says it, for a person to compare. */
import type { AccountOfPayment, RemittanceDetail } from '@claimside/shared/api';
import { paymentsByKey } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import { CLASH_WORDS, clashOf } from './clash.ts';
import { fatesOf, type ReadAnew, readAnew } from './fates.ts';
import { TYPED_TRACE } from './typed-payment.ts';

/** As many claims as two people compare by eye. */
const CLAIMS_SHOWN = 20;

/** Null where all of it is posted, or nothing posted may be the same. */
export async function sameMoney(scope: Scope, read: ReadAnew): Promise<RemittanceDetail['sameMoney']> {
  const clash = read.stored.posted ? undefined : await clashOf(scope, read.remittance);
  if (!clash) return null;
  const others: AccountOfPayment[] = [];
  for (const { remittanceId } of (await paymentsByKey(scope, clash.paymentKeys)).values()) {
    const other = remittanceId === null ? undefined : await readAnew(scope, remittanceId);
    if (other) others.push(await accountOf(scope, other));
  }
  return { words: CLASH_WORDS[clash.kind], own: await accountOf(scope, read), others };
}

async function accountOf(scope: Scope, read: ReadAnew): Promise<AccountOfPayment> {
  const { id, checkNumber, paymentDate, payerName, total, claims } = read.stored.summary;
  const fates = (await fatesOf(scope, read)).slice(0, CLAIMS_SHOWN);
  return {
    remittanceId: id,
    checkNumber,
    paymentDate,
    payerName,
    total,
    isTyped: read.remittance.payerTraceId === TYPED_TRACE,
    claimCount: claims,
    claims: fates.map(({ part: { payment }, claimId }) => ({
      patientName: [payment.patient.lastName, payment.patient.firstName].filter(Boolean).join(', '),
      statusCode: payment.statusCode,
      charge: payment.chargeAmount,
      paid: payment.paidAmount,
      claimId,
    })),
  };
}
