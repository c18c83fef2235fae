/** Writes a 277CA as a clearinghouse or payer sends it. Used by the sandbox clearinghouse and by tests. */
import { type Cents, cents } from '@claimside/shared/values';
import {
  type InterchangeEnvelope,
  type SegmentToWrite,
  writeCents,
  writeDate,
  writeInterchange,
} from '../../x12/index.ts';
import { writeOrganization, writePerson } from '../parts/name.ts';
import { writeProcedure } from '../parts/procedure.ts';
import { writeStatus } from '../parts/status.ts';
import { boundedSum } from '../parts/sums.ts';
import type {
  ClaimAcknowledgement,
  ClaimAcknowledgementFile,
  ClaimStatusAnswer,
  ProviderAcknowledgement,
} from './model.ts';

/** Counts and totals (QTY, AMT) are computed from the claims: a claim counts as accepted when its first STC03 is WQ. */
export function writeClaimAcknowledgement(
  envelope: InterchangeEnvelope,
  file: Pick<ClaimAcknowledgementFile, 'transactions'>,
): Uint8Array {
  return writeInterchange(envelope, {
    functionalIdentifier: 'HN',
    identifier: '277',
    version: '005010X214',
    hasVersionInSet: true,
    sets: file.transactions.map((transaction) => transactionSegments(transaction, envelope)),
  });
}

function transactionSegments(answer: ClaimAcknowledgement, envelope: InterchangeEnvelope): SegmentToWrite[] {
  const { source, receiver, providers } = answer;
  const receiverId = envelope.applicationReceiver;
  let level = 2;
  const segments: SegmentToWrite[] = [
    ['BHT', '0085', '08', answer.referenceId, writeDate(envelope.date), envelope.time, 'TH'],
    ['HL', '1', undefined, '20', '1'],
    writeOrganization(source.entity, source.name, {
      qualifier: source.entity === 'PR' ? 'PI' : '46',
      id: source.id,
    }),
    ['TRN', '1', answer.referenceId],
  ];
  if (answer.receivedDate) segments.push(['DTP', '050', 'D8', writeDate(answer.receivedDate)]);
  if (answer.processedDate) segments.push(['DTP', '009', 'D8', writeDate(answer.processedDate)]);
  segments.push(
    ['HL', '2', '1', '21', providers.length > 0 ? '1' : '0'],
    writeOrganization('41', receiverId, { qualifier: '46', id: receiverId }),
    ['TRN', '2', receiver.traceNumber],
    ...receiver.statuses.map(writeStatus),
    ...totals(
      providers.flatMap(({ claims }) => claims),
      { accepted: '90', rejected: 'AA' },
    ),
  );
  for (const provider of providers) {
    level += 1;
    const parent = level;
    segments.push(['HL', String(parent), '2', '19', provider.claims.length > 0 ? '1' : '0']);
    segments.push(...providerSegments(provider));
    for (const claim of provider.claims) {
      level += 1;
      segments.push(['HL', String(level), String(parent), 'PT'], ...claimSegments(claim));
    }
  }
  return segments;
}

/** 2100C, and 2200C when there is something to say of the whole provider. */
function providerSegments(provider: ProviderAcknowledgement): SegmentToWrite[] {
  const name = writeOrganization('85', provider.name ?? '', { qualifier: 'XX', id: provider.npi });
  if (provider.statuses.length === 0) return [name];
  return [
    name,
    ['TRN', '1', '0'],
    ...provider.statuses.map(writeStatus),
    ...totals(provider.claims, { accepted: 'QA', rejected: 'QC' }),
  ];
}

/** QTY and AMT of accepted and rejected claims; a count of zero is left out. */
function totals(
  claims: readonly ClaimStatusAnswer[],
  qualifier: { accepted: string; rejected: string },
): SegmentToWrite[] {
  const isAccepted = (claim: ClaimStatusAnswer) => claim.statuses[0]?.action === 'WQ';
  const [accepted, rejected] = [claims.filter(isAccepted), claims.filter((claim) => !isAccepted(claim))];
  const quantity = (code: string, of: readonly ClaimStatusAnswer[]): SegmentToWrite[] =>
    of.length > 0 ? [['QTY', code, String(of.length)]] : [];
  const amount = (code: string, of: readonly ClaimStatusAnswer[]): SegmentToWrite[] =>
    of.length > 0 ? [['AMT', code, writeCents(boundedSum(of.map(chargeOf)))]] : [];
  return [
    ...quantity(qualifier.accepted, accepted),
    ...quantity(qualifier.rejected, rejected),
    ...amount('YU', accepted),
    ...amount('YY', rejected),
  ];
}

function chargeOf(claim: ClaimStatusAnswer): Cents {
  return claim.statuses[0]?.amount ?? cents(0);
}

/** 2100D, 2200D and 2220D. */
function claimSegments(claim: ClaimStatusAnswer): SegmentToWrite[] {
  const name = { lastName: claim.patientLastName, firstName: claim.patientFirstName ?? '' };
  const id = claim.memberId === undefined ? undefined : { qualifier: 'MI', id: claim.memberId };
  const { payerClaimControlNumber, clearinghouseTraceNumber, serviceDate } = claim;
  const segments: SegmentToWrite[] = [
    writePerson('QC', name, id),
    ['TRN', '2', claim.patientControlNumber],
    ...claim.statuses.map(writeStatus),
  ];
  if (payerClaimControlNumber) segments.push(['REF', '1K', payerClaimControlNumber]);
  if (clearinghouseTraceNumber) segments.push(['REF', 'D9', clearinghouseTraceNumber]);
  if (serviceDate) segments.push(['DTP', '472', 'D8', writeDate(serviceDate)]);
  for (const { procedureCode, chargeAmount, statuses, lineControlNumber } of claim.lines) {
    const charge = chargeAmount === undefined ? undefined : writeCents(chargeAmount);
    segments.push(['SVC', writeProcedure({ code: procedureCode, modifiers: [] }), charge]);
    segments.push(...statuses.map(writeStatus));
    if (lineControlNumber) segments.push(['REF', 'FJ', lineControlNumber]);
  }
  return segments;
}
