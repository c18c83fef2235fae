/** The fields that must be there, with their names and where they usually come from. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Report } from '../edit.ts';
import {
  type DraftAdjudication,
  type DraftAdjustment,
  type DraftCoverage,
  type DraftFacility,
  type DraftLine,
  isBlank,
} from '../walk.ts';

export interface Requirement<Part> {
  readonly path: string;
  readonly of: (part: Part) => unknown;
  readonly message: string;
  readonly fix: string;
}

/** Reports every field of the list that `part` lacks; `before` is the path of `part`, with its last dot. */
export function missingFields<Part>(
  part: Part,
  fields: readonly Requirement<Part>[],
  before: string,
  report: Report,
): void {
  for (const field of fields)
    if (isBlank(field.of(part))) report(before + field.path, field.message, field.fix);
}

/** One field that must be there: its path, how it is found, its name in a sentence, and what to do. */
export const requirement = <Part>(
  path: string,
  of: (part: Part) => unknown,
  name: string,
  fix: string,
): Requirement<Part> => ({ path, of, message: `${name} is missing.`, fix });

const PATIENT = 'Open the patient in the chart or type it.';
const DEMOGRAPHICS = 'Open the demographics in the chart or type it.';
const INSURANCE = 'Open the insurance in the chart or type it.';
const SETTINGS = 'An admin completes the practice settings.';
const SENT_WITH = 'Choose it among what the claim is sent with.';

export const CLAIM: readonly Requirement<ClaimDraft>[] = [
  requirement('patient.lastName', (part) => part.patient?.lastName, "The patient's last name", PATIENT),
  requirement('patient.firstName', (part) => part.patient?.firstName, "The patient's first name", PATIENT),
  requirement(
    'patient.birthDate',
    (part) => part.patient?.birthDate,
    "The patient's birth date",
    DEMOGRAPHICS,
  ),
  requirement('patient.sex', (part) => part.patient?.sex, "The patient's sex", 'Choose F, M or U.'),
  requirement(
    'patient.address.line1',
    (part) => part.patient?.address?.line1,
    "The patient's street",
    DEMOGRAPHICS,
  ),
  requirement(
    'patient.address.city',
    (part) => part.patient?.address?.city,
    "The patient's city",
    DEMOGRAPHICS,
  ),
  requirement(
    'relationshipToSubscriber',
    (part) => part.relationshipToSubscriber,
    'What the patient is to the insured person',
    'Choose self, spouse, child or other.',
  ),
  requirement(
    'coverage.memberId',
    (part) => part.coverage?.memberId,
    'The member ID',
    "Open the insurance in the chart or type it from the patient's card.",
  ),
  requirement(
    'billingProvider.taxId',
    (part) => part.billingProvider?.taxId,
    "The practice's tax ID",
    SETTINGS,
  ),
  requirement(
    'billingProvider.taxIdKind',
    (part) => part.billingProvider?.taxIdKind,
    "The kind of the practice's tax ID",
    SETTINGS,
  ),
  requirement('billingProvider.name', (part) => part.billingProvider?.name, "The practice's name", SETTINGS),
  requirement(
    'billingProvider.address.line1',
    (part) => part.billingProvider?.address?.line1,
    "The practice's street",
    SETTINGS,
  ),
  requirement(
    'billingProvider.address.city',
    (part) => part.billingProvider?.address?.city,
    "The practice's city",
    SETTINGS,
  ),
  requirement(
    'billingProvider.address.state',
    (part) => part.billingProvider?.address?.state,
    "The practice's state",
    SETTINGS,
  ),
  requirement(
    'billingProvider.address.postalCode',
    (part) => part.billingProvider?.address?.postalCode,
    "The practice's ZIP code",
    SETTINGS,
  ),
  requirement(
    'placeOfService',
    (part) => part.placeOfService,
    'The place of service',
    'Choose where the patient was seen.',
  ),
  requirement(
    'frequency',
    (part) => part.frequency,
    'Whether this is a first claim, a replacement or a void',
    SENT_WITH,
  ),
  requirement(
    'providerSignatureOnFile',
    (part) => part.providerSignatureOnFile,
    "Whether the provider's signature is on file",
    SENT_WITH,
  ),
  requirement(
    'assignmentOfBenefits',
    (part) => part.assignmentOfBenefits,
    'Whether the provider takes assignment',
    SENT_WITH,
  ),
  requirement(
    'benefitsToProvider',
    (part) => part.benefitsToProvider,
    'Whether the payer pays the provider',
    SENT_WITH,
  ),
  requirement(
    'releaseOfInformation',
    (part) => part.releaseOfInformation,
    'Whether information may be released',
    SENT_WITH,
  ),
];

