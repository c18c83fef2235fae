/** Kinds and states of enrollments as people call them. */
import type { EnrollmentKind, EnrollmentState } from '../api/enrollments.ts';

export const KIND_WORDS: Readonly<Record<EnrollmentKind, string>> = {
  edi: 'Claims (EDI)',
  era: 'Remittances (ERA)',
  eft: 'Payments (EFT)',
  credentialing: 'Credentialing',
};

export const STATE_WORDS: Readonly<Record<EnrollmentState, string>> = {
  needed: 'Needed, not sent',
  sent: 'Sent',
  approved: 'Approved',
  refused: 'Refused',
  'not-needed': 'Not needed',
};
