/** For tests: facts of a claim of $100.00, in the order in which they were learnt. */
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import type { Adjustment, ClaimEvent, ClaimFact, ClaimPaymentFact } from './index.ts';

export const CHARGE = cents(10000);

export function events(...facts: ClaimFact[]): ClaimEvent[] {
  return facts.map((fact, i) => ({
    id: String(i),
    at: `2026-11-22T10:00:${String(i).padStart(2, '0')}.000Z` as UtcInstant,
    source: { kind: 'system' },
    fact,
  }));
}

export function payment(
  paid: number,
  adjustments: Adjustment[],
  claimStatusCode = '1',
  contentHash = `h${paid}${claimStatusCode}`,
): ClaimFact {
  const fact: ClaimPaymentFact = {
    paymentKey: 'k',
    contentHash,
    checkNumber: 'CHK1',
    paymentDate: '2026-11-30' as IsoDate,
    payerName: 'Sample Health Plan',
    claimStatusCode,
    payerClaimControlNumber: 'P1',
    charge: CHARGE,
    paid: cents(paid),
    adjustments,
  };
  return { type: 'payment', payment: fact };
}
export const adjust = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});

export const patientPaid = (amount: number): ClaimFact => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-12-01' as IsoDate,
  method: 'card',
});
export const writtenOff = (of: 'payer' | 'patient', amount: number): ClaimFact => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'courtesy',
});
export const queued: ClaimFact = { type: 'queued' };
export const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'OATEST_837P_1.txt' };
export const copyRefused = (refusal: number): ClaimFact => ({
  type: 'copy-refused',
  fileName: 'f',
  refusal,
  codes: ['TA1:024'],
  message: 'invented',
});
export const copyTaken = (refusals: number): ClaimFact => ({ type: 'copy-taken', fileName: 'f', refusals });
export const sendingAgain = (attempt: number): ClaimFact => ({
  type: 'sending-again',
  fileName: 'f',
  attempt,
});
export const fileAccepted: ClaimFact = { type: 'file-accepted', withErrors: false };
export const refused = (
  type: 'file-rejected' | 'clearinghouse-rejected' | 'payer-rejected' | 'clearinghouse-pended',
): ClaimFact => ({
  type,
  codes: ['A7:562'],
  message: 'invented',
});
export const accepted: ClaimFact = { type: 'clearinghouse-accepted' };
export const withPayer: ClaimFact = { type: 'payer-accepted' };
export const unclear: Extract<ClaimFact, { type: 'unclear' }> = { type: 'unclear', message: 'invented' };
export const paidInFull = payment(8000, [adjust('CO', '45', 2000)]);
export const reversal = payment(-8000, [adjust('CO', '45', -2000)], '22');
