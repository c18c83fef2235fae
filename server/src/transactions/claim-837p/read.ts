/** Reads an 837P into typed claims. What it can't read is a finding and stays empty; the rest is read all the same. */
import {
  FindingList,
  NO_DATE,
  readDate,
  readInterchangeFile,
  readShortDate,
  type Segment,
  type TransactionSet,
} from '../../x12/index.ts';
import { withTrueComposites } from '../parts/composites.ts';
import { Reading } from '../parts/reading.ts';
import type { ClaimFile, ClaimFileEnvelope, ReadClaim } from './model.ts';
import { SetReader } from './read-set.ts';
import { VERSION_837P } from './version.ts';

/**
 * All claims of a file, in its order. The envelope is that of the first interchange and its first set. A value that the
 * file lacks is empty text or 0, with an error finding; a reader of strangers' files checks with `ClaimSchema`.
 */
export function readClaimFile(bytes: Uint8Array): ClaimFile {
  const findings = new FindingList();
  const { transactionSets } = readInterchangeFile(bytes, findings);
  const claims: ReadClaim[][] = [];
  let envelope: ClaimFileEnvelope | undefined;
  for (const set of transactionSets) {
    const reading = new Reading(findings);
    const [first] = set.segments;
    if (set.identifier !== '837') {
      if (first) {
        reading.report(first, {
          code: 'SET-UNEXPECTED',
          severity: 'warning',
          message: `This set is a ${set.identifier}, not an 837; it was left out.`,
        });
      }
      continue;
    }
    if (first && set.version !== VERSION_837P) {
      reading.reportOnce(first, {
        code: 'VERSION',
        severity: 'warning',
        snip: 2,
        message: 'The version is not 005010X222A1; read as one of its family.',
        value: set.version,
      });
    }
    const reader = new SetReader(reading, set.controlNumber);
    for (const segment of withTrueComposites(set.segments, reading)) reader.take(segment);
    const setClaims = reader.finish();
    if (first && setClaims.length === 0) {
      reading.report(first, { code: 'CLM-MISSING', snip: 2, message: 'This set holds no claim.' });
    }
    claims.push(setClaims);
    envelope ??= envelopeOf(set, reader);
  }
  return { envelope: envelope ?? NO_ENVELOPE, claims: claims.flat(), findings: findings.toArray() };
}

const NO_ENVELOPE: ClaimFileEnvelope = {
  interchangeSender: { qualifier: '', id: '' },
  interchangeReceiver: { qualifier: '', id: '' },
  applicationSender: '',
  applicationReceiver: '',
  usageIndicator: 'P',
  acknowledgementRequested: '0',
  interchangeControlNumber: 0,
  groupControlNumber: 0,
  transactionSetControlNumber: 0,
  batchReference: '',
  date: NO_DATE,
  time: '',
  submitter: { name: '', id: '', contactName: '', contactPhone: '' },
  receiver: { name: '', id: '' },
};

function envelopeOf(set: TransactionSet, reader: SetReader): ClaimFileEnvelope {
  const isa = set.interchange.header;
  const gs = set.group.header;
  const text = (segment: Segment | undefined, element: number) => segment?.element(element) ?? '';
  return {
    interchangeSender: { qualifier: text(isa, 5), id: set.interchange.senderId },
    interchangeReceiver: { qualifier: text(isa, 7), id: set.interchange.receiverId },
    applicationSender: text(gs, 2),
    applicationReceiver: text(gs, 3),
    usageIndicator: text(isa, 15) === 'T' ? 'T' : 'P',
    acknowledgementRequested: text(isa, 14) === '1' ? '1' : '0',
    interchangeControlNumber: number(set.interchange.controlNumber),
    groupControlNumber: number(set.group.controlNumber),
    transactionSetControlNumber: number(set.controlNumber),
    batchReference: reader.batchReference,
    date: readDate(text(gs, 4)) ?? readShortDate(text(isa, 9)) ?? NO_DATE,
    time: text(isa, 10),
    submitter: reader.submitter,
    receiver: reader.receiver,
  };
}

function number(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
