/** What a claim waits for, and who works on it, as who treats is told. */
import type { ClaimProgress, ListedProgress } from '@claimside/shared/api';
import { type ClaimStatus, REJECTED_STATUSES, SILENCE_WORDS, STATUS_INFO } from '@claimside/shared/lifecycle';

/** Where the words for who bills ask for what only they do, or would say too much of it. */
const WORDS: Readonly<Partial<Record<ClaimStatus, string>>> = {
  'at-clearinghouse': 'Waiting to be accepted, usually 1 to 7 days.',
  pended:
    'The clearinghouse holds it, and tries again for up to 21 days. Check the coverage; a biller follows it up.',
  'partly-paid': 'Paid in part. A biller works on the rest.',
  denied: 'A biller works on this. If a code or the note was wrong, tell them what is right.',
  reversed: 'The payer took its decision back. A biller works on this.',
  unknown: 'A biller works on this.',
};

const TO_CORRECT = 'Correct it and send it again, or leave it to a biller.';
const BILLER_CORRECTS = 'A biller corrects it and sends it again.';

/** On a list: whether it may be corrected is known once it is opened. */
export function listedWords({ status, appeal, followedBy }: ListedProgress): string {
  if (followedBy !== null) return 'Goes on in a newer claim.';
  if (appeal) return appealWords(appeal);
  if (REJECTED_STATUSES.includes(status)) return 'It came back: open it to see why.';
  return STATUS_INFO[status].needsPerson ? (WORDS[status] ?? STATUS_INFO[status].next) : '';
}

/** Of a claim that no other one follows. */
export function progressWords({
  status,
  appeal,
  silence,
  isClosed,
  canCorrect,
  outboundFile,
}: Pick<
  ClaimProgress,
  'status' | 'appeal' | 'silence' | 'isClosed' | 'canCorrect' | 'outboundFile'
>): string {
  if (status === 'unknown' && outboundFile?.state === 'unknown')
    return 'A biller finds out whether its file arrived.';
  if (isClosed) return 'Nothing to do: a person took it off the lists.';
  if (silence && status !== 'unknown') return `${SILENCE_WORDS[silence.awaited]} A biller asks why.`;
  if (appeal) return appealWords(appeal);
  if (REJECTED_STATUSES.includes(status)) return canCorrect ? TO_CORRECT : BILLER_CORRECTS;
  return WORDS[status] ?? STATUS_INFO[status].next;
}

const appealWords = ({ sentOn, grantedOn }: NonNullable<ListedProgress['appeal']>): string =>
  grantedOn
    ? `The appeal was granted on ${grantedOn}: waiting for the payment.`
    : `Appealed on ${sentOn}: waiting for the payer’s decision.`;
