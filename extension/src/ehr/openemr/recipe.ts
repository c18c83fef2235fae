/** OpenEMR 5 to 7: a shell of tabs, each a frame that stays loaded. What was seen and what is assumed: README.md. */
import type { Ehr, FieldLocators, Locator } from '../ehr.ts';

const insuranceForm: FieldLocators = {
  'coverage.payerName': [{ selector: 'select[name=i1provider]', confidence: 0.92 }],
  'coverage.memberId': [{ selector: 'input[name=i1policy_number]' }],
  'coverage.groupNumber': [{ selector: 'input[name=i1group_number]' }],
  'coverage.relationship': [{ selector: '[name=form_i1subscriber_relationship]' }],
  'subscriber.lastName': [{ selector: 'input[name=i1subscriber_lname]' }],
  'subscriber.firstName': [{ selector: 'input[name=i1subscriber_fname]' }],
  'subscriber.middleName': [{ selector: 'input[name=i1subscriber_mname]' }],
  'subscriber.birthDate': [{ selector: 'input[name=i1subscriber_DOB]' }],
  'subscriber.sex': [{ selector: '[name=form_i1subscriber_sex]' }],
  'subscriber.address.line1': [{ selector: 'input[name=i1subscriber_street]' }],
  'subscriber.address.city': [{ selector: 'input[name=i1subscriber_city]' }],
  'subscriber.address.state': [{ selector: '[name=form_i1subscriber_state]' }],
  'subscriber.address.postalCode': [{ selector: 'input[name=i1subscriber_postal_code]' }],
};

/** The encounter summary is text without names: its first lines stand in cells, blocks or bold type. */
const HEADINGS = 'h1, h2, h3, div, td, th, p, span, b';

/** A read-only cell keeps the raw value in an attribute; its text may be spelled out ("Illinois"). */
const shown = (field: string): readonly Locator[] => [
  { selector: `#text_${field}[data-value]`, take: { attribute: 'data-value' } },
  { selector: `td#text_${field}`, take: 'text' },
];

const subscriber = (pattern: RegExp): Locator => ({
  selector: 'td, div',
  take: 'lines',
  lineAfter: /^Subscriber:$/,
  pattern,
  confidence: 0.7,
});

/** Releases after 5 moved the policy to its own page; its fields are cloned from a template and have no prefix. */
const policy = '#insurance-info-type-primary';

