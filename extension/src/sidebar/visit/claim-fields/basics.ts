/** What every visit has in sight: patient, coverage, visit, diagnoses, and the cells of a service line. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { personFields } from './blocks.ts';
import { code, date, digits, modifiers, money, rare, text, under } from './make.ts';
import type { FieldSpec, SectionSpec, TypedField } from './spec.ts';
import { lower } from './words.ts';

export const SELF = '18';

const isInsuredAnother = ({ relationshipToSubscriber: is }: ClaimDraft): boolean =>
  is !== undefined && is !== SELF;

/** `Insured street`: both persons' fields stand in the same form. */
const insured = (field: FieldSpec): FieldSpec => ({
  ...field,
  label: `Insured ${lower(field.label)}`,
  onlyIf: isInsuredAnother,
});

export const PATIENT: SectionSpec = {
  id: 'patient',
  name: 'Patient',
  paths: ['patient'],
  fields: under('patient', personFields()),
};

export const COVERAGE: SectionSpec = {
  id: 'coverage',
  name: 'Coverage',
  paths: ['coverage', 'relationshipToSubscriber', 'subscriber'],
  fields: [
    {
      kind: 'payer',
      path: 'coverage.payerId',
      label: 'Payer',
      fills: {
        payerId: 'coverage.payerId',
        name: 'coverage.payerName',
        claimFilingIndicator: 'coverage.claimFilingIndicator',
        address: 'coverage.payerAddress',
        payerNumbers: 'coverage.payerSecondaryIds',
        ownNumbers: 'coverage.billingProviderIds',
      },
    },
    code('coverage.memberId', 'Member ID'),
    text('coverage.groupNumber', 'Group number', { width: 'half' }),
    {
      kind: 'relationship',
      path: 'relationshipToSubscriber',
      label: 'Patient is',
      width: 'half',
      fills: { relationship: 'relationshipToSubscriber' },
    },
    ...under('subscriber', personFields()).map(insured),
    ...rare([text('subscriber.organizationName', 'Employer as insured')]).map((field) => ({
      ...field,
      onlyIf: isInsuredAnother,
    })),
  ],
};

export const VISIT: SectionSpec = {
  id: 'visit',
  name: 'Visit',
  paths: ['visitDate', 'renderingProvider', 'placeOfService'],
  fields: [
    { kind: 'visit-date', path: 'visitDate', label: 'Date of service, all lines', width: 'half', fills: {} },
    {
      kind: 'provider',
      path: 'renderingProvider',
      label: 'Rendering provider',
      fills: { provider: 'renderingProvider' },
    },
    { kind: 'place', path: 'placeOfService', label: 'Place of service', fills: { place: 'placeOfService' } },
  ],
};

export const DIAGNOSES: SectionSpec = {
  id: 'diagnoses',
  name: 'Diagnoses',
  paths: ['diagnoses'],
  fields: [
    {
      kind: 'list',
      path: 'diagnoses',
      label: 'Diagnosis',
      item: 'diagnosis',
      most: 12,
      fields: [code('code', 'code')],
    },
  ],
};

/** A row of the table of lines. */
export const LINE_CELLS: readonly TypedField[] = [
  code('procedureCode', 'Procedure code'),
  modifiers('modifiers', 'Modifiers'),
  { kind: 'pointers', path: 'diagnosisPointers', label: 'Diagnosis letters' },
  { kind: 'units', path: 'units', label: 'Units' },
  money('chargeAmount', 'Charge'),
];

/** When and where, if the line differs from the visit. */
export const LINE_DATES: readonly TypedField[] = [
  date('serviceDate', 'Date', { width: 'third' }),
  date('serviceDateEnd', 'To', { width: 'third' }),
  digits('placeOfService', 'Place, if other', { width: 'third' }),
];

/** What stands in a line itself. */
export const LINE: SectionSpec = { id: 'line', name: 'Line', fields: [...LINE_CELLS, ...LINE_DATES] };

/** The lines as a part of the claim; each of them has fields and sections of its own. */
export const LINES: SectionSpec = { id: 'lines', name: 'Service lines', paths: ['serviceLines'], fields: [] };

/** The parts in sight, the service lines apart. */
export const BASICS: readonly SectionSpec[] = [PATIENT, COVERAGE, VISIT, DIAGNOSES];
