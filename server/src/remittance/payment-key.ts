/** What makes two remittances the same payment, and two parts of them the same content. */
import { createHash } from 'node:crypto';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';

/** TRN03 + TRN02 + BPR02 + BPR16: the payment, whatever file it came in. */
export function paymentKey(remittance: Remittance): string {
  return [
    remittance.payerTraceId,
    remittance.traceNumber,
    remittance.paymentAmount,
    remittance.paymentDate,
  ].join('|');
}

/**
 * The key of a remittance that a person posts although another account of the same payment was posted: the money of each stands under
 * its own. `number` from 2.
 */
export const furtherPaymentKey = (key: string, number: number): string => `${key}|${number}`;

/** How the keys of all further ones begin. */
export const furtherKeyPrefix = (key: string): string => `${key}|`;

/** The key of the payment that the remittance itself tells. */
export const toldPaymentKey = (key: string): string => key.replace(/(\|\d{4}-\d{2}-\d{2})\|\d+$/, '$1');

/** How the keys of all payments under the same check or EFT number of the payer begin. */
export function traceOf({ payerTraceId, traceNumber }: Remittance): string {
  return `${payerTraceId}|${traceNumber}|`;
}

/** TRN03, out of the key of a payment. */
export const payerTraceIn = (key: string): string => key.slice(0, key.indexOf('|'));

/** Of what the remittance says, leaving out the envelope it came in. */
export function remittanceHash(remittance: Remittance): string {
  return hash(remittance);
}

/** `occurrence` counts equal parts within one remittance from 0, as each of them pays. */
export function claimPaymentHash(payment: ClaimPayment, occurrence: number): string {
  return hash({ payment, occurrence });
}

/** Each with how many equal ones stand before it: of one remittance they count each. */
export function occurrencesOf<T>(items: readonly T[]): { readonly item: T; readonly occurrence: number }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const content = hash(item);
    const occurrence = seen.get(content) ?? 0;
    seen.set(content, occurrence + 1);
    return { item, occurrence };
  });
}

/** SHA-256 of a value, whatever the order its properties were written in. */
export function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
