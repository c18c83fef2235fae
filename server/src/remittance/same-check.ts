/** Whether two accounts of a payment, one from paper and one from a file, are of the same check. */
import { plainCheckNumber } from '../store/check-numbers.ts';

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
  return one.total === other.total || isSamePayer(one.payerName, other.payerName);
}

/** Roughly: one name may be the beginning of the other. */
function isSamePayer(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [plainName(one), plainName(other)].sort((a, b) => a.length - b.length);
  return shorter !== '' && longer.startsWith(shorter);
}

const plainName = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '');
