/** OpenEMR 5 to 7: a shell of tabs, each a frame that stays loaded. What was seen and what is assumed: README.md. */
import type { FieldLocators, Locator, Recipe } from '@claimside/shared/recipe';

const insuranceForm: FieldLocators = {
  'coverage.payerName': [{ css: 'select[name=i1provider]', confidence: 0.92 }],
  'coverage.memberId': [{ css: 'input[name=i1policy_number]' }],
  'coverage.groupNumber': [{ css: 'input[name=i1group_number]' }],
  'coverage.relationship': [{ css: '[name=form_i1subscriber_relationship]' }],
  'subscriber.lastName': [{ css: 'input[name=i1subscriber_lname]' }],
  'subscriber.firstName': [{ css: 'input[name=i1subscriber_fname]' }],
  'subscriber.middleName': [{ css: 'input[name=i1subscriber_mname]' }],
  'subscriber.birthDate': [{ css: 'input[name=i1subscriber_DOB]' }],
  'subscriber.sex': [{ css: '[name=form_i1subscriber_sex]' }],
  'subscriber.address.line1': [{ css: 'input[name=i1subscriber_street]' }],
  'subscriber.address.city': [{ css: 'input[name=i1subscriber_city]' }],
  'subscriber.address.state': [{ css: '[name=form_i1subscriber_state]' }],
  'subscriber.address.postalCode': [{ css: 'input[name=i1subscriber_postal_code]' }],
};

/** A site writes dates in one of three ways; months in words are read too. */
const DAY = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}`;

/** The encounter summary is text without names: its first lines stand in cells, blocks or bold type. */
const HEADINGS = 'h1, h2, h3, div, td, th, p, span, b';

/** A read-only cell keeps the raw value in an attribute; its text may be spelled out ("Illinois"). */
const shown = (field: string): readonly Locator[] => [
  { css: `#text_${field}[data-value]`, take: { attribute: 'data-value' } },
  { css: `td#text_${field}`, take: 'text' },
];

/** Somebody else's policy: the name stands in one piece, so a person should glance at the split. */
const HOLDER = { first: String.raw`^(\S+)\s.*\((?!self)`, last: String.raw`(\S+)\s*\((?!self)[^)]*\)$` };

/** Release 5 prints one cell of lines for each policy, the primary one first. */
const policyLine = (label: string): Locator => ({
  css: 'span.text',
  take: 'lines',
  lineAfter: label,
  first: true,
});
const subscriber = (pattern: string, confidence?: number): Locator => ({
  css: 'td, div',
  take: 'lines',
  lineAfter: '^Subscriber:$',
  first: true,
  pattern,
  ...(confidence !== undefined && { confidence }),
});

/** Releases after 5 have a card with a tab for each kind of policy, and in it a pane for each, the present one shown. */
const CARD = '#primary .tab-pagination-pane:not(.d-none)';
const cardLine = (label: string): Locator => ({
  css: `${CARD} .policy-details .list-group-item`,
  pattern: `^${label}:(.+)$`,
});
const cardHolder = (pattern: string): Locator => ({
  css: `${CARD} .subscriber address strong`,
  pattern,
  confidence: 0.7,
});

/** They moved editing to a page of its own; its fields are cloned from a template and have no prefix. */
const PRIMARY = '#insurance-info-type-primary';
const policy = (field: string): readonly Locator[] => [
  // It may be one that has ended: which is chosen stands above it.
  { css: `${PRIMARY} [name=form_${field}], ${PRIMARY} [id=form_${field}]`, confidence: 0.8 },
];

/** The patient's name in the banner: `refreshPatient`, titled `To Dashboard` in release 7. */
const TO_DASHBOARD = { css: 'a.ptName' };

