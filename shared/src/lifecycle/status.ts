/** The status words shown to people, what each means and what it asks of whom. */

export const CLAIM_STATUSES = [
  'queued',
  'sent',
  'file-accepted',
  'file-failed',
  'at-clearinghouse',
  'pended',
  'rejected-by-clearinghouse',
  'with-payer',
  'rejected-by-payer',
  'paid',
  'partly-paid',
  'denied',
  'reversed',
  'voided',
  'closed',
  'unknown',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** No payer has ever taken it: corrected, it goes as a new claim. */
export const REJECTED_STATUSES: readonly ClaimStatus[] = [
  'file-failed',
  'rejected-by-clearinghouse',
  'rejected-by-payer',
];

/** A payer has said what it pays for it. */
export const DECIDED_STATUSES: readonly ClaimStatus[] = ['paid', 'partly-paid', 'denied', 'reversed'];

/** No payer has it: taken back before it was sent, or rejected. */
export const NOT_BILLED: readonly ClaimStatus[] = ['closed', ...REJECTED_STATUSES];

/** No claim stands for the visit any more: it may be billed again. */
export const VISIT_OPEN_AGAIN: readonly ClaimStatus[] = [...NOT_BILLED, 'voided'];

export interface StatusInfo {
  /** The word people see. */
  readonly label: string;
  readonly tone: 'neutral' | 'progress' | 'good' | 'warning' | 'bad';
  /** What to do, or what is being waited for. */
  readonly next: string;
  /** True when a person has to act. */
  readonly needsPerson: boolean;
}

export const STATUS_INFO: Readonly<Record<ClaimStatus, StatusInfo>> = {
  queued: info('Queued', 'progress', 'Goes out with the next file.'),
  sent: info('Sent', 'progress', 'Waiting for the clearinghouse to confirm the file, usually within a day.'),
  'file-accepted': info('File accepted', 'progress', 'Waiting for the clearinghouse to check the claim.'),
  'file-failed': info(
    'File failed',
    'bad',
    'The file was refused, so no claim exists yet. Correct it and send again.',
    true,
  ),
  'at-clearinghouse': info(
    'At clearinghouse',
    'progress',
    'Waiting for the payer to accept it, usually 1 to 7 days.',
  ),
  pended: info(
    'Pended at clearinghouse',
    'warning',
    'The clearinghouse tries again for up to 21 days. Check the coverage.',
    true,
  ),
  'rejected-by-clearinghouse': info(
    'Rejected by clearinghouse',
    'bad',
    'Correct it and send it as a new claim.',
    true,
  ),
  'with-payer': info('With payer', 'progress', 'Waiting for payment, usually 5 to 14 days.'),
  'rejected-by-payer': info('Rejected by payer', 'bad', 'Correct it and send it as a new claim.', true),
  paid: info('Paid', 'good', 'Nothing to do.'),
  'partly-paid': info(
    'Partly paid',
    'warning',
    'Bill the patient for their share, or look at the adjustments.',
    true,
  ),
  denied: info('Denied', 'bad', 'Read the reasons, then replace the claim or appeal.', true),
  reversed: info(
    'Reversed',
    'warning',
    'The payer took its payment back. A corrected one usually follows; ask it why if none comes.',
    true,
  ),
  voided: info(
    'Cancelled at payer',
    'neutral',
    'Nothing to do: what was paid on it was taken back. The visit can be billed again.',
  ),
  closed: info('Closed', 'neutral', 'Nothing to do; the visit can be billed again.'),
  unknown: info('Unknown: needs a person', 'warning', 'Look at the timeline and decide.', true),
};

function info(label: string, tone: StatusInfo['tone'], next: string, needsPerson = false): StatusInfo {
  return { label, tone, next, needsPerson };
}
