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
