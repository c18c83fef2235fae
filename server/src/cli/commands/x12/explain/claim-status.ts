/** A 277 for people: what a payer that was asked says of each claim, and what to do about it. */
import { formatMoney } from '@claimside/shared/values';
import type {
  ClaimResponse,
  ClaimStatusResponse,
  LineResponse,
  ResponseProvider,
  ResponseReceiver,
  ResponseSubscriber,
} from '../../../../transactions/status-277/index.ts';
import { keptBelow } from './leftovers.ts';
import { dated, nameOfParty, speaker, verdictLines } from './statuses.ts';

export function explainClaimStatuses(responses: readonly ClaimStatusResponse[]): string[] {
  return responses.flatMap((response) => [
    ...response.sources.flatMap((source) => [
      `Answer ${response.referenceId} of ${speaker(source.party)}${dated(' of', response.date)}${contact(source.contact)}`,
      ...keptBelow('  ', source),
      ...source.receivers.flatMap(explainReceiver),
    ]),
    ...keptBelow('  ', response),
  ]);
}

function explainReceiver(receiver: ResponseReceiver): string[] {
  const { party, answer, providers } = receiver;
  return [
    `  To ${nameOfParty(party)}${answer?.traceNumber ? `, request ${answer.traceNumber}` : ''}`,
    ...verdictLines('    ', answer?.statuses ?? []),
    ...keptBelow('    ', receiver),
    ...providers.flatMap(explainProvider),
  ];
}

function explainProvider(provider: ResponseProvider): string[] {
  const { party, answer, subscribers } = provider;
  return [
    `  Provider ${nameOfParty(party)}${party?.id === undefined ? '' : ` ${party.id}`}`,
    ...verdictLines('    ', answer?.statuses ?? []),
    ...keptBelow('    ', provider),
    ...subscribers.flatMap(explainSubscriber),
  ];
}

function explainSubscriber(subscriber: ResponseSubscriber): string[] {
  const { party, claims, dependents } = subscriber;
  const member = `${nameOfParty(party)}${party?.memberId === undefined ? '' : `, member ${party.memberId}`}`;
  return [
    ...keptBelow('    ', subscriber),
    ...claims.flatMap((claim) => explainClaim(claim, member)),
    ...dependents.flatMap((dependent) => [
      ...keptBelow('    ', dependent),
      ...dependent.claims.flatMap((claim) =>
        explainClaim(claim, `${nameOfParty(dependent.party)}, insured by ${member}`),
      ),
    ]),
  ];
}

function explainClaim(claim: ClaimResponse, who: string): string[] {
  const charge = claim.statuses.find(({ amount }) => amount !== undefined)?.amount;
  const numbers = [
    claim.payerClaimControlNumber && `payer's claim number ${claim.payerClaimControlNumber}`,
    claim.clearinghouseTraceNumber && `clearinghouse's number ${claim.clearinghouseTraceNumber}`,
    claim.billType && `bill type ${claim.billType}`,
    claim.prescriptionNumber && `prescription ${claim.prescriptionNumber}`,
    claim.voucherNumber && `voucher ${claim.voucherNumber}`,
    claim.traceNumber && `request ${claim.traceNumber}`,
  ].filter(Boolean);
  const number = claim.patientControlNumber ?? '(no number of ours)';
  return [
    `    Claim ${number} of ${who}${dated(', service', claim.serviceDate, claim.serviceDateEnd)}${charge === undefined ? '' : `, ${formatMoney(charge)}`}`,
    ...verdictLines('      ', claim.statuses),
    ...(numbers.length === 0 ? [] : [`      ${numbers.join(', ')}`]),
    ...keptBelow('      ', claim),
    ...claim.lines.flatMap(explainLine),
  ];
}

function explainLine(line: LineResponse): string[] {
  const { procedureCode = '?', modifiers, chargeAmount, paidAmount, units, lineControlNumber } = line;
  const what = [
    [procedureCode, ...modifiers].join(' '),
    units === undefined ? '' : `${units} ${units === 1 ? 'unit' : 'units'}`,
    chargeAmount === undefined ? '' : formatMoney(chargeAmount),
    paidAmount === undefined ? '' : `paid ${formatMoney(paidAmount)}`,
    lineControlNumber === undefined ? '' : `our line ${lineControlNumber}`,
  ].filter(Boolean);
  return [
    `      Line ${what.join(', ')}${dated(', service', line.serviceDate, line.serviceDateEnd)}`,
    ...verdictLines('        ', line.statuses),
  ];
}

function contact(said: ClaimStatusResponse['sources'][number]['contact']): string {
  const { name, phone, extension, fax, email } = said ?? {};
  const number = [phone, extension && `extension ${extension}`].filter(Boolean).join(' ');
  const parts = [name, number, fax && `fax ${fax}`, email].filter(Boolean);
  return parts.length === 0 ? '' : `; questions to ${parts.join(', ')}`;
}
