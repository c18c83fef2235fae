/** Writes an 835 as a payer sends it. Used by the sandbox clearinghouse and by tests. */
import {
  type InterchangeEnvelope,
  type SegmentToWrite,
  writeCents,
  writeDate,
  writeInterchange,
  writeQuantity,
} from '../../x12/index.ts';
import { writeAdjustments } from '../parts/adjustments.ts';
import { groupBy } from '../parts/group.ts';
import { writePerson } from '../parts/name.ts';
import { writeProcedure } from '../parts/procedure.ts';
import type {
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  RemittanceFile,
  ServicePayment,
} from './model.ts';

const ADJUSTMENTS_PER_PLB = 6;

/** One transaction set per remittance. Writes what it is given: whether it adds up is not checked here. */
export function writeRemittance(
  envelope: InterchangeEnvelope,
  file: Pick<RemittanceFile, 'remittances'>,
): Uint8Array {
  return writeInterchange(envelope, {
    functionalIdentifier: 'HP',
    identifier: '835',
    version: '005010X221A1',
    hasVersionInSet: false,
    sets: file.remittances.map(remittanceSegments),
  });
}

function remittanceSegments(remittance: Remittance): SegmentToWrite[] {
  const { payer, payee, claims, paymentDate } = remittance;
  const bank = Array.from({ length: 11 }, () => undefined);
  const payeeId = payee.npi === undefined ? ['FI', payee.taxId] : ['XX', payee.npi];
  return [
    [
      'BPR',
      remittance.handlingCode,
      writeCents(remittance.paymentAmount),
      'C',
      remittance.paymentMethod,
      ...bank,
      writeDate(paymentDate),
    ],
    ['TRN', '1', remittance.traceNumber, remittance.payerTraceId],
    ['DTM', '405', writeDate(paymentDate)],
    ['N1', 'PR', payer.name, ...(payer.id === undefined ? [] : ['XV', payer.id])],
    ['N1', 'PE', payee.name, ...payeeId],
    ...(payee.npi !== undefined && payee.taxId !== undefined ? [['REF', 'TJ', payee.taxId] as const] : []),
    ...(claims.length > 0 ? [['LX', '1'] as const] : []),
    ...claims.flatMap(claimSegments),
    ...providerAdjustmentSegments(remittance.providerAdjustments),
  ];
}

/** 2100. */
function claimSegments(claim: ClaimPayment): SegmentToWrite[] {
  const { patient, statementFrom, statementTo } = claim;
  const id = patient.memberId === undefined ? undefined : { qualifier: 'MI', id: patient.memberId };
  const segments: SegmentToWrite[] = [
    [
      'CLP',
      claim.patientControlNumber,
      claim.statusCode,
      writeCents(claim.chargeAmount),
      writeCents(claim.paidAmount),
      writeCents(claim.patientResponsibility),
      claim.claimFilingIndicator,
      claim.payerClaimControlNumber,
    ],
    ...cas(claim.adjustments),
    writePerson('QC', patient, id),
  ];
  if (claim.remarkCodes.length > 0) {
    segments.push(['MOA', undefined, undefined, ...claim.remarkCodes.slice(0, 5)]);
  }
  if (statementFrom) segments.push(['DTM', '232', writeDate(statementFrom)]);
  if (statementTo) segments.push(['DTM', '233', writeDate(statementTo)]);
  return [...segments, ...claim.lines.flatMap(lineSegments)];
}

/** 2110. */
function lineSegments(line: ServicePayment): SegmentToWrite[] {
  const { procedureCode, modifiers, submittedProcedureCode, serviceDate, allowedAmount } = line;
  const segments: SegmentToWrite[] = [
    [
      'SVC',
      writeProcedure({ code: procedureCode, modifiers }),
      writeCents(line.chargeAmount),
      writeCents(line.paidAmount),
      undefined,
      writeQuantity(line.units),
      submittedProcedureCode === undefined
        ? undefined
        : writeProcedure({ code: submittedProcedureCode, modifiers: [] }),
    ],
  ];
  if (serviceDate) segments.push(['DTM', '472', writeDate(serviceDate)]);
  segments.push(...cas(line.adjustments));
  if (line.lineControlNumber) segments.push(['REF', '6R', line.lineControlNumber]);
  if (allowedAmount !== undefined) segments.push(['AMT', 'B6', writeCents(allowedAmount)]);
  return [...segments, ...line.remarkCodes.map((code): SegmentToWrite => ['LQ', 'HE', code])];
}

/** One PLB per provider and fiscal date, up to six adjustments in it. */
function providerAdjustmentSegments(adjustments: readonly ProviderAdjustment[]): SegmentToWrite[] {
  const groups = groupBy(adjustments, ({ providerId, fiscalDate }) => `${providerId} ${fiscalDate}`);
  return [...groups.values()].flatMap((group) => {
    const segments: SegmentToWrite[] = [];
    for (let first = 0; first < group.length; first += ADJUSTMENTS_PER_PLB) {
      const pairs = group
        .slice(first, first + ADJUSTMENTS_PER_PLB)
        .flatMap(({ reason, reference, amount }) => [[reason, reference], writeCents(amount)]);
      const { providerId = '', fiscalDate } = group[0] ?? {};
      segments.push(['PLB', providerId, fiscalDate && writeDate(fiscalDate), ...pairs]);
    }
    return segments;
  });
}

const cas = (adjustments: Parameters<typeof writeAdjustments>[0]): SegmentToWrite[] =>
  writeAdjustments(adjustments).map((elements) => ['CAS', ...elements]);
