/** A 277CA for people: which claims the clearinghouse or payer took, and why it refused the others. */
import {
  type ClaimAcknowledgementFile,
  type ClaimStatusAnswer,
  judgeStatuses,
  type StatusInformation,
} from '../../../../transactions/status-277ca/index.ts';

export function explainClaimAcknowledgements({
  transactions,
}: Pick<ClaimAcknowledgementFile, 'transactions'>): string[] {
  return transactions.flatMap(({ source, receiver, providers, referenceId }) => [
    `Answer ${referenceId} of ${source.name}`,
    `  Batch ${receiver.traceNumber}: ${words(receiver.statuses)}`,
    ...providers.flatMap(({ name, npi, statuses, claims }) => [
      `  Billing provider ${name ?? ''} ${npi}${statuses.length > 0 ? `: ${words(statuses)}` : ''}`,
      ...claims.map(explainClaim),
    ]),
  ]);
}

function explainClaim(claim: ClaimStatusAnswer): string {
  const { patientControlNumber, patientFirstName, patientLastName, payerClaimControlNumber } = claim;
  const name = [patientFirstName, patientLastName].filter(Boolean).join(' ');
  const lines = claim.lines.flatMap((line) => line.statuses);
  const { verdict, codes, message } = judgeStatuses(claim.statuses, lines);
  const number = payerClaimControlNumber ? `, payer's claim ${payerClaimControlNumber}` : '';
  return `    Claim ${patientControlNumber} of ${name}: ${verdict} (${codes.join(', ')})${number}. ${message}`;
}

function words(statuses: readonly StatusInformation[]): string {
  if (statuses.length === 0) return 'no status';
  const { verdict, codes } = judgeStatuses(statuses);
  return `${verdict} (${codes.join(', ')})`;
}
