/** Writes our own 837P (005010X222A1) files: one interchange, one group, one set of claims grouped by billing provider. */
import { foldText, OUR_SEPARATORS, writeInterchange, writeSetControlNumber } from '../../x12/index.ts';
import { groupBy } from '../parts/group.ts';
import { asWritten } from './as-written.ts';
import type {
  ClaimFileEnvelope,
  ClaimPosition,
  ClaimSetHead,
  NumberedClaim,
  WrittenClaimFile,
} from './model.ts';
import { SetWriter } from './set-writer.ts';
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
  const writer = new SetWriter(
    {
      separators: OUR_SEPARATORS,
      fold: foldText,
      setControlNumber,
      version: VERSION_837P,
      sharesLevels: false,
    },
    headOf(envelope),
  );
  const written = claims.map((numbered) => asWritten(numbered, envelope.submitter));
  const positions: ClaimPosition[] = [];
  for (const group of groupBy(written, ({ claim }) => JSON.stringify(claim.billingProvider)).values()) {
    for (const numbered of group) {
      const { patientControlNumber } = numbered;
      const place = writer.add(numbered);
      positions.push({ patientControlNumber, transactionSetControlNumber: setControlNumber, ...place });
    }
  }
  const bytes = writeInterchange(envelope, {
    functionalIdentifier: 'HC',
    identifier: '837',
    version: VERSION_837P,
    hasVersionInSet: true,
    sets: [{ text: writer.finish() }],
  });
  return { bytes, positions };
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
