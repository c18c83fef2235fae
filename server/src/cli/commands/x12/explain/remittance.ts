/** An 835 for people: each payment, what it pays of which claim, and whether it adds up. */
import { type Cents, formatMoney } from '@claimside/shared/values';
import {
  balanceRemittance,
  type ClaimAdjustment,
  type ClaimPayment,
  type Remittance,
  type RemittanceFile,
} from '../../../../transactions/remittance-835/index.ts';
import { balanceText } from '../balance-text.ts';

export function explainRemittances({ remittances }: Pick<RemittanceFile, 'remittances'>): string[] {
  return remittances.flatMap(explain);
}

function explain(remittance: Remittance): string[] {
  const { paymentMethod, traceNumber, paymentAmount, paymentDate, payer, payee } = remittance;
  const unbalanced = balanceRemittance(remittance);
  return [
    `Payment ${traceNumber} (${paymentMethod}) of ${paymentDate}: ${formatMoney(paymentAmount)}`,
    `  from ${payer.name} to ${payee.name}`,
    ...remittance.claims.flatMap(explainClaim),
    ...remittance.providerAdjustments.map(
      ({ reason, reference, amount }) =>
        `  Provider adjustment ${[reason, reference].filter(Boolean).join(' ')}: ${formatMoney(amount)}`,
    ),
    ...(unbalanced.length === 0
      ? ['  It adds up.']
      : ['  It does not add up:', ...unbalanced.map((finding) => `    ${balanceText(finding)}`)]),
  ];
}

function explainClaim(claim: ClaimPayment): string[] {
  const { patientControlNumber, statusCode, chargeAmount, paidAmount, patientResponsibility } = claim;
  const { firstName, lastName } = claim.patient;
  const sums = `charged ${formatMoney(chargeAmount)}, paid ${formatMoney(paidAmount)}, patient ${formatMoney(patientResponsibility)}`;
  return [
    `  Claim ${patientControlNumber} of ${[firstName, lastName].filter(Boolean).join(' ')}, status ${statusCode}: ${sums}`,
    ...(claim.adjustments.length > 0 ? [`    ${adjustments(claim.adjustments)}`] : []),
    ...claim.lines.map((line) => {
      const code = [line.procedureCode, ...line.modifiers].join(' ');
      const taken = line.adjustments.length > 0 ? `; ${adjustments(line.adjustments)}` : '';
      return `    ${line.serviceDate ?? ''} ${code}: charged ${money(line.chargeAmount)}, paid ${money(line.paidAmount)}${taken}`;
    }),
  ];
}

const money = (amount: Cents) => formatMoney(amount);

const adjustments = (list: readonly ClaimAdjustment[]) =>
  list.map(({ group, reason, amount }) => `${group}-${reason} ${formatMoney(amount)}`).join(', ');
