/**
 * What of a submission shows that it was filed, and when: the strongest word there is, and what was said against it later. Payers take for
 * proof of timely filing that the claim was accepted (277CA A2, A5) or decided on, not that it, or its file, has arrived (A0, A1, 999).
 */
import type { ClaimHistory } from '@claimside/shared/api';
import {
  type ClaimEvent,
  type ClaimFact,
  type ClaimFactType,
  decides,
  lastWords,
  saidOn,
  type TheyHaveIt,
} from '@claimside/shared/lifecycle';
import type { IsoDate } from '@claimside/shared/values';

export type Submission = ClaimHistory['submissions'][number];

export interface Filed {
  readonly words: string;
  /** When it was learnt. */
  readonly at: string | null;
  /** The day that whoever said it put to it, where it is another one: it may have been fetched later. */
  readonly saidOn?: IsoDate;
  /** True where someone but us says that it was accepted. */
  readonly isProof: boolean;
}

interface Word {
  readonly words: string;
  readonly isProof: boolean;
  readonly isSaidBy: (fact: ClaimFact) => boolean;
}

const word = (words: string, isProof: boolean, isSaidBy: Word['isSaidBy']): Word => ({
  words,
  isProof,
  isSaidBy,
});
const is =
  (type: ClaimFactType): Word['isSaidBy'] =>
  (fact) =>
    fact.type === type;

/** An estimate is no decision, and what was sent on to another payer is that one's to decide. */
const isDecision = (fact: ClaimFact): boolean => fact.type === 'payment' && decides(fact.payment);
const theyHaveIt =
  (how: TheyHaveIt): Word['isSaidBy'] =>
  (fact) =>
    fact.type === 'unclear' && fact.by === 'payer' && fact.theyHaveIt === how;

/** From the strongest to the weakest. */
const WORDS: readonly Word[] = [
  word('The payer accepted the claim', true, is('payer-accepted')),
  word('The payer decided on the claim', true, isDecision),
  word('The clearinghouse accepted the claim', true, is('clearinghouse-accepted')),
  word(
    'The payer says that it has finished with the claim without paying; its decision (835) was not seen yet',
    false,
    theyHaveIt('unpaid'),
  ),
  word(
    'The payer has the claim and asks for more; that it accepts it was not said yet',
    false,
    theyHaveIt('asks'),
  ),
  word('The payer received the claim; that it accepts it was not said yet', false, is('payer-received')),
  word('The clearinghouse holds the claim back; it was not accepted yet', false, is('clearinghouse-pended')),
  word(
    'The clearinghouse received the claim; that it accepts it was not said yet',
    false,
    is('clearinghouse-received'),
  ),
  word(
    'The clearinghouse could read the file; of the claim nothing was said yet',
    false,
    is('file-accepted'),
  ),
  word('Sent; nothing was said of it yet', false, is('sent')),
];

const REJECTIONS: Readonly<Partial<Record<ClaimFactType, string>>> = {
  'file-rejected': 'The file was rejected',
  'clearinghouse-rejected': 'The clearinghouse rejected the claim',
  'payer-rejected': 'The payer rejected the claim',
};

/** A rejected claim counts as never received: only a payer that decided on it all the same had it. */
export function filedOf({ events: learnt, file, createdAt }: Submission): Filed {
  const { events } = lastWords(learnt);
  if (file?.mode === 'test')
    return {
      words: 'A test: it went to no payer and proves nothing',
      at: file.sentAt ?? createdAt,
      isProof: false,
    };
  const rejected = events.some(({ fact }) => isDecision(fact)) ? undefined : rejectionOf(events);
  for (const { words, isProof, isSaidBy } of WORDS) {
    const first = earliest(events.filter(({ fact }) => isSaidBy(fact)));
    if (!first) continue;
    if (!rejected) return { words, ...whenOf(first), isProof };
    const before = isProof ? `${words} on ${whenOf(first).saidOn ?? exactly(first.at)}. ` : '';
    return { words: `${before}${rejected.words}`, ...whenOf(rejected.event), isProof: false };
  }
  return { words: 'Not sent', at: null, isProof: false };
}

function rejectionOf(
  events: readonly ClaimEvent[],
): { readonly words: string; readonly event: ClaimEvent } | undefined {
  const event = earliest(events.filter(({ fact }) => REJECTIONS[fact.type] !== undefined));
  return event && { words: REJECTIONS[event.fact.type] ?? '', event };
}

/** By the day on which it was said. */
const earliest = (events: readonly ClaimEvent[]): ClaimEvent | undefined =>
  events.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))[0];

const momentOf = (event: ClaimEvent): string => whenOf(event).saidOn ?? event.at;

/** When it was learnt, and the day that its sender put to it where that is another one. */
export function whenOf(event: ClaimEvent): { readonly at: string; readonly saidOn?: IsoDate } {
  const { at, fact } = event;
  const day = fact.type === 'payment' ? fact.payment.paymentDate : saidOn(event);
  return day === undefined || day === at.slice(0, 10) ? { at } : { at, saidOn: day };
}

/** `2026-11-20 12:00:05 UTC`: the same for whoever reads it, wherever. */
export function exactly(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
