/** Writes an 837P (005010X222A1): the envelope, the head, and claims grouped by billing provider. Only formats and counts. */
import type { BillingProvider } from '@claimside/shared/claim';
import {
  foldText,
  type SegmentToWrite,
  writeDate,
  writeInterchange,
  writeSetControlNumber,
} from '../../x12/index.ts';
import { writeAddress } from '../parts/address.ts';
import { groupBy } from '../parts/group.ts';
import { writeOrganization, writePerson } from '../parts/name.ts';
import { asWritten } from './as-written.ts';
import type { ClaimFileEnvelope, ClaimPosition, NumberedClaim, WrittenClaimFile } from './model.ts';
import { VERSION_837P } from './version.ts';
import { claimSegments } from './write-claim.ts';

/**
 * One interchange with one group and one transaction set. Claims of one billing provider stand together, in the order
 * given; each claim has a subscriber level of its own, so that every segment from there on belongs to exactly one claim.
 * `positions` are in the order of the file. Text is folded to upper-case X12 Basic characters.
 */
export function writeClaimFile(
  envelope: ClaimFileEnvelope,
  claims: readonly NumberedClaim[],
): WrittenClaimFile {
  const segments = headSegments(envelope);
  const positions: ClaimPosition[] = [];
  let level = 0;
  const nextLevel = () => {
    level += 1;
    return level;
  };
  const written = claims.map((numbered) => ({ ...numbered, claim: asWritten(numbered.claim) }));
  const byProvider = groupBy(written, ({ claim }) => JSON.stringify(claim.billingProvider));
  for (const providerClaims of byProvider.values()) {
    const [first] = providerClaims;
    if (!first) continue;
    const providerLevel = nextLevel();
    segments.push(...billingProviderSegments(first.claim.billingProvider, providerLevel, envelope));
    for (const numbered of providerClaims) {
      // ST is segment 1, so the next segment is two behind the number of those in between.
      const firstOrdinal = segments.length + 2;
      segments.push(...claimSegments(numbered, providerLevel, nextLevel));
      positions.push({
        patientControlNumber: numbered.patientControlNumber,
        transactionSetControlNumber: writeSetControlNumber(envelope.transactionSetControlNumber),
        firstOrdinal,
        lastOrdinal: segments.length + 1,
      });
    }
  }
  const bytes = writeInterchange(envelope, {
    functionalIdentifier: 'HC',
    identifier: '837',
    version: VERSION_837P,
    hasVersionInSet: true,
    sets: [segments],
  });
  return { bytes, positions };
}

/** BHT, 1000A and 1000B. */
function headSegments(envelope: ClaimFileEnvelope): SegmentToWrite[] {
  const { submitter, receiver, batchReference, date, time } = envelope;
  return [
    ['BHT', '0019', '00', batchReference, writeDate(date), time, 'CH'],
    writeOrganization('41', submitter.name, { qualifier: '46', id: submitter.id }),
    ['PER', 'IC', submitter.contactName, 'TE', submitter.contactPhone],
    writeOrganization('40', receiver.name, { qualifier: '46', id: receiver.id }),
  ];
}

/** 2000A and 2010AA; its PER only when the contact is not the submitter's. */
function billingProviderSegments(
  provider: BillingProvider,
  level: number,
  { submitter }: ClaimFileEnvelope,
): SegmentToWrite[] {
  const { name, npi, taxonomy, contactName, contactPhone } = provider;
  const id = { qualifier: 'XX', id: npi };
  const isSubmittersContact =
    contactName === foldText(submitter.contactName) && contactPhone === submitter.contactPhone;
  return [
    ['HL', String(level), undefined, '20', '1'],
    ...(taxonomy === undefined ? [] : [['PRV', 'BI', 'PXC', taxonomy] as const]),
    name.kind === 'person' ? writePerson('85', name, id) : writeOrganization('85', name.organizationName, id),
    ...writeAddress(provider.address),
    ['REF', provider.taxIdKind, provider.taxId],
    ...(isSubmittersContact ? [] : [['PER', 'IC', contactName, 'TE', contactPhone] as const]),
  ];
}
