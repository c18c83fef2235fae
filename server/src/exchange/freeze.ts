/** Turns waiting claims into one frozen file: numbers allotted, bytes written and read back, all stored together. */
import { createHash } from 'node:crypto';
import { ClaimSchema } from '@claimside/shared/claim';
import { guardUploadName, uploadName } from '../clearinghouse/index.ts';
import { newId } from '../runtime.ts';
import {
  insertOutboundFile,
  listWaitingClaims,
  removeFromOutbox,
  stillWait,
  type WaitingClaim,
} from '../store/outbound-files.ts';
import { readQueue } from '../store/outbox.ts';
import type { NumberedClaim } from '../transactions/claim-837p/index.ts';
import { type ExchangeContext, inTransaction, publishClaims, publishExchange, reading } from './context.ts';
import { buildEnvelope, takeControlNumbers } from './envelope.ts';
import { appendLearnt } from './facts.ts';
import { LIMITS } from './limits.ts';
import { untilFreeze } from './schedule.ts';
import { writeVerified } from './write-verified.ts';

interface QueuedClaim extends NumberedClaim {
  readonly waiting: WaitingClaim;
}

/**
 * Freezes everything that waits, once it is time. From here on a retry sends the stored bytes; nothing is ever written
 * anew, and nothing in it can be taken back.
 */
export async function freezeWaiting(context: ExchangeContext): Promise<void> {
  const { profile, runtime } = context;
  if (untilFreeze(profile, await readQueue(reading(context)), runtime.now()) !== 0) return;
  for (let files = 0; files < LIMITS.outboundFilesPerRound && !context.stopping.aborted; files += 1) {
    if (!(await freezeOne(context))) return;
  }
}

/** True when there may be more to freeze. */
async function freezeOne(context: ExchangeContext): Promise<boolean> {
  const { profile, settings, runtime } = context;
  const waiting = await listWaitingClaims(reading(context), profile.maximumClaimsPerFile);
  if (waiting.length === 0) return false;
  const at = runtime.now();
  const { readable, unreadable } = parseClaims(waiting);
  const numbers = await inTransaction(context, takeControlNumbers);
  const envelope = buildEnvelope(context, numbers, at);
  const { file, written, refused } = writeVerified(envelope, readable);
  const name = uploadName(profile, settings.mode, at, numbers.file);
  const guarded = guardUploadName(profile, settings.mode, name);
  if (!guarded.ok) throw new Error(guarded.error);

  const unsendable = [...unreadable, ...refused.map((claim) => claim.waiting)];
  const frozen = await inTransaction(context, async (scope) => {
    // A claim taken back since it was read must not leave: the rest is written again without it.
    if (
      !(await stillWait(
        scope,
        waiting.map((claim) => claim.outboxId),
      ))
    )
      return false;
    if (file) {
      const bytes = Buffer.from(file.bytes);
      await insertOutboundFile(
        scope,
        {
          id: newId(runtime),
          name,
          mode: settings.mode,
          bytes,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          interchangeControlNumber: numbers.interchange,
          groupControlNumber: numbers.group,
          batchReference: envelope.batchReference,
          positions: file.positions,
          createdAt: at,
        },
        written.map((claim) => claim.waiting.outboxId),
      );
    }
    for (const claim of unsendable) await removeFromOutbox(scope, claim.outboxId);
    await appendLearnt(
      scope,
      { kind: 'system' },
      at,
      unsendable.map(({ claimId, outboxId }) => ({
        claimId,
        dedupeKey: `not-written:${outboxId}`,
        fact: {
          type: 'withheld',
          message:
            'This claim could not be written to a file without changing it, so it was not sent. Correct names and codes, then bill the visit again.',
        },
      })),
    );
    return true;
  });
  if (!frozen) return true;
  context.runtime.log.info(
    { practiceId: context.practiceId, file: name, claims: written.length, refused: unsendable.length },
    'file frozen',
  );
  publishClaims(
    context,
    waiting.map((claim) => claim.claimId),
  );
  publishExchange(context);
  return waiting.length === profile.maximumClaimsPerFile;
}

function parseClaims(waiting: readonly WaitingClaim[]) {
  const readable: QueuedClaim[] = [];
  const unreadable: WaitingClaim[] = [];
  for (const each of waiting) {
    const claim = ClaimSchema.safeParse(JSON.parse(each.claim));
    if (claim.success)
      readable.push({ waiting: each, patientControlNumber: each.patientControlNumber, claim: claim.data });
    else unreadable.push(each);
  }
  return { readable, unreadable };
}
