/** Reads an 837P into typed claims. What it can't read is a finding and stays empty; the rest is read all the same. */
import { ClaimSchema } from '@claimside/shared/claim';
import {
  FindingList,
  type GroupHeader,
  type InterchangeHeader,
  NO_DATE,
  readDate,
  readShortDate,
  type X12Finding,
} from '../../x12/index.ts';
import type {
  ClaimFileVisitor,
  ClaimGroup,
  ClaimInterchange,
  ClaimSet,
  GroupStart,
  InterchangeStart,
  SetStart,
} from './file-parts.ts';
import { ClaimFileReader } from './file-reader.ts';
import type { ClaimFile, ClaimFileEnvelope, CompleteReadClaim, ReadClaim } from './model.ts';

/** All claims of a file, in its order. Claims of strangers may lack anything: see `completeRead`. */
export function readClaimFile(bytes: Uint8Array): ClaimFile {
  const { interchanges, claims, findings } = readClaimInterchanges(bytes);
  return { envelope: envelopeOf(interchanges) ?? NO_ENVELOPE, claims, findings };
}

/** As `readClaimFile`, by interchange, group and set: what `writeClaimInterchanges` takes. */
export function readClaimInterchanges(bytes: Uint8Array): ReadInterchanges {
  const findings = new FindingList();
  const tree = new ClaimTree();
  const reader = new ClaimFileReader(findings, tree);
  reader.push(bytes);
  reader.end();
  return { interchanges: tree.interchanges, claims: tree.claims, findings: findings.toArray() };
}

/** The claim as one that can be sent, or undefined when it lacks something or has a value of the wrong form. */
export function completeRead(read: ReadClaim): CompleteReadClaim | undefined {
  const parsed = ClaimSchema.safeParse(read.claim);
  return parsed.success ? { ...read, claim: parsed.data } : undefined;
}

export interface ReadInterchanges {
  readonly interchanges: readonly ClaimInterchange[];
  /** All claims, in the order of the file. */
  readonly claims: readonly ReadClaim[];
  readonly findings: readonly X12Finding[];
}

/** Keeps all that is told. */
class ClaimTree implements ClaimFileVisitor<ReadClaim> {
  readonly interchanges: (ClaimInterchange & { groups: ClaimGroup[]; acknowledgements?: string[][] })[] = [];
  readonly claims: ReadClaim[] = [];
  #sets: ClaimSet[] = [];
  #claims: ReadClaim[] = [];

  interchange(start: InterchangeStart): void {
    this.interchanges.push({ ...start, groups: [] });
  }

  interchangeAcknowledgement(elements: readonly string[]): void {
    const last = this.interchanges.at(-1);
    if (!last) return;
    last.acknowledgements ??= [];
    last.acknowledgements.push([...elements]);
  }

  group(start: GroupStart): void {
    this.#sets = [];
    this.interchanges.at(-1)?.groups.push({ ...start, sets: this.#sets });
  }

  set(start: SetStart): void {
    this.#claims = [];
    this.#sets.push({ ...start, claims: this.#claims });
  }

  claim(claim: ReadClaim): void {
    this.#claims.push(claim);
    this.claims.push(claim);
  }
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

/** Of the first set and what stands around it. */
function envelopeOf(interchanges: readonly ClaimInterchange[]): ClaimFileEnvelope | undefined {
  for (const { header, groups } of interchanges) {
    for (const group of groups) {
      const [set] = group.sets;
      if (set) return envelopeAround(header, group.header, set);
    }
  }
  return undefined;
}

function envelopeAround(
  isa: InterchangeHeader | undefined,
  gs: GroupHeader | undefined,
  { controlNumber, head: { batchReference = '', submitter, receiver } }: SetStart,
): ClaimFileEnvelope {
  const contact = submitter?.contacts?.[0];
  const name =
    submitter?.organizationName ?? [submitter?.firstName, submitter?.lastName].filter(Boolean).join(' ');
  return {
    interchangeSender: { qualifier: isa?.senderQualifier ?? '', id: isa?.senderId ?? '' },
    interchangeReceiver: { qualifier: isa?.receiverQualifier ?? '', id: isa?.receiverId ?? '' },
    applicationSender: gs?.applicationSender ?? '',
    applicationReceiver: gs?.applicationReceiver ?? '',
    usageIndicator: isa?.usageIndicator === 'T' ? 'T' : 'P',
    acknowledgementRequested: isa?.acknowledgementRequested === '1' ? '1' : '0',
    interchangeControlNumber: number(isa?.controlNumber),
    groupControlNumber: number(gs?.controlNumber),
    transactionSetControlNumber: number(controlNumber),
    batchReference,
    date: readDate(gs?.date ?? '') ?? readShortDate(isa?.date ?? '') ?? NO_DATE,
    time: isa?.time ?? '',
    submitter: {
      name,
      id: submitter?.id ?? '',
      contactName: contact?.name ?? '',
      contactPhone: contact?.phone ?? '',
    },
    receiver: { name: receiver?.name ?? '', id: receiver?.id ?? '' },
  };
}

function number(text = ''): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
