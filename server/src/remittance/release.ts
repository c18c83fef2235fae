/** Takes a payment off the claim whose number it names: a person saw that it is another's, and it waits to be given to that. */
import { standingEvents } from '@claimside/shared/lifecycle';
import { newId } from '../runtime.ts';
import { listEvents } from '../store/claim-events.ts';
import { findInboundFile } from '../store/inbound-files.ts';
import type { Scope } from '../store/store.ts';
import {
  findUnmatchedAnswer,
  findUnmatchedByKey,
  insertUnmatchedAnswers,
  type StoredUnmatchedAnswer,
} from '../store/unmatched-answers.ts';
import { readRemittance } from '../transactions/remittance-835/index.ts';
import { type AnswerPart, paidBy } from './attribute.ts';
import type { Deciding } from './decide.ts';
import { paymentKeyPrefix } from './payment-fact.ts';
import { paymentKey, toldPaymentKey } from './payment-key.ts';
import { partsOfRemittance } from './post.ts';
import { type CanNotTakeBack, type Reopened, reopening } from './take-back.ts';

/** `reason`, in the person's words, stands with the answer while it waits. Payments alone, as what else comes moves no money. */
export async function releasePayment(
  context: Deciding,
  claimId: string,
  eventId: string,
  reason: string,
): Promise<Reopened | 'not-found' | 'answer-waits-already' | CanNotTakeBack> {
  return reopening(context, (scope) => answerOf(context, scope, claimId, eventId), reason);
}

/** By its number it came to the claim without an answer to decide on: that is made as if it had been matched by hand. */
async function answerOf(
  { runtime }: Deciding,
  scope: Scope,
  claimId: string,
  eventId: string,
): Promise<StoredUnmatchedAnswer | CanNotTakeBack | undefined> {
  const event = standingEvents(await listEvents(scope, claimId)).find(({ id }) => id === eventId);
  if (event?.fact.type !== 'payment' || event.source.kind !== 'inbound-file') return undefined;
  const { paymentKey: key, contentHash } = event.fact.payment;
  const dedupeKey = `${paymentKeyPrefix(key)}${contentHash}`;
  const before = await findUnmatchedByKey(scope, dedupeKey);
  if (before) return findUnmatchedAnswer(scope, before.id);
  const { fileId } = event.source;
  const part = await partOf(scope, fileId, key, dedupeKey);
  if (!part) return { code: 'can-not-take-back', why: 'The file that it came by does not tell it any more.' };
  const { reference, fact } = part;
  const id = newId(runtime);
  await insertUnmatchedAnswers(scope, [
    {
      id,
      inboundFileId: fileId,
      paymentKey: key,
      reference,
      fact,
      dedupeKey,
      amount: paidBy(part),
      createdAt: runtime.now(),
      state: 'matched',
      claimId,
      matchedBy: 'our-number',
    },
  ]);
  return findUnmatchedAnswer(scope, id);
}

async function partOf(
  scope: Scope,
  fileId: string,
  key: string,
  dedupeKey: string,
): Promise<AnswerPart | undefined> {
  const file = await findInboundFile(scope, fileId);
  if (!file) return undefined;
  return readRemittance(file.bytes)
    .remittances.filter((each) => paymentKey(each) === toldPaymentKey(key))
    .flatMap((each) => partsOfRemittance(each, key))
    .find((each) => each.dedupeKey === dedupeKey);
}
