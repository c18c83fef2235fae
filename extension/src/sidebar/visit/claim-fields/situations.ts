/** Fields of situations that a claim or a single line may be in: transport, conditions, papers, contracts, repricing. */
import {
  AMBULANCE_CONDITION,
  ATTACHMENT_REPORT,
  ATTACHMENT_TRANSMISSION,
  CONTRACT_TYPE,
  SERVICE_UNIT,
  TRANSPORT_REASON,
} from '@claimside/shared/codes';
import { addressFields } from './blocks.ts';
import { PROCEDURE_CODES } from './choices.ts';
import { choice, choices, code, list, money, number, rare, text, texts, under, yesNo } from './make.ts';
import type { FieldSpec, ListField } from './spec.ts';
import { lower } from './words.ts';

export const ambulanceFields = (): FieldSpec[] => [
  choice('ambulance.reason', 'Reason for the transport', TRANSPORT_REASON.codes, { width: 'full' }),
  number('ambulance.miles', 'Miles'),
  number('ambulance.patientWeightPounds', 'Weight, pounds'),
  text('ambulance.roundTripPurpose', 'Purpose of a round trip', { isRare: true }),
  text('ambulance.stretcherPurpose', 'Purpose of the stretcher', { isRare: true }),
  ...labelled('Picked up: ', addressFields('ambulancePickUp')),
  text('ambulanceDropOff.name', 'Brought to'),
  ...labelled('Brought to: ', addressFields('ambulanceDropOff.address')),
  list('ambulanceConditions', 'Conditions', {
    item: 'conditions',
    most: 3,
    fields: [
      yesNo('applies', 'Conditions hold', { width: 'full' }),
      choices('codes', 'Conditions', AMBULANCE_CONDITION.codes),
    ],
    start: () => ({ applies: true }),
  }),
];

/** Two addresses in one section: each field says whose it is. */
const labelled = (before: string, fields: readonly FieldSpec[]): FieldSpec[] =>
  fields.map((field) => ({ ...field, label: `${before}${lower(field.label)}` }));

export const attachments = (): ListField =>
  list('attachments', 'Attachments', {
    opensWithRow: true,
    item: 'attachment',
    most: 10,
    fields: [
      choice('reportType', 'Kind of report', ATTACHMENT_REPORT.codes),
      choice('transmission', 'Way of sending', ATTACHMENT_TRANSMISSION.codes),
      code('controlNumber', 'Control number', {
        help: 'The number on the paper that finds it again.',
        width: 'full',
      }),
    ],
  });

/** CN101 has more kinds than a professional claim may name. */
const { '01': _, ...CONTRACT_TYPES } = CONTRACT_TYPE.codes;

export const contractFields = (): FieldSpec[] =>
  under('contract', [
    choice('type', 'Kind of contract', CONTRACT_TYPES),
    money('amount', 'Amount'),
    number('percentage', 'Percentage'),
    text('code', 'Contract code', { width: 'half' }),
    number('termsDiscountPercentage', 'Discount, percent'),
    text('version', 'Version', { width: 'half' }),
  ]);

/** What a repricer made of the charge; what it approved instead stands only at lines. */
export const repricingFields = (at: 'claim' | 'line'): FieldSpec[] => [
  ...under('repricing', [
    code('methodology', 'Method'),
    money('allowedAmount', 'Allowed'),
    money('savingAmount', 'Saved'),
    text('repricingOrganizationId', 'Repricer’s ID', { width: 'half' }),
    number('perDiemOrFlatRate', 'Daily or flat rate'),
    ...rare([
      text('ambulatoryPatientGroup', 'Ambulatory patient group', { width: 'half' }),
      money('ambulatoryPatientGroupAmount', 'Amount of that group'),
      code('rejectReason', 'Reject reason'),
      code('policyCompliance', 'Policy compliance'),
      code('exceptionCode', 'Exception'),
      ...(at === 'claim'
        ? []
        : [
            choice('approvedProcedureQualifier', 'Kind of approved code', PROCEDURE_CODES),
            text('approvedProcedureCode', 'Approved code', { width: 'half' }),
            choice('approvedUnit', 'Approved unit', SERVICE_UNIT.codes),
            number('approvedUnits', 'Approved units'),
          ]),
    ]),
  ]),
];

export const fileInformation = (): FieldSpec =>
  texts('fixedFormats', 'File information', {
    help: 'One entry a line, only as the payer or the state asks for it.',
  });
