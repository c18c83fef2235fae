/** A 277CA for people: which claims the clearinghouse or payer took, and why it refused the others. */
import { type Cents, formatMoney } from '@claimside/shared/values';
import type {
  ClaimAcknowledgement,
  ClaimStatusAnswer,
  LineStatusAnswer,
  PatientAnswer,
  ProviderAnswer,
  ReceiverAnswer,
} from '../../../../transactions/status-277ca/index.ts';
import { keptBelow } from './leftovers.ts';
import { dated, nameOfParty, speaker, verdictLines } from './statuses.ts';

export function explainClaimAcknowledgements(transactions: readonly ClaimAcknowledgement[]): string[] {
  return transactions.flatMap((transaction) => [
    ...transaction.sources.flatMap((source) => [
      `Answer ${transaction.referenceId} of ${speaker(source.party)}${dated(', received', source.receipt?.receivedDate)}${dated(', processed', source.receipt?.processedDate)}`,
      ...keptBelow('  ', source),
      ...source.receivers.flatMap(explainReceiver),
    ]),
    ...keptBelow('  ', transaction),
  ]);
}

function explainReceiver(receiver: ReceiverAnswer): string[] {
  const { party, answer, providers } = receiver;
  return [
    `  Batch ${answer?.traceNumber || '(no number)'} of ${nameOfParty(party)}${totals(answer)}`,
    ...verdictLines('    ', answer?.statuses ?? []),
    ...keptBelow('    ', receiver),
    ...providers.flatMap(explainProvider),
  ];
}

function explainProvider(provider: ProviderAnswer): string[] {
  const { party, answer, patients } = provider;
  return [
    `  Billing provider ${nameOfParty(party)}${party?.id === undefined ? '' : ` ${party.id}`}${totals(answer)}`,
    ...(answer ? verdictLines('    ', answer.statuses) : []),
    ...keptBelow('    ', provider),
    ...patients.flatMap(explainPatient),
  ];
}

function explainPatient(patient: PatientAnswer): string[] {
  const { party, claims } = patient;
  const who = `${nameOfParty(party)}${party?.memberId === undefined ? '' : `, member ${party.memberId}`}`;
  if (claims.length === 0) return [`    Patient ${who}: no claim is named.`];
  return [...keptBelow('    ', patient), ...claims.flatMap((claim) => explainClaim(claim, who))];
}

function explainClaim(claim: ClaimStatusAnswer, who: string): string[] {
  const { patientControlNumber, payerClaimControlNumber, clearinghouseTraceNumber, billType } = claim;
  const charge = claim.statuses.find(({ amount }) => amount !== undefined)?.amount;
  const numbers = [
    payerClaimControlNumber && `payer's claim number ${payerClaimControlNumber}`,
    clearinghouseTraceNumber && `clearinghouse's number ${clearinghouseTraceNumber}`,
    billType && `bill type ${billType}`,
  ].filter(Boolean);
  return [
    `    Claim ${patientControlNumber || '(no number)'} of ${who}${dated(', service', claim.serviceDate, claim.serviceDateEnd)}${charge === undefined ? '' : `, ${formatMoney(charge)}`}`,
    ...verdictLines(
      '      ',
      claim.statuses,
      claim.lines.flatMap(({ statuses }) => statuses),
    ),
    ...(numbers.length === 0 ? [] : [`      ${numbers.join(', ')}`]),
    ...keptBelow('      ', claim),
    ...claim.lines.flatMap(explainLine),
  ];
}

function explainLine(line: LineStatusAnswer): string[] {
  const { procedureCode = '?', modifiers, chargeAmount, units, lineControlNumber, prescriptionNumber } = line;
  const what = [
    [procedureCode, ...modifiers].join(' '),
    units === undefined ? '' : `${units} ${units === 1 ? 'unit' : 'units'}`,
    chargeAmount === undefined ? '' : formatMoney(chargeAmount),
    lineControlNumber === undefined ? '' : `our line ${lineControlNumber}`,
    prescriptionNumber === undefined ? '' : `prescription ${prescriptionNumber}`,
  ].filter(Boolean);
  return [
    `      Line ${what.join(', ')}${dated(', service', line.serviceDate, line.serviceDateEnd)}`,
    ...verdictLines('        ', line.statuses),
  ];
}

function totals(answer: ReceiverAnswer['answer']): string {
  const part = (word: string, count: number | undefined, amount: Cents | undefined) =>
    count === undefined && amount === undefined
      ? ''
      : `, ${count ?? '?'} ${word}${amount === undefined ? '' : ` (${formatMoney(amount)})`}`;
  return `${part('accepted', answer?.acceptedCount, answer?.acceptedAmount)}${part('rejected', answer?.rejectedCount, answer?.rejectedAmount)}`;
}
