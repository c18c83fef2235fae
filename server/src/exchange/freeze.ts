/** Turns waiting claims into one frozen file: numbers allotted, bytes written and read back, all stored together. */
import { isDeepStrictEqual } from 'node:util';
import { ClaimSchema } from '@claimside/shared/claim';
import { latestDateOnEarth } from '@claimside/shared/values';
import {
  guardUploadName,
  hasStarted,
  type Mode,
  madeFor,
  partnerLimitsOf,
  uploadName,
} from '../clearinghouse/index.ts';
import { inTurns } from '../in-turns.ts';
import { newId } from '../runtime.ts';
import { insertOutboundFile } from '../store/outbound-files.ts';
import { goBy, readQueue } from '../store/outbox.ts';
import { readRouting } from '../store/routing.ts';
import {
  listWaitingClaims,
  removeFromOutbox,
  stillWait,
  type WaitingClaim,
} from '../store/waiting-claims.ts';
import type { NumberedClaim } from '../transactions/claim-837p/index.ts';
import type { X12Finding } from '../x12/index.ts';
import { firstBatch, writeWithin } from './batch.ts';
import {
  type ExchangeContext,
  inTransaction,
  isAsItWas,
  publishClaims,
  publishExchange,
  reading,
} from './context.ts';
import { buildEnvelope, takeControlNumbers } from './envelope.ts';
import { appendLearnt } from './facts.ts';
import { LIMITS } from './limits.ts';
import { untilFreeze } from './schedule.ts';
import { writeVerified } from './write-verified.ts';

interface QueuedClaim extends NumberedClaim {
  readonly waiting: WaitingClaim;
}

/**
 * Freezes everything that waits for this connection, once it is time. From here on a retry sends the stored bytes; nothing is ever
 * written anew, nothing in it can be taken back, and it leaves by this connection however its payers are routed afterwards.
 */
export async function freezeWaiting(context: ExchangeContext): Promise<void> {
  const { profile, runtime, connectionId } = context;
  const now = runtime.now();
  if (!hasStarted(profile, now)) return;
  if (untilFreeze(profile, await readQueue(reading(context), connectionId, now), now) !== 0) return;
  for (let files = 0; files < LIMITS.outboundFilesPerRound && !context.stopping.aborted; files += 1) {
    if (!(await freezeOne(context))) return;
  }
}

/** Others wait no longer than reading so many takes. */
const CLAIMS_AT_ONCE = 16;

const NOT_WRITTEN =
  'This claim could not be written to a file without changing it, so it was not sent. Correct names and codes, then bill the visit again.';

const TOO_LARGE =
  'This claim alone makes a larger file than the clearinghouse takes, so it was not sent. Bill the visit as several claims.';

/** Findings hold nothing of the patient in their texts. */
function atFault({ message, fix = '' }: X12Finding): string {
  return `The check before sending found an error, so this claim was not sent. ${message} ${fix} Then bill the visit again.`;
}

interface Withheld {
  readonly claim: WaitingClaim;
  readonly key: string;
  readonly message: string;
}

