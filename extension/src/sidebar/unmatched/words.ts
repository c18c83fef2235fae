/** An unmatched answer in a biller's words. */
import type { AnswerShown } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';

/** `Aetna paid $150.00 for Tester, Anna`. */
export function whoPaid({ says, title }: AnswerShown): string {
  const about = says.patientName === null ? '' : ` for ${says.patientName}`;
  if (says.paid === null) return `${title}${about}`;
  const payer = says.payerName ?? 'A payer';
  if (says.paid < 0) return `${payer} takes ${formatMoney(cents(-says.paid))} back${about}`;
  return `${payer} paid ${formatMoney(cents(says.paid))}${about}`;
}
