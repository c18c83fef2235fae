/** Writes claims to an 837P, reads the bytes back and keeps only claims that came back the same. */
import {
  type ClaimFileEnvelope,
  type NumberedClaim,
  readClaimFile,
  sameClaim,
  type WrittenClaimFile,
  writeClaimFile,
} from '../transactions/claim-837p/index.ts';

export interface VerifiedFile<Entry extends NumberedClaim> {
  /** Undefined when no claim is left. */
  readonly file: WrittenClaimFile | undefined;
  readonly written: readonly Entry[];
  /** Claims that must not be sent, as their segments would say something else than the claim. */
  readonly refused: readonly Entry[];
}

/**
 * No claim is sent on trust: the file holds exactly `written`, each as it was given. Throws when the envelope names no
 * sender or receiver (ISA06, ISA08, GS02, GS03): a file that nobody could be asked about.
 */
export function writeVerified<Entry extends NumberedClaim>(
  envelope: ClaimFileEnvelope,
  claims: readonly Entry[],
): VerifiedFile<Entry> {
  const { interchangeSender, interchangeReceiver, applicationSender, applicationReceiver } = envelope;
  const ids = [interchangeSender.id, interchangeReceiver.id, applicationSender, applicationReceiver];
  if (ids.some((id) => id.trim() === '')) throw new Error('the envelope lacks an id of sender or receiver');
  const refused: Entry[] = [];
  let rest = claims;
  while (rest.length > 0) {
    const { file, faulty } = tryWrite(envelope, rest);
    if (file) return { file, written: rest, refused };
    const bad = faulty.size > 0 ? faulty : faultyAlone(envelope, rest);
    refused.push(...rest.filter((claim) => bad.has(claim)));
    rest = rest.filter((claim) => !bad.has(claim));
  }
  return { file: undefined, written: [], refused };
}

interface Attempt {
  readonly file?: WrittenClaimFile;
  readonly faulty: ReadonlySet<NumberedClaim>;
}

function tryWrite(envelope: ClaimFileEnvelope, claims: readonly NumberedClaim[]): Attempt {
  try {
    const file = writeClaimFile(envelope, claims);
    const back = readClaimFile(file.bytes);
    const byNumber = new Map(back.claims.map((claim) => [claim.patientControlNumber, claim]));
    const faulty = new Set(
      claims.filter((sent) => {
        const read = byNumber.get(sent.patientControlNumber);
        return read === undefined || !sameClaim(sent, read, envelope.submitter);
      }),
    );
    const clean = back.claims.length === claims.length && !back.findings.some((f) => f.severity === 'error');
    return faulty.size === 0 && clean ? { file, faulty } : { faulty };
  } catch {
    return { faulty: new Set() };
  }
}

/** When the file as a whole is wrong: the claims that are wrong alone, all when it is only their company. */
function faultyAlone(
  envelope: ClaimFileEnvelope,
  claims: readonly NumberedClaim[],
): ReadonlySet<NumberedClaim> {
  const alone = claims.length === 1 ? claims : claims.filter((claim) => !tryWrite(envelope, [claim]).file);
  return new Set(alone.length > 0 ? alone : claims);
}
