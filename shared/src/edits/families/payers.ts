/** Edits by what is known of the payer, the clearinghouse's list and the coverage. Facts grow old: they warn only, unless the practice says otherwise. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { EnrollmentWait } from '../../enrollment/wait.ts';
import { isIsoDate } from '../../values/index.ts';
import type { MissingEnrollment } from '../context.ts';
import type { Edit, Report } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { eachLine, linePath } from '../walk.ts';

const LIST = "The clearinghouse's payer list";
const ENROLLMENT = "The clearinghouse's payer list; the practice's enrollments";
const FACTS = "The practice's facts about the payer";

export const payerEdits: readonly Edit[] = [
  {
    id: 'payer-listed',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.payerId'],
    source: LIST,
    summary: "The payer's id is on the clearinghouse's list.",
    check({ coverage }, { payer }, report) {
      if (payer?.isListed === false && coverage?.payerId)
        report(
          'coverage.payerId',
          "The payer ID is not on the clearinghouse's list: the claim would go nowhere.",
          "Look the payer up at the clearinghouse; an admin corrects the practice's list.",
        );
    },
  },
  {
    id: 'payer-takes-secondary',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.rank'],
    source: LIST,
    summary: 'A secondary claim goes to a payer that takes it electronically.',
    check(draft, { payer }, report) {
      const rank = draft.coverage?.rank;
      if (!rank || rank === 'P' || rank === 'U') return;
      if (payer?.takesSecondary === false)
        report(
          'coverage.rank',
          'This payer takes no secondary claims electronically.',
          "Send it on paper with the earlier payer's remittance.",
        );
      else if (payer?.takesSecondary === 'after-medicare' && !isMedicarePrimary(draft))
        report(
          'coverage.rank',
          'This payer takes secondary claims electronically only after Medicare.',
          "Send it on paper with the earlier payer's remittance.",
        );
    },
  },
  {
    id: 'payer-enrollment',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.payerId'],
    source: ENROLLMENT,
    summary: 'Where the payer wants an enrollment before the first claim, it is approved.',
    check(_draft, { payer }, report) {
      if (payer?.enrollment && !payer.enrollment.isBlocking) reportEnrollment(payer.enrollment, report);
    },
  },
  {
    id: 'payer-enrollment-first',
    severity: 'error',
    snip: 7,
    fields: ['coverage.payerId'],
    source: ENROLLMENT,
    summary: 'Where the practice sends no claims before the enrollment, it is approved.',
    check(_draft, { payer }, report) {
      if (payer?.enrollment?.isBlocking) reportEnrollment(payer.enrollment, report);
    },
  },
  {
    id: 'payer-paper-only',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.payerId'],
    source: LIST,
    summary: 'The payer takes electronic claims.',
    check(_draft, { payer }, report) {
      if (payer?.isPaperOnly)
        report(
          'coverage.payerId',
          'Claims to this payer leave on paper: printed where the account says so, for a fee.',
          'Look whether the payer has an electronic id, else whether printing is chosen in the account.',
        );
    },
  },
  {
    id: 'payer-kind',
    severity: 'warning',
    snip: 7,
    fields: ['coverage.claimFilingIndicator'],
    source: FACTS,
    summary: "The kind of insurance is the one that the practice's list has for the payer.",
    check({ coverage }, { payer }, report) {
      const [known, said] = [payer?.claimFilingIndicator, coverage?.claimFilingIndicator];
      if (known && said && known !== said)
        report(
          'coverage.claimFilingIndicator',
          "The kind of insurance is not the one of the practice's payer list.",
          'Choose the payer again, or correct the list.',
        );
    },
  },
  {
    id: 'payer-wants-taxonomy',
    severity: 'warning',
    snip: 7,
    fields: ['billingProvider.taxonomy'],
    source: FACTS,
    summary: 'A payer that wants the taxonomy of the billing provider gets it.',
    check({ billingProvider }, { payer }, report) {
      if (payer?.needsBillingTaxonomy && billingProvider && !billingProvider.taxonomy)
        report(
          'billingProvider.taxonomy',
          "This payer wants the billing provider's taxonomy code.",
          'An admin completes the practice settings.',
        );
    },
  },
  {
    id: 'payer-wants-authorization',
    severity: 'warning',
    snip: 7,
    fields: ['priorAuthorizationNumber'],
    source: FACTS,
    summary: 'A payer that wants an authorization number gets one.',
    check({ priorAuthorizationNumber, serviceLines }, { payer }, report) {
      if (!payer?.needsPriorAuthorization || priorAuthorizationNumber) return;
      if (!serviceLines?.some((line) => line.priorAuthorizations?.length))
        report('priorAuthorizationNumber', 'This payer wants an authorization number.', 'Type it.');
    },
  },
  {
    id: 'coverage-in-force',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.serviceDate'],
    source: 'The eligibility answer of the payer',
    summary: 'The coverage was in force on the day of service.',
    check: eachLine(({ serviceDate }, index, _draft, { coveragePeriod }, report) => {
      if (!coveragePeriod || !serviceDate || !isIsoDate(serviceDate)) return;
      const { begins, ends } = coveragePeriod;
      if ((begins && serviceDate < begins) || (ends && serviceDate > ends))
        report(
          linePath(index, 'serviceDate'),
          'By what the payer answered, the coverage was not in force on this day.',
          'Ask the patient for the insurance of that day, or check eligibility again.',
        );
    }),
  },
];

function isMedicarePrimary({ otherCoverages }: ClaimDraft): boolean {
  return otherCoverages?.some((other) => other.rank === 'P' && isMedicare(other)) ?? false;
}

/** What is in the way, and the way out, by what is waited for. */
const WAITS: Readonly<Record<EnrollmentWait, readonly [message: string, fix: string]>> = {
  needed: [
    'This payer wants an enrollment before the first claim, and none is on record.',
    'Bill when it is approved. If it is, an admin enters that under Enrollments in Options.',
  ],
  sent: [
    'The enrollment for claims with this payer is not approved yet.',
    'Bill when it is approved; an admin enters that under Enrollments in Options.',
  ],
  refused: [
    'This payer has refused the enrollment for claims.',
    'Correct it and send it again, then bill; Enrollments in Options has what is known of it.',
  ],
  'not-told': [
    'Medicare has approved the enrollment, but the clearinghouse was not told yet.',
    'Call Office Ally first (360-975-7000, option 1); an admin enters the day under Enrollments in Options.',
  ],
};

function reportEnrollment({ waitsFor, sentOn }: MissingEnrollment, report: Report): void {
  const [message, fix] = WAITS[waitsFor];
  const since = waitsFor === 'sent' && sentOn ? ` It was sent ${sentOn}.` : '';
  report('coverage.payerId', `${message}${since}`, fix);
}