export const PATIENT_IN_THE_US: readonly Requirement<ClaimDraft>[] = [
  requirement(
    'patient.address.state',
    (part) => part.patient?.address?.state,
    "The patient's state",
    'Open the demographics in the chart or choose it.',
  ),
  requirement(
    'patient.address.postalCode',
    (part) => part.patient?.address?.postalCode,
    "The patient's ZIP code",
    DEMOGRAPHICS,
  ),
];

/** Address, birth date and sex of an insured person who is not the patient are not asked for (2010BA). */
export const SUBSCRIBER: readonly Requirement<ClaimDraft>[] = [
  requirement(
    'subscriber.lastName',
    (part) => part.subscriber?.lastName,
    "The insured person's last name",
    INSURANCE,
  ),
  requirement(
    'subscriber.firstName',
    (part) => part.subscriber?.firstName,
    "The insured person's first name",
    INSURANCE,
  ),
];

export const PAY_TO_PLAN: readonly Requirement<NonNullable<ClaimDraft['payToPlan']>>[] = [
  requirement('name', (part) => part.name, 'The name of the plan to pay', 'Type it.'),
  requirement('id', (part) => part.id, 'The id of the plan to pay', 'Type it.'),
  requirement('idQualifier', (part) => part.idQualifier, 'The kind of id of the plan to pay', 'Choose it.'),
  requirement('taxId', (part) => part.taxId, 'The tax ID of the plan to pay', 'Type it.'),
  requirement('address', (part) => part.address, 'The address of the plan to pay', 'Type it.'),
];

export const FACILITY: readonly Requirement<DraftFacility>[] = [
  requirement('name', (part) => part.name, "The facility's name", SETTINGS),
  requirement('address.line1', (part) => part.address?.line1, "The facility's street", SETTINGS),
  requirement('address.city', (part) => part.address?.city, "The facility's city", SETTINGS),
  requirement('address.state', (part) => part.address?.state, "The facility's state", SETTINGS),
  requirement('address.postalCode', (part) => part.address?.postalCode, "The facility's ZIP code", SETTINGS),
];

export const LINE: readonly Requirement<DraftLine>[] = [
  requirement(
    'procedureCode',
    (part) => part.procedureCode,
    'The procedure code',
    'Type the CPT or HCPCS code.',
  ),
  requirement('chargeAmount', (part) => part.chargeAmount, 'The charge', "Type the line's charge."),
  requirement('units', (part) => part.units, 'The number of units', 'Type how many.'),
  requirement(
    'serviceDate',
    (part) => part.serviceDate,
    'The date of service',
    'Open the visit or type the date.',
  ),
];

const EARLIER = "Take it from the earlier payer's remittance.";

export const OTHER_COVERAGE: readonly Requirement<DraftCoverage>[] = [
  requirement(
    'rank',
    (part) => part.rank,
    "The other insurance's turn",
    'Choose primary, secondary or tertiary.',
  ),
  requirement(
    'relationshipToSubscriber',
    (part) => part.relationshipToSubscriber,
    "What the patient is to the other insurance's member",
    'Choose self, spouse, child or other.',
  ),
  requirement(
    'claimFilingIndicator',
    (part) => part.claimFilingIndicator,
    "The other insurance's kind",
    'Choose it.',
  ),
  requirement(
    'benefitsToProvider',
    (part) => part.benefitsToProvider,
    'Whether the other payer pays the provider',
    SENT_WITH,
  ),
  requirement(
    'releaseOfInformation',
    (part) => part.releaseOfInformation,
    'Whether information may be released to the other payer',
    SENT_WITH,
  ),
  requirement(
    'subscriber.memberId',
    (part) => part.subscriber?.memberId,
    'The member ID at the other insurance',
    'Type it from the card.',
  ),
  requirement('payer.name', (part) => part.payer?.name, "The other payer's name", 'Choose the payer.'),
  requirement('payer.id', (part) => part.payer?.id, "The other payer's ID", 'Choose the payer.'),
];

export const ADJUDICATION: readonly Requirement<DraftAdjudication>[] = [
  requirement('payerId', (part) => part.payerId, 'The payer that decided on this line', EARLIER),
  requirement('paidAmount', (part) => part.paidAmount, 'What the earlier payer paid on this line', EARLIER),
  requirement(
    'procedureCode',
    (part) => part.procedureCode,
    'The code that the earlier payer decided on',
    EARLIER,
  ),
  requirement('paidUnits', (part) => part.paidUnits, 'The units that the earlier payer paid', EARLIER),
  requirement(
    'adjudicationDate',
    (part) => part.adjudicationDate,
    'The day on which the earlier payer decided on this line',
    EARLIER,
  ),
];

export const ADJUSTMENT: readonly Requirement<DraftAdjustment>[] = [
  requirement('group', (part) => part.group, 'Who bears the adjustment (CO, PR, OA, PI)', EARLIER),
  requirement('reason', (part) => part.reason, "The adjustment's reason code", EARLIER),
  requirement('amount', (part) => part.amount, "The adjustment's amount", EARLIER),
];
