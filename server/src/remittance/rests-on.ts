/** What was done, or came, because of an answer that a claim has: such an answer can't simply be taken back from it. */
import {
  type ClaimEvent,
  type ClaimFact,
  type ClaimFactType,
  type ClaimPaymentFact,
  type FollowUp,
  isReversal,
  NOT_BILLED,
  standingEvents,
  standingPayments,
} from '@claimside/shared/lifecycle';
import { cents, formatMoney } from '@claimside/shared/values';
import { listEvents } from '../store/claim-events.ts';
import { withoutTakenBack } from '../store/claim-ledger.ts';
import type { Scope } from '../store/store.ts';
import { listSubmissions, type StoredSubmission } from '../store/submissions.ts';
import type { StoredUnmatchedAnswer } from '../store/unmatched-answers.ts';

const DECISIONS: readonly ClaimFactType[] = ['payment', 'payer-accepted', 'payer-received'];
const REJECTIONS: readonly ClaimFactType[] = ['clearinghouse-rejected', 'payer-rejected', 'file-rejected'];

/** Which answers a claim that follows may have been made of, and what to do about that claim first. */
const BUILT: Readonly<Record<FollowUp, { readonly of: readonly ClaimFactType[]; readonly words: string }>> = {
  'next-payer': { of: DECISIONS, words: 'The next insurance was billed from it' },
  instead: { of: DECISIONS, words: 'Another insurance was billed instead because of it' },
  replacement: { of: DECISIONS, words: 'The claim was replaced because of it' },
  void: { of: DECISIONS, words: 'The payer was asked to cancel the claim because of it' },
  resend: { of: REJECTIONS, words: 'The claim was corrected and sent again because of it' },
};

/**
 * Why the event can't be taken back from the claim as things stand, and what to do first: a sentence, or undefined. `going` are the
 * answers that are taken back together.
 */
export async function whyNotTakenBack(
  scope: Scope,
  claimId: string,
  event: ClaimEvent,
  going: readonly StoredUnmatchedAnswer[],
): Promise<string | undefined> {
  const submissions = withoutTakenBack(await listSubmissions(scope, claimId));
  const account: (readonly ClaimEvent[])[] = [];
  for (const { id } of submissions) account.push(await listEvents(scope, id));
  const since = account.flatMap((events) => learntSince(events, event));
  return (
    followedBecause(submissions, event, since) ??
    doneBecause(event, submissions, since, learntSince(account.at(-1) ?? [], event)) ??
    reversedBy(account.flat(), event, going)
  );
}

/** Within one claim by the order of learning, elsewhere by the time. */
function learntSince(events: readonly ClaimEvent[], event: ClaimEvent): ClaimFact[] {
  const place = events.findIndex(({ id }) => id === event.id);
  const later = place >= 0 ? events.slice(place + 1) : events.filter(({ at }) => at >= event.at);
  return later.map(({ fact }) => fact);
}

function followedBecause(
  submissions: readonly StoredSubmission[],
  { fact }: ClaimEvent,
  since: readonly ClaimFact[],
): string | undefined {
  const last = submissions.at(-1);
  // Cancelled at the payer, nothing stands on it any more.
  if (last?.how === 'void' && last.status !== 'denied') return undefined;
  for (const each of since) {
    if (each.type !== 'followed' || !BUILT[each.how].of.includes(fact.type)) continue;
    const built = submissions.find(({ id }) => id === each.claimId);
    if (!built || NOT_BILLED.includes(built.status)) continue;
    return `${BUILT[each.how].words} (claim ${built.patientControlNumber}). Take that claim back while it waits to be sent; once it was sent, cancel it at its payer. Then take this back.`;
  }
  return undefined;
}

/** By people: money let go on the account, the claim that stands for it (`sinceOfLast`) put away. */
function doneBecause(
  { fact }: ClaimEvent,
  submissions: readonly StoredSubmission[],
  since: readonly ClaimFact[],
  sinceOfLast: readonly ClaimFact[],
): string | undefined {
  const letGo = since.reduce((sum, each) => sum + (each.type === 'written-off' ? each.amount : 0), 0);
  const last = submissions.length > 1 ? submissions.at(-1) : undefined;
  const at = last ? `, in the timeline of claim ${last.patientControlNumber}` : '';
  if (letGo > 0 && fact.type === 'payment')
    return `${formatMoney(cents(letGo))} were written off after it came. Take the write-off back first${at}, then this.`;
  const count = (type: ClaimFactType) => sinceOfLast.filter((each) => each.type === type).length;
  if (count('closed') > count('reopened'))
    return 'The claim was closed after it came. Open the claim again first, then take this back.';
  return undefined;
}

/** By a reversal, which a person can take back as well. */
function reversedBy(
  events: readonly ClaimEvent[],
  { fact }: ClaimEvent,
  going: readonly StoredUnmatchedAnswer[],
): string | undefined {
  if (fact.type !== 'payment' || isReversal(fact.payment)) return undefined;
  const keyOf = ({ paymentKey, contentHash }: ClaimPaymentFact) => `${paymentKey} ${contentHash}`;
  const key = keyOf(fact.payment);
  if (standingPayments(events).some((each) => keyOf(each) === key)) return undefined;
  const goes = new Set(going.map((each) => each.fact.type === 'payment' && keyOf(each.fact.payment)));
  const by = standingEvents(events).flatMap(({ fact: other }) =>
    other.type === 'payment' && isReversal(other.payment) && !goes.has(keyOf(other.payment))
      ? other.payment
      : [],
  );
  const reversal = by.find(({ paid }) => paid + fact.payment.paid === 0);
  return (
    reversal &&
    `The payer has taken this payment back on the claim (check ${reversal.checkNumber}, ${reversal.paymentDate}). Take that answer back first, then this.`
  );
}
