/** Whether two accounts of a payment, one from paper and one from a file, are of the same check. */
import { plainCheckNumber } from '../store/check-numbers.ts';
import { payerTraceIn } from './payment-key.ts';

interface Check {
  readonly checkNumber: string;
  readonly payerName: string;
  readonly total: number;
}

/**
 * The same number, and the same total or payer: payers do not agree with each other on numbers, and no paper writes a payer's name
 * as its files do. Without money many may share a number.
 */
export function isSameCheck(one: Check, other: Check): boolean {
  if (plainCheckNumber(one.checkNumber) !== plainCheckNumber(other.checkNumber)) return false;
  if (one.total === 0 && other.total === 0) return false;
  return one.total === other.total || isSameName(one.payerName, other.payerName);
}

interface OfPayer {
  readonly paymentKey: string;
  readonly payerName: string;
}

/** By its ID (TRN03) or name, of which a clearinghouse may put its own in place of one. */
export const isSamePayer = (one: OfPayer, other: OfPayer): boolean =>
  payerTraceIn(one.paymentKey) === payerTraceIn(other.paymentKey) ||
  isSameName(one.payerName, other.payerName);

/** Roughly: one name may be the beginning of the other. */
function isSameName(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [plainName(one), plainName(other)].sort((a, b) => a.length - b.length);
  return shorter !== '' && longer.startsWith(shorter);
}

const plainName = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '');
