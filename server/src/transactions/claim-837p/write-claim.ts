/** The segments of one claim: its subscriber and patient levels, loop 2300 and the lines, in the guide's order. */
import { type Claim, type Provider, type ServiceLine, totalCharge } from '@claimside/shared/claim';
import {
  type SegmentToWrite,
  writeCents,
  writeDate,
  writeDateRange,
  writeQuantity,
} from '../../x12/index.ts';
import { writeAddress } from '../parts/address.ts';
import { writeOrganization, writePerson } from '../parts/name.ts';
import { writeProcedure } from '../parts/procedure.ts';
import type { NumberedClaim } from './model.ts';

/** Hands out HL01, from 1 in each transaction set. */
export type NextLevel = () => number;

/** Our REF*6R: unique across claims and lines, so that an answer finds its line by itself. */
export function lineControlNumber(patientControlNumber: string, position: number): string {
  return `${patientControlNumber}L${position}`;
}

/** 2000B to 2400 of a claim that is already as it can be written. `parent` is HL01 of its billing provider. */
export function claimSegments(
  { patientControlNumber, claim }: NumberedClaim,
  parent: number,
  nextLevel: NextLevel,
): SegmentToWrite[] {
  const subscriberLevel = nextLevel();
  const isSelf = claim.relationshipToSubscriber === '18';
  return [
    ['HL', String(subscriberLevel), String(parent), '22', isSelf ? '0' : '1'],
    ...subscriberSegments(claim, isSelf),
    ...(isSelf ? [] : dependentSegments(claim, subscriberLevel, nextLevel)),
    ...claimLevelSegments(patientControlNumber, claim),
    ...claim.serviceLines.flatMap((line, index) =>
      lineSegments(line, index + 1, lineControlNumber(patientControlNumber, index + 1)),
    ),
  ];
}

/** SBR, 2010BA and 2010BB. */
function subscriberSegments(claim: Claim, isSelf: boolean): SegmentToWrite[] {
  const { coverage } = claim;
  const subscriber = isSelf ? claim.patient : claim.subscriber;
  return [
    [
      'SBR',
      'P',
      isSelf ? '18' : undefined,
      coverage.groupNumber,
      coverage.groupName,
      undefined,
      undefined,
      undefined,
      undefined,
      coverage.claimFilingIndicator,
    ],
    ...(subscriber ? personSegments('IL', subscriber, { qualifier: 'MI', id: coverage.memberId }) : []),
    writeOrganization('PR', coverage.payerName, { qualifier: 'PI', id: coverage.payerId }),
  ];
}

/** 2000C and 2010CA. */
function dependentSegments(claim: Claim, parent: number, nextLevel: NextLevel): SegmentToWrite[] {
  return [
    ['HL', String(nextLevel()), String(parent), '23', '0'],
    ['PAT', claim.relationshipToSubscriber],
    ...personSegments('QC', claim.patient),
  ];
}

function personSegments(
  entity: string,
  person: Claim['patient'],
  id?: { qualifier: string; id: string },
): SegmentToWrite[] {
  return [
    writePerson(entity, person, id),
    ...writeAddress(person.address),
    ['DMG', 'D8', writeDate(person.birthDate), person.sex],
  ];
}

/** Loop 2300 up to 2310C. */
function claimLevelSegments(patientControlNumber: string, claim: Claim): SegmentToWrite[] {
  const { onsetDate, patientPaidAmount, priorAuthorizationNumber, payerClaimControlNumber } = claim;
  const segments: SegmentToWrite[] = [
    [
      'CLM',
      patientControlNumber,
      writeCents(totalCharge(claim)),
      undefined,
      undefined,
      [claim.placeOfService, 'B', claim.frequency],
      claim.providerSignatureOnFile ? 'Y' : 'N',
      claim.assignmentOfBenefits,
      claim.benefitsToProvider,
      claim.releaseOfInformation,
    ],
  ];
  if (onsetDate !== undefined) segments.push(['DTP', '431', 'D8', writeDate(onsetDate)]);
  if (patientPaidAmount !== undefined) segments.push(['AMT', 'F5', writeCents(patientPaidAmount)]);
  if (priorAuthorizationNumber !== undefined) segments.push(['REF', 'G1', priorAuthorizationNumber]);
  if (payerClaimControlNumber !== undefined) segments.push(['REF', 'F8', payerClaimControlNumber]);
  segments.push(['HI', ...claim.diagnoses.map(({ code }, index) => [index === 0 ? 'ABK' : 'ABF', code])]);
  if (claim.referringProvider) segments.push(providerName('DN', claim.referringProvider));
  if (claim.renderingProvider) {
    segments.push(providerName('82', claim.renderingProvider));
    const { taxonomy } = claim.renderingProvider;
    if (taxonomy !== undefined) segments.push(['PRV', 'PE', 'PXC', taxonomy]);
  }
  if (claim.serviceFacility) {
    const { name, npi, address } = claim.serviceFacility;
    const id = npi === undefined ? undefined : { qualifier: 'XX', id: npi };
    segments.push(writeOrganization('77', name, id), ...writeAddress(address));
  }
  return segments;
}

function providerName(entity: string, provider: Provider): SegmentToWrite {
  return writePerson(entity, provider, { qualifier: 'XX', id: provider.npi });
}

/** Loop 2400. */
function lineSegments(line: ServiceLine, position: number, controlNumber: string): SegmentToWrite[] {
  const { serviceDate, serviceDateEnd } = line;
  const date =
    serviceDateEnd === undefined
      ? ['D8', writeDate(serviceDate)]
      : ['RD8', writeDateRange(serviceDate, serviceDateEnd)];
  return [
    ['LX', String(position)],
    [
      'SV1',
      writeProcedure({ code: line.procedureCode, modifiers: line.modifiers }),
      writeCents(line.chargeAmount),
      'UN',
      writeQuantity(line.units),
      line.placeOfService,
      undefined,
      line.diagnosisPointers.map(String),
    ],
    ['DTP', '472', ...date],
    ['REF', '6R', controlNumber],
  ];
}