export const openEmr: Recipe = {
  id: 'openemr',
  name: 'OpenEMR',
  revision: 20261126,
  hosts: [],
  signs: { address: String.raw`/interface/main/tabs/main\.php`, selectors: [] },
  banner: 'banner',
  documents: [
    {
      id: 'banner',
      name: 'Banner',
      address: String.raw`/interface/main/tabs/main\.php`,
      fields: {
        'patient.name': [{ css: 'a.ptName > span', pattern: '^([^()]+)$', confidence: 0.7 }],
        'patient.chartNumber': [
          { css: 'a.ptName > span, a.ptName > small', pattern: String.raw`^\(([^)]+)\)$` },
        ],
        'patient.birthDate': [{ css: '.patientInfo, [data-bind*="str_dob"]', pattern: `DOB: *(${DAY})` }],
        'visit.serviceDate': [{ css: '.patientCurrentEncounter', pattern: `(${DAY})` }],
      },
      visitNumber: [{ css: '.patientCurrentEncounter', pattern: String.raw`\((\d+)\)` }],
    },
    {
      id: 'fee-sheet',
      name: 'Fee sheet',
      address: String.raw`/load_form\.php\?(?:.*&)?formname=fee_sheet\b`,
      fields: {
        // The heading of releases after 5 names the patient and the date.
        'patient.name': [{ css: 'h2', pattern: '^Fee Sheet for (.+) for Encounter on ', confidence: 0.7 }],
        'visit.serviceDate': [{ css: 'h2', pattern: `^Fee Sheet for .+ for Encounter on (${DAY})` }],
        'visit.renderingProviderName': [{ css: 'select[name=ProviderID]' }],
      },
      lines: {
        rows: 'table',
        columns: {
          type: 'type',
          code: 'code',
          description: 'description',
          modifiers: 'modifiers?',
          unitPrice: 'price',
          units: 'units|qty',
          pointers: 'justify',
        },
        required: ['type', 'code', 'units'],
        parts: {
          type: { css: 'input[name$="[code_type]"]' },
          code: { css: 'input[name$="[code]"]' },
          modifiers: { css: 'input[name$="[mod]"]' },
          unitPrice: { css: 'input[name$="[price]"]' },
          units: { css: 'input[name$="[units]"]' },
          pointers: { css: 'select[name$="[justify]"]' },
          drugCode: { css: 'input[name$="[ndcnum]"]' },
          drugQuantity: { css: 'input[name$="[ndcqty]"]' },
          drugUnit: { css: 'select[name$="[ndcuom]"]' },
        },
        goesOn: 'input[name$="[ndcnum]"]',
        kinds: { procedure: 'CPT4?|HCPCS', diagnosis: 'ICD-?10.*' },
        deleted: 'input[name$="[del]"]',
        billed: 'input[name$="[billed]"]',
        pointers: {
          as: 'codes',
          pattern: String.raw`(?:ICD10\|)?([A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?)(?=[,:\s]|$)`,
        },
      },
    },
    {
      id: 'visit-form',
      name: 'Visit form',
      address: String.raw`/(?:view|load)_form\.php\?(?:.*&)?formname=newpatient\b`,
      fields: {
        'visit.serviceDate': [{ css: '#form_date' }],
        'visit.onsetDate': [{ css: '#form_onset_date' }],
        'visit.facilityName': [{ css: 'select[name=facility_id]' }],
        'visit.placeOfService': [{ css: 'select[name=pos_code]', confidence: 0.8 }],
      },
    },
    {
      id: 'encounter-summary',
      name: 'Encounter summary',
      address: String.raw`/patient_file/encounter/forms\.php`,
      fields: {
        'patient.name': [
          { css: HEADINGS, take: 'own-text', pattern: `^(?:${DAY}) Encounter for (.+)$`, confidence: 0.7 },
        ],
        'visit.serviceDate': [{ css: HEADINGS, take: 'own-text', pattern: `^(${DAY}) Encounter for ` }],
        'visit.facilityName': [
          { css: HEADINGS, take: 'own-text', pattern: String.raw`^Facility:\s*(.+)$`, confidence: 0.92 },
        ],
      },
    },
    {
      id: 'patient-summary',
      name: 'Patient dashboard',
      address: String.raw`/patient_file/summary/demographics\.php`,
      fields: {
        'patient.lastName': [{ css: 'span#text_lname', take: 'text' }],
        'patient.firstName': [{ css: 'span#text_fname', take: 'text' }],
        'patient.middleName': [{ css: 'span#text_mname', take: 'text' }],
        'patient.birthDate': shown('DOB'),
        'patient.sex': shown('sex'),
        'patient.address.line1': shown('street'),
        'patient.address.line2': shown('street_line_2'),
        'patient.address.city': shown('city'),
        'patient.address.state': shown('state'),
        'patient.address.postalCode': shown('postal_code'),
        'patient.phone': [...shown('phone_home'), ...shown('phone_cell')],
        'patient.chartNumber': shown('pubpid'),
        'coverage.payerName': [
          { css: `${CARD} .insurer address strong` },
          { css: 'span.text', take: 'lines', lineAt: { index: 0, having: '^Policy Number:' }, first: true },
        ],
        'coverage.memberId': [cardLine('Policy Number'), policyLine('^Policy Number:$')],
        'coverage.groupNumber': [cardLine('Group Number'), policyLine('^Group Number:$')],
        'coverage.relationship': [
          { css: `${CARD} .subscriber address strong`, pattern: String.raw`\(([^)]+)\)\s*$` },
          subscriber(String.raw`\(([^)]+)\)\s*$`),
        ],
        'subscriber.firstName': [cardHolder(HOLDER.first), subscriber(HOLDER.first, 0.7)],
        'subscriber.lastName': [cardHolder(HOLDER.last), subscriber(HOLDER.last, 0.7)],
        'subscriber.birthDate': [
          { css: `${CARD} .subscriber`, pattern: `D\\.O\\.B\\.:? *(${DAY})`, confidence: 0.92 },
        ],
      },
    },
    {
      id: 'patient-edit',
      name: 'Edit demographics',
      address: String.raw`/patient_file/summary/demographics_full\.php`,
      fields: {
        'patient.lastName': [{ css: '#form_lname' }],
        'patient.firstName': [{ css: '#form_fname' }],
        'patient.middleName': [{ css: '#form_mname' }],
        'patient.birthDate': [{ css: '#form_DOB' }],
        'patient.sex': [{ css: '#form_sex' }],
        'patient.address.line1': [{ css: '#form_street' }],
        'patient.address.line2': [{ css: '#form_street_line_2' }],
        'patient.address.city': [{ css: '#form_city' }],
        'patient.address.state': [{ css: '#form_state' }],
        'patient.address.postalCode': [{ css: '#form_postal_code' }],
        'patient.phone': [{ css: '#form_phone_home' }, { css: '#form_phone_cell' }],
        ...insuranceForm,
      },
    },
    {
      id: 'insurance-edit',
      name: 'Insurance',
      address: String.raw`/patient_file/summary/insurance_edit\.php`,
      fields: {
        'coverage.payerName': policy('provider'),
        'coverage.memberId': policy('policy_number'),
        'coverage.groupNumber': policy('group_number'),
        'coverage.relationship': policy('subscriber_relationship'),
        'subscriber.lastName': policy('subscriber_lname'),
        'subscriber.firstName': policy('subscriber_fname'),
        'subscriber.middleName': policy('subscriber_mname'),
        'subscriber.birthDate': policy('subscriber_DOB'),
        'subscriber.sex': policy('subscriber_sex'),
        'subscriber.address.line1': policy('subscriber_street'),
        'subscriber.address.city': policy('subscriber_city'),
        'subscriber.address.state': policy('subscriber_state'),
        'subscriber.address.postalCode': policy('subscriber_postal_code'),
      },
    },
  ],
  noVisit: 'No fee sheet is in sight. Open the visit, then Fee Sheet.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name in parts, birth date, sex and address are on the patient's Dashboard.",
      link: TO_DASHBOARD,
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is on the patient's Dashboard, under Insurance.",
      link: TO_DASHBOARD,
    },
    {
      fields: ['subscriber.birthDate', 'subscriber.address.line1'],
      message: "The subscriber's birth date and address are in the patient's demographics, Edit, Insurance.",
      unless: { field: 'coverage.relationship', is: '18' },
    },
    {
      fields: ['visit.serviceDate'],
      message: 'The date of service is on the visit form (Visit Summary, Edit).',
    },
  ],
};
