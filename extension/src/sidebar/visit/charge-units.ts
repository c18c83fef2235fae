/** Money never changes by itself: what the charge of a line would be for the units a person typed, to be offered. */

import { valueAt } from '@claimside/shared/claim';
import { type Cents, cents } from '@claimside/shared/values';
import { originOf, pathInReading, type VisitForm } from './form.ts';

/**
 * The line's charge at the price per unit that was read, for the units now. Undefined when the units are as read, the
 * charge was typed, or it would not be whole cents.
 */
export function chargeForUnits(form: VisitForm, index: number): Cents | undefined {
  const at = `serviceLines.${index}`;
  const readAt = pathInReading(form, at);
  if (readAt === undefined || originOf(form, `${at}.units`).kind !== 'by-hand') return undefined;
  if (originOf(form, `${at}.chargeAmount`).kind === 'by-hand') return undefined;
  const charge = valueAt(form.read.draft, `${readAt}.chargeAmount`);
  const before = valueAt(form.read.draft, `${readAt}.units`);
  const now = valueAt(form.draft, `${at}.units`);
  if (typeof charge !== 'number' || typeof before !== 'number' || typeof now !== 'number') return undefined;
  const fitting = (charge * now) / before;
  return Number.isSafeInteger(fitting) && fitting > 0 ? cents(fitting) : undefined;
}
