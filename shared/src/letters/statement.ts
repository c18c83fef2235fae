/** A statement for the patient: what was billed, what the insurance did, what is left to pay. */
import { patientBalance } from '../lifecycle/index.ts';
import { type Cents, cents, formatMoney, sumCents } from '../values/index.ts';
import { addressLines, type LetterParts, nameOf, sender, serviceDatesOf } from './parts.ts';

export function patientStatement({ claim, money, practice, today }: LetterParts): string {
  const { patient } = claim;
  const { deductible, coinsurance, copay, other } = money.patientShares;
  // What people let go of the share; the rest of what they let go was the insurance's to pay.
  const share = sumCents([deductible, coinsurance, copay, other]);
  const letGoOfShare = cents(share - money.patientResponsibility);
  const { contactPhone } = practice?.billingProvider ?? {};
  return [
    ...sender(practice),
    '',
    today,
    '',
    nameOf(patient),
    ...addressLines(patient.address),
    '',
    `Your statement for ${serviceDatesOf(claim)}`,
    '',
    row('Charged', money.charge),
    row('Paid by insurance', money.paid),
    ...some('Taken off by contract', money.contractual),
    ...some('Other adjustments', money.otherAdjustments),
    ...some('Let go', cents(money.writtenOff - letGoOfShare)),
    ...some('Still with the insurance', money.open),
    '',
    'Your share, as the insurance says:',
    ...some('Deductible', deductible),
    ...some('Coinsurance', coinsurance),
    ...some('Copay', copay),
    ...some('Not covered', other),
    ...some('Let go', letGoOfShare),
    ...some('You have paid', money.patientPaid),
    row('Please pay', patientBalance(money)),
    '',
    ...(contactPhone ? [`Questions? Call ${contactPhone}.`] : []),
  ].join('\n');
}

/** Fits the sidebar. */
const WIDTH = 30;
const row = (words: string, amount: Cents): string =>
  `${words.padEnd(WIDTH)} ${formatMoney(amount).padStart(10)}`;
const some = (words: string, amount: Cents): string[] => (amount === 0 ? [] : [row(words, amount)]);
