/** A 276 for people: which claims a payer is asked about, and by what it may find them. */
import { formatMoney } from '@claimside/shared/values';
import type {
  ClaimStatusRequest,
  RequestedClaim,
  RequestProvider,
  RequestReceiver,
  RequestSubscriber,
} from '../../../../transactions/status-276/index.ts';
import { keptBelow } from './leftovers.ts';
import { dated, nameOfParty, speaker } from './statuses.ts';

export function explainClaimStatusRequests(requests: readonly ClaimStatusRequest[]): string[] {
  return requests.flatMap((request) => [
    ...request.sources.flatMap((source) => [
      `Request ${request.referenceId} to ${speaker(source.party)}${dated(' of', request.date)}`,
      ...keptBelow('  ', source),
      ...source.receivers.flatMap(explainReceiver),
    ]),
    ...keptBelow('  ', request),
  ]);
}

function explainReceiver(receiver: RequestReceiver): string[] {
  return [
    `  From ${nameOfParty(receiver.party)}`,
    ...keptBelow('    ', receiver),
    ...receiver.providers.flatMap(explainProvider),
  ];
}

function explainProvider(provider: RequestProvider): string[] {
  const { party, subscribers } = provider;
  return [
    `  Provider ${nameOfParty(party)}${party?.id === undefined ? '' : ` ${party.id}`}`,
    ...keptBelow('    ', provider),
    ...subscribers.flatMap(explainSubscriber),
  ];
}

function explainSubscriber(subscriber: RequestSubscriber): string[] {
  const { party, claims, dependents } = subscriber;
  const member = `${nameOfParty(party)}${party?.memberId === undefined ? '' : `, member ${party.memberId}`}`;
  return [
    ...keptBelow('    ', subscriber),
    ...claims.flatMap((claim) => explainClaim(claim, `${member}${dated(', born', subscriber.birthDate)}`)),
    ...dependents.flatMap((dependent) => {
      const born = dated(', born', dependent.birthDate);
      const who = `${nameOfParty(dependent.party)}${born}, insured by ${member}`;
      return [
        ...keptBelow('    ', dependent),
        ...dependent.claims.flatMap((claim) => explainClaim(claim, who)),
      ];
    }),
  ];
}

function explainClaim(claim: RequestedClaim, who: string): string[] {
  const { chargeAmount, traceNumber } = claim;
  const numbers = [
    `inquiry ${traceNumber || '(no number)'}`,
    claim.payerClaimControlNumber && `payer's claim number ${claim.payerClaimControlNumber}`,
    claim.clearinghouseTraceNumber && `clearinghouse's number ${claim.clearinghouseTraceNumber}`,
    claim.billType && `bill type ${claim.billType}`,
    claim.groupNumber && `group ${claim.groupNumber}`,
    claim.locationNumber && `location ${claim.locationNumber}`,
    claim.prescriptionNumber && `prescription ${claim.prescriptionNumber}`,
  ].filter(Boolean);
  const number = claim.patientControlNumber ?? '(no number of ours)';
  return [
    `    Claim ${number} of ${who}${dated(', service', claim.serviceDate, claim.serviceDateEnd)}${chargeAmount === undefined ? '' : `, ${formatMoney(chargeAmount)}`}`,
    `      ${numbers.join(', ')}`,
    ...keptBelow('      ', claim),
    ...claim.lines.map(lineText),
  ];
}

function lineText(line: RequestedClaim['lines'][number]): string {
  const { procedureCode = '?', modifiers, chargeAmount, units, lineControlNumber } = line;
  const what = [
    [procedureCode, ...modifiers].join(' '),
    units === undefined ? '' : `${units} ${units === 1 ? 'unit' : 'units'}`,
    chargeAmount === undefined ? '' : formatMoney(chargeAmount),
    lineControlNumber === undefined ? '' : `our line ${lineControlNumber}`,
  ].filter(Boolean);
  return `      Line ${what.join(', ')}${dated(', service', line.serviceDate, line.serviceDateEnd)}`;
}
