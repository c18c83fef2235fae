/** Writes our own 837P (005010X222A1) files: one interchange, one group, one set of claims grouped by billing provider. */
import {
  foldText,
  OUR_SEPARATORS,
  ownGroupHeader,
  ownInterchangeHeader,
  writeSetControlNumber,
} from '../../x12/index.ts';
import { asWritten } from './as-written.ts';
import { billingGroups } from './billing-groups.ts';
import { ClaimFileWriter } from './file-writer.ts';
import type {
  ClaimFileEnvelope,
  ClaimPosition,
  ClaimSetHead,
  NumberedClaim,
  WrittenClaimFile,
} from './model.ts';
import { VERSION_837P } from './version.ts';

/**
 * Claims of one billing provider stand together, in the order given; each claim has a subscriber level of its own, so that
 * every segment from there on belongs to exactly one claim. `positions` are in the order of the file. Text is folded to
 * upper-case X12 Basic characters.
 */
export function writeClaimFile(
  envelope: ClaimFileEnvelope,
  claims: readonly NumberedClaim[],
): WrittenClaimFile {
  const setControlNumber = writeSetControlNumber(envelope.transactionSetControlNumber);
  const parts: string[] = [];
  const writer = new ClaimFileWriter((text) => parts.push(text), foldText);
  writer.interchange({ separators: OUR_SEPARATORS, header: ownInterchangeHeader(envelope) });
  writer.group({ header: ownGroupHeader(envelope, { functionalIdentifier: 'HC', version: VERSION_837P }) });
  writer.set({ controlNumber: setControlNumber, version: VERSION_837P, head: headOf(envelope) });
  const { submitter } = envelope;
  const positions: ClaimPosition[] = [];
  for (const group of billingGroups(claims, submitter)) {
    for (const numbered of group.claims) {
      const { patientControlNumber } = numbered;
      const place = writer.claim({
        ...asWritten(numbered, submitter, group.billingProvider),
        opens: 'subscriber',
      });
      positions.push({ patientControlNumber, transactionSetControlNumber: setControlNumber, ...place });
    }
  }
  writer.end();
  return { bytes: Buffer.from(parts.join('')), positions };
}

function headOf({ submitter, receiver, batchReference, date, time }: ClaimFileEnvelope): ClaimSetHead {
  return {
    purpose: '00',
    batchReference,
    date,
    time,
    kind: 'CH',
    submitter: {
      organizationName: submitter.name,
      id: submitter.id,
      contacts: [{ name: submitter.contactName, phone: submitter.contactPhone }],
    },
    receiver,
  };
}
