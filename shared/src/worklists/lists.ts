/** The lists on which a claim stands as long as it asks for a person. */

export const WORKLISTS = [
  'needs-you',
  'rejected',
  'denied',
  'silent',
  'partly-paid',
  'underpaid',
  'patient-balance',
] as const;
export type Worklist = (typeof WORKLISTS)[number];

/** What a claim asks for on a list, and whose answer it is that stays away. `status`: what its status says. */
export const WORK_REASONS = [
  'status',
  'clearinghouse-silent',
  'payer-silent',
  'next-payer-silent',
  'appeal-late',
  'refused-before',
  'capitated',
  'in-doubt',
  'they-ask',
  'finished-unpaid',
  'underpaid',
  'patient-credit',
  'patient-share',
] as const;
export type WorkReason = (typeof WORK_REASONS)[number];