/** True when there may be more to freeze. */
async function freezeOne(context: ExchangeContext): Promise<boolean> {
  const { profile, settings, runtime, connectionId } = context;
  const at = runtime.now();
  const { destinations } = await readQueue(reading(context), connectionId, at);
  const waiting = await listWaitingClaims(reading(context), profile.maximumClaimsPerFile, destinations);
  if (waiting.length === 0) return false;
  const { fitting, misfits } = sortByMode(waiting, settings.mode);
  const { readable, unreadable } = await parseClaims(fitting);
  const numbers = await inTransaction(context, takeControlNumbers);
  const envelope = buildEnvelope(context, numbers, at);
  const standard = { partner: partnerLimitsOf(profile), today: latestDateOnEarth(at) };
  const batch = firstBatch(profile, readable);
  const { file, written, refused, tooLarge } = await writeWithin(
    profile.maximumBytesPerFile,
    (claims) => writeVerified(envelope, claims, standard),
    batch,
  );
  const name = uploadName(profile, settings.mode, at, numbers.file);
  const guarded = guardUploadName(profile, settings.mode, name);
  if (!guarded.ok) throw new Error(guarded.error);

  const unsendable = [
    ...misfits,
    ...unreadable.map((claim) => ({ claim, key: 'not-written', message: NOT_WRITTEN })),
    ...refused.map(({ claim, finding }) => ({
      claim: claim.waiting,
      key: 'not-written',
      message: finding ? atFault(finding) : NOT_WRITTEN,
    })),
    ...tooLarge.map((claim) => ({ claim: claim.waiting, key: 'too-large', message: TOO_LARGE })),
  ];
  const decided = [...written.map((claim) => claim.waiting), ...unsendable.map(({ claim }) => claim)];
  const frozen = await inTransaction(context, async (scope) => {
    if (!(await isAsItWas(scope, context))) return 'account-changed';
    // A claim taken back, or routed elsewhere, since it was read must not leave: the rest is written again without it.
    const areHere = await stillWait(
      scope,
      decided.map((claim) => claim.outboxId),
    );
    const ways = decided.map((claim) => claim.destination);
    if (!areHere || !goBy(await readRouting(scope), connectionId, ways, at)) return 'claims-changed';
    if (file) {
      await insertOutboundFile(
        scope,
        {
          id: newId(runtime),
          name,
          connectionId,
          madeFor: madeFor(settings),
          mode: settings.mode,
          bytes: Buffer.from(file.bytes),
          interchangeControlNumber: numbers.interchange,
          groupControlNumber: numbers.group,
          batchReference: envelope.batchReference,
          positions: file.positions,
          createdAt: at,
        },
        written.map((claim) => claim.waiting.outboxId),
      );
    }
    for (const { claim } of unsendable) await removeFromOutbox(scope, claim.outboxId);
    await appendLearnt(
      scope,
      { kind: 'system' },
      at,
      unsendable.map(({ claim, key, message }) => ({
        claimId: claim.claimId,
        dedupeKey: `${key}:${claim.outboxId}`,
        fact: { type: 'withheld', message },
      })),
    );
    return 'frozen';
  });
  if (frozen !== 'frozen') return frozen === 'claims-changed';
  context.runtime.log.info(
    { practiceId: context.practiceId, file: name, claims: written.length, refused: unsendable.length },
    'file frozen',
  );
  publishClaims(
    context,
    decided.map((claim) => claim.claimId),
  );
  publishExchange(context);
  return decided.length < waiting.length || waiting.length === profile.maximumClaimsPerFile;
}

/** A claim leaves in the mode it was billed in, or not at all; billed before there was an account, only as a test. */
function sortByMode(waiting: readonly WaitingClaim[], mode: Mode) {
  const fitting: WaitingClaim[] = [];
  const misfits: Withheld[] = [];
  for (const claim of waiting) {
    if ((claim.mode ?? 'test') === mode) fitting.push(claim);
    else misfits.push({ claim, key: 'other-mode', message: otherMode(claim.mode, mode) });
  }
  return { fitting, misfits };
}

function otherMode(billedIn: Mode | null, mode: Mode): string {
  const billed =
    billedIn === null
      ? 'before a clearinghouse account was set up'
      : `while the account was in ${billedIn} mode`;
  return `The claim was billed ${billed} and the account is now ${mode}, so it was not sent. Bill the visit again if it is meant.`;
}

/** A claim stored by an earlier version with a value that claims no longer have is not sent without it. */
async function parseClaims(waiting: readonly WaitingClaim[]) {
  const readable: QueuedClaim[] = [];
  const unreadable: WaitingClaim[] = [];
  for await (const each of inTurns(waiting, CLAIMS_AT_ONCE)) {
    const stored: unknown = JSON.parse(each.claim);
    const claim = ClaimSchema.safeParse(stored);
    if (claim.success && isDeepStrictEqual(claim.data, stored))
      readable.push({ waiting: each, patientControlNumber: each.patientControlNumber, claim: claim.data });
    else unreadable.push(each);
  }
  return { readable, unreadable };
}