export const openEmr: Ehr = {
  id: 'openemr',
  name: 'OpenEMR',
  signs: { address: /\/interface\/main\/tabs\/main\.php/, selectors: ['#framesDisplay'] },
  banner: 'banner',
  documents: [
    {
      id: 'banner',
      name: 'Banner',
      address: /\/interface\/main\/tabs\/main\.php/,
      fields: {
        'patient.name': [{ selector: 'a.ptName > span:first-child', confidence: 0.7 }],
        'patient.chartNumber': [{ selector: 'a.ptName > span', pattern: /^\(([^)]+)\)$/ }],
        'patient.birthDate': [{ selector: '.patientInfo', pattern: /DOB:\s*(\S+)/ }],
        'visit.serviceDate': [
          { selector: '.patientCurrentEncounter', pattern: /(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})/ },
        ],
      },
      visitNumber: [{ selector: '.patientCurrentEncounter', pattern: /\((\d+)\)/ }],
    },
    {
      id: 'fee-sheet',
      name: 'Fee sheet',
      address: /\/load_form\.php\?(?:.*&)?formname=fee_sheet\b/,
      fields: {
        'visit.renderingProviderName': [{ selector: 'select[name=ProviderID]' }],
      },
      lines: {
        columns: {
          type: /^type$/i,
          code: /^code$/i,
          description: /^description$/i,
          modifiers: /^modifiers?$/i,
          unitPrice: /^price$/i,
          units: /^units$/i,
          pointers: /^justify$/i,
        },
        required: ['type', 'code', 'units'],
        fields: {
          type: 'input[name$="[code_type]"]',
          code: 'input[name$="[code]"]',
          modifiers: 'input[name$="[mod]"]',
          unitPrice: 'input[name$="[price]"]',
          units: 'input[name$="[units]"]',
          pointers: 'select[name$="[justify]"]',
        },
        kinds: { procedure: /^(?:CPT4?|HCPCS)$/i, diagnosis: /^ICD-?10/i },
        deleted: 'input[name$="[del]"]',
        billed: 'input[name$="[billed]"]',
        pointers: { as: 'codes', pattern: /(?:ICD10\|)?([A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?)(?=[,:\s]|$)/ },
      },
    },
    {
      id: 'visit-form',
      name: 'Visit form',
      address: /\/(?:view|load)_form\.php\?(?:.*&)?formname=newpatient\b/,
      fields: {
        'visit.serviceDate': [{ selector: '#form_date' }],
        'visit.onsetDate': [{ selector: '#form_onset_date' }],
        'visit.facilityName': [{ selector: 'select[name=facility_id]' }],
      },
    },
    {
      id: 'encounter-summary',
      name: 'Encounter summary',
      address: /\/patient_file\/encounter\/forms\.php/,
      fields: {
        'patient.name': [
          { selector: HEADINGS, take: 'own-text', pattern: /^\S+ Encounter for (.+)$/, confidence: 0.7 },
        ],
        'visit.serviceDate': [{ selector: HEADINGS, take: 'own-text', pattern: /^(\S+) Encounter for / }],
        'visit.facilityName': [
          { selector: HEADINGS, take: 'own-text', pattern: /^Facility:\s*(.+)$/, confidence: 0.92 },
        ],
      },
    },
    {
      id: 'patient-summary',
      name: 'Patient dashboard',
      address: /\/patient_file\/summary\/demographics\.php/,
      fields: {
        'patient.lastName': [{ selector: 'span#text_lname', take: 'text' }],
        'patient.firstName': [{ selector: 'span#text_fname', take: 'text' }],
        'patient.middleName': [{ selector: 'span#text_mname', take: 'text' }],
        'patient.birthDate': shown('DOB'),
        'patient.sex': shown('sex'),
        'patient.address.line1': shown('street'),
        'patient.address.city': shown('city'),
        'patient.address.state': shown('state'),
        'patient.address.postalCode': shown('postal_code'),
        'patient.phone': [...shown('phone_home'), ...shown('phone_cell')],
        'patient.chartNumber': shown('pubpid'),
        'coverage.payerName': [
          { selector: 'span.text', take: 'lines', lineAt: { index: 0, having: /^Policy Number:/ } },
        ],
        'coverage.memberId': [{ selector: 'span.text', take: 'lines', lineAfter: /^Policy Number:$/ }],
        'coverage.groupNumber': [{ selector: 'span.text', take: 'lines', lineAfter: /^Group Number:$/ }],
        'coverage.relationship': [
          { selector: 'td, div', take: 'lines', lineAfter: /^Subscriber:$/, pattern: /\(([^)]+)\)\s*$/ },
        ],
        // Somebody else's policy: the name stands in one piece, so a person should glance at the split.
        'subscriber.firstName': [subscriber(/^(\S+)\s.*\((?!self)/i)],
        'subscriber.lastName': [subscriber(/(\S+)\s*\((?!self)[^)]*\)$/i)],
      },
    },
    {
      id: 'patient-edit',
      name: 'Edit demographics',
      address: /\/patient_file\/summary\/demographics_full\.php/,
      fields: {
        'patient.lastName': [{ selector: '#form_lname' }],
        'patient.firstName': [{ selector: '#form_fname' }],
        'patient.middleName': [{ selector: '#form_mname' }],
        'patient.birthDate': [{ selector: '#form_DOB' }],
        'patient.sex': [{ selector: '#form_sex' }],
        'patient.address.line1': [{ selector: '#form_street' }],
        'patient.address.city': [{ selector: '#form_city' }],
        'patient.address.state': [{ selector: '#form_state' }],
        'patient.address.postalCode': [{ selector: '#form_postal_code' }],
        'patient.phone': [{ selector: '#form_phone_home' }, { selector: '#form_phone_cell' }],
        ...insuranceForm,
      },
    },
    {
      id: 'insurance-edit',
      name: 'Insurance',
      address: /\/patient_file\/summary\/insurance_edit\.php/,
      fields: {
        'coverage.payerName': [{ selector: `${policy} [name=form_provider]`, confidence: 0.8 }],
        'coverage.memberId': [{ selector: `${policy} [name=form_policy_number]`, confidence: 0.8 }],
        'coverage.groupNumber': [{ selector: `${policy} [name=form_group_number]`, confidence: 0.8 }],
        'coverage.relationship': [
          { selector: `${policy} [name=form_subscriber_relationship]`, confidence: 0.8 },
        ],
      },
    },
  ],
  noVisit: 'No fee sheet is in sight. Open the visit, then Fee Sheet.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name in parts, birth date, sex and address are on the patient's Dashboard.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is on the patient's Dashboard, under Insurance.",
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
