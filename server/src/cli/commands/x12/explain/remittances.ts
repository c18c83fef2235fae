/** An 835 for people while it is read: each payment, what it pays of which claim and why not more, and whether it adds up. */
import { type Cents, cents, formatMoney } from '@claimside/shared/values';
import {
  balanceText,
  type ClaimAdjustment,
  type ClaimPayment,
  type ClaimPaymentRecord,
  type RemittanceEnd,
  type RemittanceFileVisitor,
  type RemittanceStart,
  RunningBalance,
  type ServicePayment,
} from '../../../../transactions/remittance-835/index.ts';

/** A person looks at the first of them, and all are among the findings. */
const MOST_EQUATIONS = 20;

/** Lines of words until they are taken. */
export class RemittanceExplainer implements Partial<RemittanceFileVisitor> {
  readonly #lines: string[] = [];
  #balance = new RunningBalance();
  #unbalanced: string[] = [];
  #start: RemittanceStart | undefined;

  remittance(start: RemittanceStart): void {
    const { paymentMethod, traceNumber, paymentAmount, paymentDate, payer, payee, isDebit } = start.head;
    this.#start = start;
    this.#balance = new RunningBalance();
    this.#unbalanced = [];
    const taken = isDebit ? ', which the payer takes' : '';
    this.#lines.push(
      `Payment ${traceNumber} (${paymentMethod}) of ${paymentDate}: ${formatMoney(paymentAmount)}${taken}`,
      `  from ${payer.name} to ${payee.name}`,
    );
  }

  claim({ payment }: ClaimPaymentRecord): void {
    this.#lines.push(...explainClaim(payment));
    for (const finding of this.#balance.claim(payment)) this.#unbalanced.push(balanceText(finding));
    this.#unbalanced.splice(MOST_EQUATIONS);
  }

  remittanceEnd({ providerAdjustments }: RemittanceEnd): void {
    const { paymentAmount } = this.#start?.head ?? { paymentAmount: cents(0) };
    const check = this.#balance.end(paymentAmount, providerAdjustments).map(balanceText);
    const unbalanced = [...this.#unbalanced, ...check];
    this.#lines.push(
      ...providerAdjustments.map(
        ({ reason, reference, amount }) =>
          `  Provider adjustment ${[reason, reference].filter(Boolean).join(' ')}: ${formatMoney(amount)}`,
      ),
      ...(unbalanced.length === 0
        ? ['  It adds up.']
        : ['  It does not add up:', ...unbalanced.map((text) => `    ${text}`)]),
    );
  }

  take(): readonly string[] {
    return this.#lines.splice(0);
  }
}

function explainClaim(claim: ClaimPayment): string[] {
  const { patientControlNumber, statusCode, chargeAmount, paidAmount, patientResponsibility } = claim;
  const { firstName, lastName } = claim.patient;
  const sums = `charged ${formatMoney(chargeAmount)}, paid ${formatMoney(paidAmount)}, patient ${formatMoney(patientResponsibility ?? cents(0))}`;
  const remarks = [...(claim.outpatient?.remarkCodes ?? []), ...(claim.inpatient?.remarkCodes ?? [])];
  return [
    `  Claim ${patientControlNumber} of ${[firstName, lastName].filter(Boolean).join(' ')}, status ${statusCode}: ${sums}`,
    ...(claim.adjustments.length > 0 ? [`    ${adjustments(claim.adjustments)}`] : []),
    ...(remarks.length > 0 ? [`    remarks ${remarks.join(', ')}`] : []),
    ...claim.lines.map(explainLine),
  ];
}

function explainLine(line: ServicePayment): string {
  const code = [line.procedureCode, ...line.modifiers].join(' ');
  const { submittedProcedureCode } = line;
  const sent = submittedProcedureCode === undefined ? '' : ` (sent as ${submittedProcedureCode})`;
  const taken = line.adjustments.length > 0 ? `; ${adjustments(line.adjustments)}` : '';
  const remarks = line.remarkCodes.length > 0 ? `; remarks ${line.remarkCodes.join(', ')}` : '';
  const day = line.serviceDate ?? line.serviceStart ?? '';
  return `    ${day} ${code}${sent}: charged ${money(line.chargeAmount)}, paid ${money(line.paidAmount)}${taken}${remarks}`;
}

const money = (amount: Cents) => formatMoney(amount);

const adjustments = (list: readonly ClaimAdjustment[]) =>
  list.map(({ group, reason, amount }) => `${group}-${reason} ${formatMoney(amount)}`).join(', ');
