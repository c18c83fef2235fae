/** Practice Fusion: the superbill in its own tab, by `data-element`. Nothing of it was seen: README.md. */
import type { Locator, Recipe } from '@claimside/shared/recipe';

const called = (name: string): string => `[data-element="${name}"]`;
const at = (name: string, more: Omit<Locator, 'css' | 'role' | 'label' | 'state'> = {}): Locator => ({
  css: called(name),
  ...more,
});

/** The services are numbered; what else has such a name ends in a word. */
const ENDS_IN_NUMBER = [...'0123456789'].map((digit) => `[data-element$="${digit}"]`).join();
const SERVICE = `[data-element^="superbill-service-"]:is(${ENDS_IN_NUMBER})`;
const DIAGNOSIS = String.raw`^([A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?)(?=[\s:,–-]|$)`;

/** The address is one element; how its lines are broken is not known. */
const address = (pattern: string): readonly Locator[] => [
  at('patient-address', { take: 'lines', pattern, confidence: 0.8 }),
];

export const practiceFusion: Recipe = {
  id: 'practice-fusion',
  name: 'Practice Fusion',
  revision: 20261126,
  hosts: ['*.practicefusion.com'],
  signs: { selectors: [] },
  documents: [
    {
      id: 'superbill',
      name: 'Superbill',
      address: '^/apps/ehr/',
      selectors: [called('header-bill-id')],
      fields: {
        'patient.name': [at('patient-name', { confidence: 0.7 })],
        'patient.birthDate': [at('patient-dob', { dateOrder: 'mdy' })],
        'patient.sex': [at('patient-gender')],
        'patient.phone': [at('patient-mobile-phone'), at('patient-home-phone')],
        'patient.address.line1': address(String.raw`^(\d+\s[^,]+?)(?:,.*)?$`),
        'patient.address.city': address(String.raw`(?:^|,)\s*([^,\d]+?),?\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?$`),
        'patient.address.state': address(String.raw`\b([A-Z]{2})\s+\d{5}(?:-\d{4})?$`),
        'patient.address.postalCode': address(String.raw`\b[A-Z]{2}\s+(\d{5}(?:-\d{4})?)$`),
        'coverage.payerName': [{ css: `${called('insurance-item-0')} ${called('insurance-payer-name')}` }],
        'coverage.memberId': [
          // Of the insured, it seems; it may be the payer's own.
          { css: `${called('insurance-item-0')} ${called('insurance-id')}`, confidence: 0.8 },
        ],
        'visit.renderingProviderName': [at('performing-provider-name')],
        'visit.placeOfService': [at('place-of-service')],
        'visit.facilityName': [at('superbill-facility')],
        'visit.serviceDate': [
          at('start-to-end-date-read-only', {
            pattern: String.raw`^(.+?)(?:\s+(?:-|–|to)\s+\1)?$`,
            dateOrder: 'mdy',
          }),
          // Several days: which line is of which is not told.
          at('start-to-end-date-read-only', {
            pattern: String.raw`^(.+?)\s+(?:-|–|to)\s`,
            dateOrder: 'mdy',
            confidence: 0.5,
          }),
        ],
      },
      visitNumber: [at('header-bill-id')],
      lines: {
        rows: { css: SERVICE },
        parts: {
          code: { css: 'h4:not(fieldset h4)' },
          pointers: { css: 'fieldset h4', pattern: DIAGNOSIS },
        },
        pointers: { as: 'codes', pattern: String.raw`(\S+)` },
        unitsNotShown: true,
      },
      diagnoses: {
        rows: { css: `${SERVICE} fieldset h4` },
        parts: { code: { pattern: DIAGNOSIS } },
      },
    },
    {
      id: 'chart',
      name: 'Chart',
      address: '^/apps/ehr/',
      selectors: [called('patient-ribbon-patient-name')],
      fields: {
        'patient.name': [at('patient-ribbon-patient-name', { confidence: 0.7 })],
        'patient.birthDate': [
          at('patient-ribbon-dob', {
            pattern: String.raw`^(?:DOB:?\s*)?(.+?)(?:\s*\(.*\))?$`,
            dateOrder: 'mdy',
          }),
        ],
      },
    },
  ],
  noVisit: "No superbill is in sight. Open the encounter's superbill: it comes up in a tab of its own.",
  elsewhere: [
    {
      fields: ['coverage.relationship'],
      message: "The relationship to the insured is in the patient's profile, under Insurance.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: 'The insurance is on the superbill, under Insurance details.',
    },
    {
      fields: ['subscriber.lastName'],
      message: "The insured's name is in the patient's profile, under Insurance.",
      unless: { field: 'coverage.relationship', is: '18' },
    },
  ],
};
