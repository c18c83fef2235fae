/** Reads an 837P into typed claims. What it can't read is a finding and stays empty; the rest is read all the same. */
import { ClaimSchema } from '@claimside/shared/claim';
import {
  type Fault,
  FindingList,
  locationOf,
  NO_DATE,
  readDate,
  readInterchangeFile,
  readShortDate,
  type Segment,
  type TransactionSet,
} from '../../x12/index.ts';
import type { Leftover } from '../guide/leftovers.ts';
import type { ClaimFile, ClaimFileEnvelope, ClaimSetHead, CompleteReadClaim, ReadClaim } from './model.ts';
import { SetReader } from './set-reader.ts';
import { VERSION_837P } from './version.ts';

/** All claims of a file, in its order. Claims of strangers may lack anything: see `completeRead`. */
export function readClaimFile(bytes: Uint8Array): ClaimFile {
  const findings = new FindingList();
  const claims: ReadClaim[] = [];
  let envelope: ClaimFileEnvelope | undefined;
  for (const set of readInterchangeFile(bytes, findings).transactionSets) {
    const read = readClaimSet(set, findings, (claim) => claims.push(claim));
    if (read) envelope ??= envelopeOf(set, read.head);
  }
  return { envelope: envelope ?? NO_ENVELOPE, claims, findings: findings.toArray() };
}

/** The claim as one that can be sent, or undefined when it lacks something or has a value of the wrong form. */
export function completeRead(read: ReadClaim): CompleteReadClaim | undefined {
  const parsed = ClaimSchema.safeParse(read.claim);
  return parsed.success ? { ...read, claim: parsed.data } : undefined;
}

/** What stands before the claims of a set. */
export interface ReadSet {
  readonly head: ClaimSetHead;
  /** Of the head; those of a claim are with it. */
  readonly headLeftovers: readonly Leftover[];
}

/** Reads one set, handing on each claim as it ends; undefined when the set is no 837. */
export function readClaimSet(
  set: TransactionSet,
  findings: FindingList,
  onClaim: (claim: ReadClaim) => void,
): ReadSet | undefined {
  const [first] = set.segments;
  if (!first) return undefined;
  const report = (fault: Fault) => findings.add(locationOf(first), fault);
  if (set.identifier !== '837') {
    const message = `This set is a ${set.identifier}, not an 837; it was left out.`;
    report({ code: 'SET-UNEXPECTED', severity: 'warning', message });
    return undefined;
  }
  if (set.version !== VERSION_837P) {
    findings.addOnce(locationOf(first), {
      code: 'VERSION',
      severity: 'warning',
      snip: 2,
      message: 'The version is not 005010X222A1; read as one of its family.',
      value: set.version,
    });
  }
  const reader = new SetReader(findings, set.controlNumber, onClaim);
  for (const segment of set.segments) reader.take(segment);
  reader.finish(set.segments.at(-1)?.id !== 'SE');
  if (reader.claimCount === 0) report({ code: 'CLM-MISSING', snip: 2, message: 'This set holds no claim.' });
  return reader;
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

function envelopeOf(
  set: TransactionSet,
  { batchReference = '', submitter, receiver }: ClaimSetHead,
): ClaimFileEnvelope {
  const isa = set.interchange.header;
  const gs = set.group.header;
  const text = (segment: Segment | undefined, element: number) => segment?.element(element) ?? '';
  const contact = submitter?.contacts?.[0];
  const name =
    submitter?.organizationName ?? [submitter?.firstName, submitter?.lastName].filter(Boolean).join(' ');
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
    batchReference,
    date: readDate(text(gs, 4)) ?? readShortDate(text(isa, 9)) ?? NO_DATE,
    time: text(isa, 10),
    submitter: {
      name,
      id: submitter?.id ?? '',
      contactName: contact?.name ?? '',
      contactPhone: contact?.phone ?? '',
    },
    receiver: { name: receiver?.name ?? '', id: receiver?.id ?? '' },
  };
}

function number(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
