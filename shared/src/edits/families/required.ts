/** What every professional claim must say, and what goes with a part once it is there. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit, Report } from '../edit.ts';
import { eachFacility } from '../roles.ts';
import {
  ADJUDICATION,
  ADJUSTMENT,
  CLAIM,
  FACILITY,
  LINE,
  missingFields,
  OTHER_COVERAGE,
  PATIENT_IN_THE_US,
  PAY_TO_PLAN,
  SUBSCRIBER,
} from '../tables/required-fields.ts';
import { type DraftAdjustment, isBlank, pathOfLine } from '../walk.ts';

export const requiredEdits: readonly Edit[] = [
  {
    id: 'required',
    severity: 'error',
    snip: 2,
    fields: ['*', '**'],
    source: 'X12 837P, elements and segments marked required',
    summary: 'Whatever every professional claim must say is there.',
    check(draft, _context, report) {
      missingFields(draft, CLAIM, '', report);
      if (!isForeign(draft.patient?.address)) missingFields(draft, PATIENT_IN_THE_US, '', report);
      billingProvider(draft, report);
      if (draft.relationshipToSubscriber && draft.relationshipToSubscriber !== '18')
        if (isBlank(draft.subscriber?.organizationName)) missingFields(draft, SUBSCRIBER, '', report);
      if (draft.payToPlan) missingFields(draft.payToPlan, PAY_TO_PLAN, 'payToPlan.', report);
      eachFacility(draft, (facility, path) => missingFields(facility, FACILITY, `${path}.`, report));
      if (!draft.diagnoses?.length)
        report('diagnoses', 'A diagnosis is missing.', 'Add the diagnosis of the visit.');
      if (!draft.serviceLines?.length)
        report('serviceLines', 'A service line is missing.', 'Add what was done.');
      lines(draft, report);
      otherCoverages(draft, report);
    },
  },
];

/** A provider that has no NPI by its nature (transport, homemaker) bills under the payer's own number for it. */
function billingProvider({ billingProvider: billing, coverage }: ClaimDraft, report: Report): void {
  const fix = 'An admin completes the practice settings.';
  if (isBlank(billing?.npi) && !coverage?.billingProviderIds?.some(({ qualifier }) => qualifier === 'G2'))
    report('billingProvider.npi', "The practice's billing NPI is missing.", fix);
  const name: BillingName | undefined = billing?.name;
  if (name === undefined) return;
  if (isBlank(name.kind))
    report('billingProvider.name.kind', 'Whether a person or an organization bills is missing.', fix);
  else if (name.kind !== 'person') {
    if (isBlank(name.organizationName))
      report('billingProvider.name.organizationName', "The practice's name is missing.", fix);
  } else {
    if (isBlank(name.lastName))
      report('billingProvider.name.lastName', "The billing provider's last name is missing.", fix);
    if (isBlank(name.firstName))
      report('billingProvider.name.firstName', "The billing provider's first name is missing.", fix);
  }
}

/** Of a person or an organization. */
interface BillingName {
  readonly kind?: string | undefined;
  readonly organizationName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
}

function lines({ serviceLines = [] }: ClaimDraft, report: Report): void {
  for (let index = 0; index < serviceLines.length; index++) {
    const line = serviceLines[index];
    if (!line) continue;
    missingFields(line, LINE, pathOfLine(index), report);
    if (!line.diagnosisPointers?.length)
      report(
        `serviceLines.${index}.diagnosisPointers`,
        'The diagnosis this line is for is missing.',
        'Choose one to four of the diagnoses.',
      );
    line.adjudications?.forEach((adjudication, which) => {
      const path = `serviceLines.${index}.adjudications.${which}.`;
      missingFields(adjudication, ADJUDICATION, path, report);
      adjustments(adjudication.adjustments, path, report);
    });
  }
}

function otherCoverages({ otherCoverages: others }: ClaimDraft, report: Report): void {
  others?.forEach((other, index) => {
    const path = `otherCoverages.${index}.`;
    missingFields(other, OTHER_COVERAGE, path, report);
    if (isBlank(other.subscriber?.organizationName) && isBlank(other.subscriber?.lastName))
      report(
        `${path}subscriber.lastName`,
        "The name of the other insurance's member is missing.",
        'Type it from the card.',
      );
    adjustments(other.adjustments, path, report);
  });
}

function adjustments(list: readonly DraftAdjustment[] | undefined, path: string, report: Report): void {
  list?.forEach((adjustment, index) => {
    missingFields(adjustment, ADJUSTMENT, `${path}adjustments.${index}.`, report);
  });
}

function isForeign(address: { readonly country?: string | undefined } | undefined): boolean {
  return address?.country !== undefined && address.country !== '' && address.country !== 'US';
}
