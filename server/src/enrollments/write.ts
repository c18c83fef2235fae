/** The enrollments as a table, to print, sort and hand on. */
import type { Enrollment, PracticeSettings } from '@claimside/shared/api';
import { type EnrollmentStep, KIND_WORDS, latestAnswer, STATE_WORDS } from '@claimside/shared/enrollment';
import type { TableToWrite } from '../tables/index.ts';

const HEADINGS = [
  ...['Payer', 'Payer ID', 'Enrollment', 'Billing provider', 'NPI used', 'State', 'Sent', 'Expected by'],
  ...['Answered', 'Clearinghouse told', 'Look again on', 'Blocks claims', 'Contact', 'Claims address'],
  ...['Documents', 'Notes', 'To do'],
];

/** In the order of the steps. */
export function tableOfEnrollments(
  steps: readonly EnrollmentStep[],
  practice: PracticeSettings | null,
): TableToWrite {
  return { headings: HEADINGS, rows: steps.map((step) => rowOf(step, practice)) };
}

function rowOf(step: EnrollmentStep, practice: PracticeSettings | null): string[] {
  const { payerName, payerId, kind, billingNpi, enrollment, state, words } = step;
  const one: Partial<Enrollment> = enrollment ?? {};
  return [
    ...[payerName, payerId, KIND_WORDS[kind], billerName(billingNpi, practice), billingNpi],
    enrollment ? STATE_WORDS[enrollment.state] : 'Not on record',
    one.sentOn ?? '',
    (enrollment?.state === 'sent' && latestAnswer(enrollment)) || '',
    ...[one.answeredOn, one.toldOn, one.remindOn].map((day) => day ?? ''),
    one.blocksClaims ? 'Yes' : '',
    ...[one.contact, one.claimsAddress, one.documents, one.notes].map((text) => text ?? ''),
    state === 'yours' ? words : '',
  ];
}

function billerName(npi: string, practice: PracticeSettings | null): string {
  if (!practice) return '';
  return (
    practice.billingProfiles?.find(({ billingProvider }) => billingProvider.npi === npi)?.name ??
    (practice.billingProvider.npi === npi ? practice.name : '')
  );
}
