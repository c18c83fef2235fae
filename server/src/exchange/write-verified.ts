/** Writes claims to an 837P, checks the bytes in full, and keeps only claims that came back the same and without an error. */
import type { IsoDate } from '@claimside/shared/values';
import { inTurns } from '../in-turns.ts';
import {
  ClaimFileChecker,
  type ClaimFileEnvelope,
  type NumberedClaim,
  type PartnerLimits,
  type ReadClaim,
  sameClaim,
  type WrittenClaimFile,
  writeClaimFile,
} from '../transactions/claim-837p/index.ts';
import type { X12Finding } from '../x12/index.ts';

export interface VerifiedFile<Entry extends NumberedClaim> {
  /** Undefined when no claim is left. */
  readonly file: WrittenClaimFile | undefined;
  readonly written: readonly Entry[];
  /** Claims that must not be sent, as their segments would say something else than the claim, or are at fault. */
  readonly refused: readonly RefusedClaim<Entry>[];
}

export interface RefusedClaim<Entry extends NumberedClaim> {
  readonly claim: Entry;
  /** The error of its segments, when there is one. */
  readonly finding: X12Finding | undefined;
}

/** What a file is checked against. */
export interface Standard {
  readonly partner: PartnerLimits;
  /** A service after it is in the future; the file's own date is in UTC, where it may still be the day before. */
  readonly today: IsoDate;
}

/**
 * No claim is sent on trust: the file holds exactly `written`, each as it was given, and nothing that guide, edits or the
 * clearinghouse call an error. Rejects when the envelope is at fault, so that claims wait for it to be put right: when it
 * names no sender or receiver (ISA06, ISA08, GS02, GS03), and when the check finds an error in it.
 */
export async function writeVerified<Entry extends NumberedClaim>(
  envelope: ClaimFileEnvelope,
  claims: readonly Entry[],
  standard: Standard,
): Promise<VerifiedFile<Entry>> {
  const { interchangeSender, interchangeReceiver, applicationSender, applicationReceiver } = envelope;
  const ids = [interchangeSender.id, interchangeReceiver.id, applicationSender, applicationReceiver];
  if (ids.some((id) => id.trim() === '')) throw new Error('the envelope lacks an id of sender or receiver');
  const refused: RefusedClaim<Entry>[] = [];
  let rest = claims;
  while (rest.length > 0) {
    const { file, faulty, others } = await tryWrite(envelope, rest, standard);
    if (file) return { file, written: rest, refused };
    const ofEnvelope = others.find(isOfEnvelope);
    if (ofEnvelope) throw new Error(`the envelope is at fault: ${ofEnvelope.code}`);
    const bad = faulty.size > 0 ? faulty : await faultyAlone(envelope, rest, standard);
    for (const claim of rest) if (bad.has(claim)) refused.push({ claim, finding: bad.get(claim) });
    rest = rest.filter((claim) => !bad.has(claim));
  }
  return { file: undefined, written: [], refused };
}

/** Others wait no longer than this takes. */
const CLAIMS_AT_ONCE = 16;
const PIECE = 32_768;

type Faulty = ReadonlyMap<NumberedClaim, X12Finding | undefined>;

interface Attempt {
  readonly file?: WrittenClaimFile;
  readonly faulty: Faulty;
  /** Errors that name no claim: of the envelope, or of a billing provider. */
  readonly others: readonly X12Finding[];
}

async function tryWrite(
  envelope: ClaimFileEnvelope,
  claims: readonly NumberedClaim[],
  standard: Standard,
): Promise<Attempt> {
  try {
    const file = writeClaimFile(envelope, claims);
    const { errors, readBack } = await check(file.bytes, standard);
    const ofClaims = new Map(errors.map((finding) => [finding.claim, finding]));
    const faulty = new Map<NumberedClaim, X12Finding | undefined>();
    for await (const sent of inTurns(claims, CLAIMS_AT_ONCE)) {
      const number = sent.patientControlNumber;
      const read = readBack.get(number);
      const isSame = read !== undefined && sameClaim(sent, read, envelope.submitter);
      if (!isSame || ofClaims.has(number)) faulty.set(sent, ofClaims.get(number));
    }
    const isClean = errors.length === 0 && readBack.size === claims.length;
    if (faulty.size === 0 && isClean) return { file, faulty, others: [] };
    return { faulty, others: errors.filter(({ claim }) => claim === undefined) };
  } catch {
    return { faulty: new Map(), others: [] };
  }
}

async function check(bytes: Uint8Array, standard: Standard) {
  const readBack = new Map<string, ReadClaim>();
  const checker = new ClaimFileChecker(standard, {
    claim: (claim) => readBack.set(claim.patientControlNumber, claim),
  });
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, piece) => piece * PIECE);
  for await (const from of inTurns(pieces, 1)) checker.push(bytes.subarray(from, from + PIECE));
  const errors = checker.end().findings.filter(({ severity }) => severity === 'error');
  return { errors, readBack };
}

function isOfEnvelope({ location: { loop } }: X12Finding): boolean {
  return loop === '' || loop.startsWith('1000');
}

/** When the file as a whole is wrong: the claims that are wrong alone, all when it is only their company. */
async function faultyAlone(
  envelope: ClaimFileEnvelope,
  claims: readonly NumberedClaim[],
  standard: Standard,
): Promise<Faulty> {
  const alone: [NumberedClaim, X12Finding | undefined][] = [];
  for (const claim of claims) {
    const { file, faulty, others } = await tryWrite(envelope, [claim], standard);
    if (!file) alone.push([claim, faulty.get(claim) ?? others[0]]);
  }
  return new Map(alone.length > 0 ? alone : claims.map((claim) => [claim, undefined]));
}
