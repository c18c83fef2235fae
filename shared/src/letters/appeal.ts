/** A letter that asks a payer to look at its decision again: all that the payer needs to find the claim, and room for why. */
import { type Cents, cents, formatMoney, type IsoDate } from '../values/index.ts';
import { addressLines, type LetterParts, nameOf, sender, serviceDatesOf } from './parts.ts';

export interface AppealParts extends LetterParts {
  /** The decision that is disputed: check or EFT number, and its date. */
  readonly decision: { readonly checkNumber: string; readonly paymentDate: IsoDate } | undefined;
  /** By this payer alone. */
  readonly paid: Cents;
  /** How much less it allowed than its contract says. */
  readonly underpaidBy: Cents;
  /** What the payer said, in words with its codes: `Prior authorization is missing (CO-197)`. */
  readonly reasons: readonly string[];
  readonly payerClaimControlNumber: string | null;
  /** CLM01. */
  readonly patientControlNumber: string;
}

/** Where the person who writes says why. */
export const TO_FILL_IN = '[Say here why the decision is wrong, and what you enclose.]';

export function appealLetter(parts: AppealParts): string {
  const { claim, practice, today, money, decision, underpaidBy } = parts;
  const inDispute = cents(money.open + underpaidBy);
  return [
    ...sender(practice),
    '',
    today,
    '',
    claim.coverage.payerName,
    'Claims appeals',
    ...(claim.coverage.payerAddress ? addressLines(claim.coverage.payerAddress) : []),
    '',
    'Appeal of a claim decision',
    '',
    `Patient: ${nameOf(claim.patient)}, born ${claim.patient.birthDate}`,
    `Member ID: ${claim.coverage.memberId}`,
    ...(parts.payerClaimControlNumber === null
      ? []
      : [`Your claim number: ${parts.payerClaimControlNumber}`]),
    `Our claim number: ${parts.patientControlNumber}`,
    `Date of service: ${serviceDatesOf(claim)}`,
    `Charged: ${formatMoney(money.charge)}, paid: ${formatMoney(parts.paid)}, in dispute: ${formatMoney(inDispute)}`,
    ...(decision ? [`Your decision: ${decision.checkNumber} of ${decision.paymentDate}`] : []),
    '',
    'We ask you to look at this decision again.',
    ...(underpaidBy > 0
      ? [`You allowed ${formatMoney(underpaidBy)} less than our contract with you says.`]
      : []),
    ...reasonsGiven(parts),
    '',
    TO_FILL_IN,
    '',
    'If you keep to your decision, please name the rule or the clause that it rests on, and who reviewed it.',
    '',
    ...signature(parts),
  ].join('\n');
}

/** Of what was only paid too low there may be none. */
function reasonsGiven({ reasons, underpaidBy }: AppealParts): string[] {
  if (reasons.length > 0) return ['You gave as the reason:', ...reasons.map((reason) => `- ${reason}`)];
  return underpaidBy > 0 ? [] : ['You gave as the reason:', '- none that we could read'];
}

function signature({ practice }: LetterParts): string[] {
  const { contactName, contactPhone } = practice?.billingProvider ?? {};
  return [contactName ?? '', practice?.name ?? '', contactPhone ? `Phone ${contactPhone}` : ''].filter(
    Boolean,
  );
}
