/** Judges an upload as Office Ally would: by its name, by what came before, by its syntax, then claim by claim. */
import type { SegmentError } from '../transactions/ack-999/index.ts';
import {
  type ClaimFile,
  type CompleteReadClaim,
  completeRead,
  type ReadClaim,
  readClaimFile,
} from '../transactions/claim-837p/index.ts';
import { FindingList, isSameControlNumber, readSegments } from '../x12/index.ts';
import {
  acknowledge,
  type FileAcknowledgement,
  refuseDuplicate,
  refuseInterchange,
  type SetVerdict,
} from './answers/acknowledgement.ts';
import { CLEARINGHOUSE } from './clearinghouse.ts';
import { scenarioOf } from './scenarios.ts';
import { segmentError } from './segment-error.ts';
import type { FileVerdict, ReceivedFile } from './types.ts';

export interface Judgement {
  readonly verdict: FileVerdict;
  /** Undefined when not even an ISA could be read. */
  readonly file?: ClaimFile;
  /** Undefined when nothing is answered. */
  readonly acknowledgement?: FileAcknowledgement;
  /** Claims of accepted transaction sets: those that exist at the clearinghouse. */
  readonly claims: readonly CompleteReadClaim[];
}

/** `earlier`: all files received before, whatever became of them. */
export function judge(
  upload: { readonly name: string; readonly bytes: Uint8Array },
  earlier: readonly ReceivedFile[],
): Judgement {
  if (!upload.name.includes('837P')) return { verdict: 'ignored', claims: [] };
  const file = readClaimFile(upload.bytes);
  if (file.envelope.interchangeControlNumber <= 0) return { verdict: 'unreadable', claims: [] };
  const sets = setNumbers(file);
  if (earlier.some((other) => isRepeated(file, other))) {
    return { verdict: 'duplicate', file, acknowledgement: refuseDuplicate(file, sets.length), claims: [] };
  }
  if (file.envelope.interchangeReceiver.id !== CLEARINGHOUSE.id) {
    return { verdict: 'rejected', file, acknowledgement: refuseInterchange(file, '008'), claims: [] };
  }
  if (file.claims.length === 0) {
    return { verdict: 'unreadable', file, acknowledgement: refuseInterchange(file, '024'), claims: [] };
  }
  const verdicts = sets.map((controlNumber) => ({
    controlNumber,
    errors: [
      ...syntaxErrors(file, controlNumber, sets),
      ...incompleteClaims(upload.bytes, file, controlNumber),
      ...askedForErrors(upload.bytes, file, controlNumber),
    ],
  }));
  const isAccepted = (set: string) =>
    verdicts.some((each) => each.controlNumber === set && each.errors.length === 0);
  return {
    verdict: fileVerdict(verdicts),
    file,
    acknowledgement: acknowledge(file, verdicts),
    claims: file.claims
      .filter(({ position }) => isAccepted(position.transactionSetControlNumber))
      .flatMap((claim) => completeRead(claim) ?? []),
  };
}

/** The same sender's ISA13 again: so the identical file too. */
function isRepeated({ envelope }: ClaimFile, { verdict, interchange }: ReceivedFile): boolean {
  if (verdict === 'ignored') return false;
  return (
    interchange?.controlNumber === envelope.interchangeControlNumber &&
    interchange.senderId === envelope.interchangeSender.id
  );
}

function fileVerdict(sets: readonly SetVerdict[]): FileVerdict {
  const rejected = sets.filter(({ errors }) => errors.length > 0).length;
  if (rejected === 0) return 'accepted';
  return rejected === sets.length ? 'rejected' : 'partly-accepted';
}

/** ST02 of every set that holds a claim, in order. */
function setNumbers(file: ClaimFile): readonly string[] {
  return [...new Set(file.claims.map(({ position }) => position.transactionSetControlNumber))];
}

/** Errors of syntax (SNIP 1) and of the guide (SNIP 2). One that names no claim counts for every set it may stand in. */
function syntaxErrors(file: ClaimFile, set: string, sets: readonly string[]): readonly SegmentError[] {
  return file.findings
    .filter((finding) => finding.severity === 'error' && finding.snip <= 2)
    .filter((finding) => {
      const claim = file.claims.find(({ patientControlNumber }) => patientControlNumber === finding.claim);
      return !claim || sets.length === 1 || claim.position.transactionSetControlNumber === set;
    })
    .map(segmentError);
}

/** Claims of the set that lack something which no error of syntax or guide has named. */
function incompleteClaims(bytes: Uint8Array, file: ClaimFile, set: string): readonly SegmentError[] {
  return file.claims
    .filter(({ position }) => position.transactionSetControlNumber === set)
    .filter((claim) => !completeRead(claim))
    .map((claim) => ({
      segmentId: 'CLM',
      ordinal: claimOrdinal(bytes, claim),
      loop: '2300',
      code: '8',
      contexts: [`CLM01:${claim.patientControlNumber}`],
      elementErrors: [],
    }));
}

/** What the FILEREJECT scenario pretends: the claim's place of service (CLM05-1) is no known code. */
function askedForErrors(bytes: Uint8Array, file: ClaimFile, set: string): readonly SegmentError[] {
  const asked = file.claims.filter(
    ({ claim, position }) =>
      position.transactionSetControlNumber === set &&
      scenarioOf(claim.coverage?.memberId ?? '').file === 'rejected',
  );
  return asked.map((claim) => ({
    segmentId: 'CLM',
    ordinal: claimOrdinal(bytes, claim),
    loop: '2300',
    code: '8',
    contexts: [`CLM01:${claim.patientControlNumber}`],
    elementErrors: [{ element: 5, component: 1, code: '7', value: claim.claim.placeOfService ?? '' }],
  }));
}

/** Where the claim's CLM stands in its set, counted from ST = 1. */
function claimOrdinal(bytes: Uint8Array, { patientControlNumber, position }: ReadClaim): number {
  let set = '';
  for (const segment of readSegments(bytes, new FindingList())) {
    if (segment.id === 'ST') set = segment.element(2);
    if (segment.id !== 'CLM' || segment.element(1) !== patientControlNumber) continue;
    if (isSameControlNumber(set, position.transactionSetControlNumber)) return segment.ordinal;
  }
  return position.firstOrdinal;
}
