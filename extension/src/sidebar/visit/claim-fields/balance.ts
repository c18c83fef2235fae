/** What an earlier payer left of the charge, in one sentence: it has to come out even before the next payer is billed. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { draftTotalCharge, valueAt } from '@claimside/shared/claim';
import { type Cents, cents, formatMoney } from '@claimside/shared/values';
import type { Note } from './spec.ts';

type Other = NonNullable<ClaimDraft['otherCoverages']>[number];
type Adjudication = NonNullable<NonNullable<ClaimDraft['serviceLines']>[number]['adjudications']>[number];
type Adjusted = Pick<Other, 'adjustments'>;

const adjusted = ({ adjustments = [] }: Adjusted): number =>
  adjustments.reduce((sum, { amount = 0 }) => sum + amount, 0);

/** Of one other payer: the whole charge = paid + adjusted at the claim and at its lines (2320 AMT*D and CAS, 2430 CAS). */
export const coverageBalance: Note = (draft, base) => {
  const coverage = valueAt(draft, base) as Other | undefined;
  if (coverage?.paidAmount === undefined) return undefined;
  const atLines = (draft.serviceLines ?? [])
    .flatMap((line) => line.adjudications ?? [])
    .filter(({ payerId }) => payerId !== undefined && payerId === coverage.payer?.id);
  const all = [coverage, ...atLines].reduce((sum, part) => sum + adjusted(part), 0);
  return sentence('The claim’s charge', draftTotalCharge(draft), coverage.paidAmount, all);
};

/** Of one line: its charge = paid + adjusted (2430 SVD and CAS). */
export const lineBalance: Note = (draft, base) => {
  const adjudication = valueAt(draft, base) as Adjudication | undefined;
  const charge = valueAt(draft, `${base.split('.').slice(0, 2).join('.')}.chargeAmount`);
  if (adjudication?.paidAmount === undefined || typeof charge !== 'number') return undefined;
  return sentence('The line’s charge', charge, adjudication.paidAmount, adjusted(adjudication));
};

function sentence(what: string, charge: number, paid: number, taken: number): string {
  const say = (amount: number) => formatMoney(cents(amount) as Cents);
  const open = charge - paid - taken;
  const sum = `${what} ${say(charge)} = paid ${say(paid)} + adjusted ${say(taken)}`;
  if (open === 0) return `${sum}.`;
  return open > 0 ? `${sum} + ${say(open)} not explained yet.` : `${sum}: ${say(-open)} too much.`;
}
