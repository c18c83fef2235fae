/** Which facts are of money that was posted, and which of the others somebody sees who sees no money. */
import type { ClaimEvent, ClaimFact, ClaimFactType } from './events.ts';

/**
 * `whole`, or its `title` alone, as what people write beside it may speak of money; `office`: what it did about the claim's money,
 * without an amount; `posted`: what payers paid, and what was let go, billed and taken since.
 */
type Seen = 'whole' | 'title' | 'office' | 'posted';

const SEEN: Readonly<Record<ClaimFactType, Seen>> = {
  captured: 'whole',
  checked: 'whole',
  queued: 'whole',
  cancelled: 'whole',
  withheld: 'whole',
  sent: 'whole',
  'delivery-unknown': 'whole',
  'copy-refused': 'whole',
  'copy-taken': 'whole',
  'sending-again': 'whole',
  'file-accepted': 'whole',
  'file-rejected': 'whole',
  'clearinghouse-received': 'whole',
  'clearinghouse-accepted': 'whole',
  'clearinghouse-pended': 'whole',
  'clearinghouse-rejected': 'whole',
  'payer-received': 'whole',
  'payer-accepted': 'whole',
  'payer-rejected': 'whole',
  payment: 'posted',
  followed: 'title',
  'follow-up-cancelled': 'whole',
  silent: 'whole',
  'written-off': 'posted',
  'patient-billed': 'posted',
  'patient-paid': 'posted',
  overpaid: 'posted',
  refunded: 'posted',
  'correction-given-up': 'office',
  'underpayment-accepted': 'posted',
  'no-further-insurance': 'office',
  'further-insurance': 'office',
  appealed: 'whole',
  'appeal-answered': 'title',
  closed: 'title',
  reopened: 'whole',
  'answer-taken-back': 'title',
  'act-taken-back': 'office',
  unclear: 'whole',
};

type PatientPaid = Extract<ClaimFact, { type: 'patient-paid' }>;

/** Who treats takes it: only of such a payment it is not known how it was paid. */
export const isAtVisit = (fact: ClaimFact): fact is PatientPaid =>
  fact.type === 'patient-paid' && fact.method === undefined;

/**
 * It stands on the claim as it was billed, and is seen as a whole: what is written down after a decision speaks of that.
 * `decided`: when a payer first decided on the account; undefined where none has.
 */
export const isTakenAtVisit = ({ at, fact }: ClaimEvent, decided: string | undefined): boolean =>
  isAtVisit(fact) && fact.amount > 0 && (decided === undefined || at < decided);

/** `decided`: as above. */
export const seenOf = (event: ClaimEvent, decided: string | undefined): Seen =>
  isTakenAtVisit(event, decided) ? 'whole' : SEEN[event.fact.type];

export const isPosted = (fact: ClaimFact): boolean => SEEN[fact.type] === 'posted' && !isAtVisit(fact);
