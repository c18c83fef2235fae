/** What earlier payers decided, in words. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { formatMoney } from '@claimside/shared/values';
import { rest } from './words.ts';

type Adjudication = NonNullable<NonNullable<ClaimDraft['serviceLines']>[number]['adjudications']>[number];

/** `CO 45 $50.00, PR 2 $25.00`. */
export function adjustmentsIn(adjustments: NonNullable<Adjudication['adjustments']>): string {
  return adjustments
    .map(({ group, reason, amount, quantity }) => {
      const money = amount === undefined ? '?' : formatMoney(amount);
      const units = quantity === undefined ? '' : ` for ${quantity} units`;
      return `${group ?? '?'} ${reason ?? '?'} ${money}${units}`;
    })
    .join(', ');
}

/** `payer 60054 paid $110.00 for 99214 (1 units) on 2026-11-20; adjusted CO 45 $50.00`. */
export function adjudicationIn(decision: Adjudication): string {
  const {
    payerId,
    paidAmount,
    procedureCode,
    modifiers = [],
    paidUnits,
    adjudicationDate,
    adjustments,
  } = decision;
  const code = [decision.procedureCodeQualifier, procedureCode, ...modifiers].filter(Boolean).join(' ');
  const more = rest('adjudications', decision, ...TOLD);
  return [
    `payer ${payerId ?? '?'} paid ${paidAmount === undefined ? '?' : formatMoney(paidAmount)} for ${code}, units ${paidUnits ?? '?'}, on ${adjudicationDate ?? '?'}`,
    ...(adjustments ? [`adjusted ${adjustmentsIn(adjustments)}`] : []),
    ...more,
  ].join('; ');
}

const TOLD = [
  'payerId',
  'paidAmount',
  'procedureCodeQualifier',
  'procedureCode',
  'modifiers',
  'paidUnits',
  'adjudicationDate',
  'adjustments',
];
