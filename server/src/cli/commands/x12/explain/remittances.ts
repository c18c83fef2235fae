/** An 835 for people while it is read: each payment, what it pays of which claim and why not more, and whether it adds up. */
import {
  adjustmentWords,
  type Decision,
  decisionOf,
  decisionWords,
  providerAdjustmentWords,
  remarksOfLine,
} from '@claimside/shared/advice';
import { type Cents, cents, formatMoney, sumCents } from '@claimside/shared/values';
import {
  balanceText,
  type ClaimAdjustment,
  type ClaimPayment,
  type ClaimPaymentRecord,
  type ProviderAdjustment,
  type RemittanceEnd,
  type RemittanceFileVisitor,
  type RemittanceStart,
  RunningBalance,
  type ServicePayment,
  signedPayment,
} from '../../../../transactions/remittance-835/index.ts';

/** `claims $342.50 less provider adjustments $20.00 = $322.50`. */
function sumOf(paid: Cents, adjustments: readonly ProviderAdjustment[], payment: Cents): string {
  const taken = sumCents(adjustments.map(({ amount }) => amount));
  const less = adjustments.length === 0 ? '' : ` less provider adjustments ${formatMoney(taken)}`;
  return `claims ${formatMoney(paid)}${less} = ${formatMoney(payment)}`;
}

/** A person looks at the first of them, and all are among the findings. */
const MOST_EQUATIONS = 20;

/** Lines of words until they are taken. */
export class RemittanceExplainer implements Partial<RemittanceFileVisitor> {
  readonly #lines: string[] = [];
  #balance = new RunningBalance();
  #unbalanced: string[] = [];
  #paid = cents(0);
  #start: RemittanceStart | undefined;

  remittance(start: RemittanceStart): void {
    const { paymentMethod, traceNumber, paymentAmount, paymentDate, payer, payee, isDebit } = start.head;
    this.#start = start;
    this.#balance = new RunningBalance();
    this.#unbalanced = [];
    this.#paid = cents(0);
    const taken = isDebit ? ', which the payer takes' : '';
    this.#lines.push(
      `Payment ${traceNumber} (${paymentMethod}) of ${paymentDate}: ${formatMoney(paymentAmount)}${taken}`,
      `  from ${payer.name} to ${payee.name}`,
    );
  }

  claim({ payment }: ClaimPaymentRecord): void {
    this.#lines.push(...explainClaim(payment));
    this.#paid = cents(this.#paid + payment.paidAmount);
    for (const finding of this.#balance.claim(payment)) this.#unbalanced.push(balanceText(finding));
    this.#unbalanced.splice(MOST_EQUATIONS);
  }

  remittanceEnd({ providerAdjustments }: RemittanceEnd): void {
    const paid = this.#start ? signedPayment(this.#start.head) : cents(0);
    const check = this.#balance.end(paid, providerAdjustments).map(balanceText);
    const unbalanced = [...this.#unbalanced, ...check];
    this.#lines.push(
      ...providerAdjustments.map(providerAdjustment),
      ...(unbalanced.length === 0
        ? [`  It adds up: ${sumOf(this.#paid, providerAdjustments, paid)}.`]
        : ['  It does not add up:', ...unbalanced.map((text) => `    ${text}`)]),
    );
  }

  take(): readonly string[] {
    return this.#lines.splice(0);
  }
}

function explainClaim(claim: ClaimPayment): string[] {
  const { firstName, lastName } = claim.patient;
  const remarks = [...(claim.outpatient?.remarkCodes ?? []), ...(claim.inpatient?.remarkCodes ?? [])];
  const number = claim.payerClaimControlNumber;
  const decision = decisionOf({
    claimStatusCode: claim.statusCode,
    paid: claim.paidAmount,
    adjustments: [claim, ...claim.lines].flatMap(({ adjustments }) => adjustments),
  });
  return [
    `  Claim ${claim.patientControlNumber} of ${[firstName, lastName].filter(Boolean).join(' ')}: ${decisionWords(claim.statusCode)}${number === '' ? '' : `, its number ${number}`}`,
    `    charged ${formatMoney(claim.chargeAmount)}, paid ${formatMoney(claim.paidAmount)}, patient ${formatMoney(claim.patientResponsibility ?? cents(0))}`,
    ...claim.adjustments.map((each) => `    ${adjustment(each, remarks, decision)}`),
    ...(remarks.length > 0 ? [`    remarks ${remarks.join(', ')}`] : []),
    ...claim.lines.flatMap((line) => explainLine(line, remarks, decision)),
  ];
}

function explainLine(line: ServicePayment, ofClaim: readonly string[], decision: Decision): string[] {
  const code = [line.procedureCode, ...line.modifiers].join(' ');
  const { submittedProcedureCode } = line;
  const sent = submittedProcedureCode === undefined ? '' : ` (sent as ${submittedProcedureCode})`;
  const remarks = line.remarkCodes.length > 0 ? `; remarks ${line.remarkCodes.join(', ')}` : '';
  const day = line.serviceDate ?? line.serviceStart ?? '';
  return [
    `    ${day} ${code}${sent}: charged ${formatMoney(line.chargeAmount)}, paid ${formatMoney(line.paidAmount)}${remarks}`,
    ...line.adjustments.map((each) => `      ${adjustment(each, remarksOfLine(line, ofClaim), decision)}`),
  ];
}

/** `Not paid $25.00 (CO-197): why, and what to do`. */
function adjustment(
  { group, reason, ...said }: ClaimAdjustment,
  remarkCodes: readonly string[],
  decision: Decision,
): string {
  const { what, why, amount } = adjustmentWords(
    { group, reason, amount: said.amount, remarkCodes },
    decision,
  );
  return `${what} ${formatMoney(amount)} (${group}-${reason})${why === '' ? '' : `: ${why}`}`;
}

/** As the payer signs it, positive lowers the payment. */
function providerAdjustment({ reason, reference, amount }: ProviderAdjustment): string {
  const words = providerAdjustmentWords(reason, amount);
  const what = words === undefined ? reason : `${words} (${reason})`;
  const of = reference === undefined ? '' : `, reference ${reference}`;
  return `  Provider adjustment: ${what}${of}: ${formatMoney(cents(Math.abs(amount)))} ${amount < 0 ? 'more' : 'less'}`;
}
