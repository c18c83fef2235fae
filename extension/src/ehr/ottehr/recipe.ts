/** Ottehr: a React app that each practice hosts itself, by its test ids. Read in its source, not seen: README.md. */
import type { FieldLocators, Locator, Recipe } from '@claimside/shared/recipe';

const called = (id: string): string => `[data-testid="${id}"]`;
const anyOf = (...ids: readonly string[]): string => ids.map(called).join();

/** Field of the patient's questionnaire, by its whole key: keys of the second policy end in `-2`. */
const asked = (key: string, confidence?: number): readonly Locator[] => [
  { css: `[name="${key}"], [id="${key}"]`, ...(confidence !== undefined && { confidence }) },
];
const askedDay = (key: string): readonly Locator[] => [
  { css: `input[name="${key}"], input[id="${key}"]`, dateOrder: 'mdy' },
];

const HEADER: FieldLocators = {
  // `Tester, Ida Q (nickname)`.
  'patient.name': [
    {
      css: `${anyOf('patient-full-name', 'header-patient-name')}, ${called('css-header-container')} ${called('patient-name')}`,
      pattern: '^([^(]+)',
      confidence: 0.7,
    },
  ],
  'patient.birthDate': [
    {
      css: called('header-patient-birthday'),
      pattern: String.raw`(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})`,
      dateOrder: 'mdy',
    },
  ],
  'patient.sex': [{ css: called('header-patient-birth-sex') }],
  'patient.phone': [{ css: called('header-patient-phone-number') }],
};

const OTHER_CODES = called('additional-cpt-code-container');
/** The id of the button beside a code begins as the code's. */
const ENTRY = '[data-testid^="cpt-code-entry-"]:not([data-testid$="-button"])';
/** The box around one code has the drug's line too. The id of the E&M code's box is used again around the other codes. */
const LINES = `${OTHER_CODES} :has(> ${ENTRY}):not(:has(> ${ENTRY} ~ ${ENTRY})), ${called('billing-container')} p:not(${OTHER_CODES} *)`;

/** The route of Patient information. */
const TO_PATIENT = { css: 'a[href^="/patient/"][href$="/info"]' };

export const ottehr: Recipe = {
  id: 'ottehr',
  name: 'Ottehr',
  revision: 20261126,
  hosts: [],
  signs: {
    address: '^/(?:visits?|in-person|telemed|patients?)(?:/|$)',
    selectors: [
      anyOf('header-user-name', 'css-header-container', 'patient-full-name', 'header-patient-name'),
    ],
  },
  documents: [
    {
      id: 'assessment',
      name: 'Assessment',
      address: '^/(?:visit|in-person|telemed)/',
      selectors: [
        anyOf(
          'em-code-dropdown',
          'billing-container',
          'additional-cpt-code-container',
          'diagnosis-container-primary-diagnosis',
        ),
      ],
      fields: HEADER,
      lines: {
        rows: { css: LINES },
        counted: `${OTHER_CODES} ${ENTRY}`,
        parts: {
          code: [
            {
              css: ENTRY,
              take: { attribute: 'data-testid' },
              pattern: '^cpt-code-entry-([A-Z0-9]{5})$',
            },
            { pattern: String.raw`^[^•]*\s([A-Z0-9]{5})$` },
          ],
          modifiers: {
            css: ENTRY,
            pattern: String.raw`^[A-Z0-9]{5}-([A-Z0-9]{2}(?:, ?[A-Z0-9][A-Z0-9]){0,3})(?:\s|$)`,
          },
          units: { css: 'p', pattern: String.raw`Billable Units: (\d+(?:\.\d+)?)` },
          drugCode: { css: 'p', pattern: String.raw`NDC: ([\d-]+)` },
        },
        unitsNotShown: true,
      },
      diagnoses: {
        rows: {
          css: anyOf('diagnosis-container-primary-diagnosis', 'diagnosis-container-secondary-diagnosis'),
        },
        parts: { code: { pattern: String.raw`(?:^|\s)([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)$` } },
      },
    },
    {
      id: 'patient-info',
      name: 'Patient information',
      address: '^/patient/[^/]+/info',
      fields: {
        'patient.lastName': asked('patient-last-name'),
        'patient.firstName': asked('patient-first-name'),
        'patient.middleName': asked('patient-middle-name'),
        'patient.birthDate': askedDay('patient-birthdate'),
        'patient.sex': asked('patient-birth-sex'),
        'patient.address.line1': asked('patient-street-address'),
        'patient.address.line2': asked('patient-street-address-2'),
        'patient.address.city': asked('patient-city'),
        'patient.address.state': asked('patient-state'),
        'patient.address.postalCode': asked('patient-zip'),
        'patient.phone': asked('patient-number'),
        'coverage.payerName': asked('insurance-carrier', 0.8),
        'coverage.memberId': asked('insurance-member-id'),
        'coverage.relationship': asked('patient-relationship-to-insured'),
        'subscriber.lastName': asked('policy-holder-last-name'),
        'subscriber.firstName': asked('policy-holder-first-name'),
        'subscriber.middleName': asked('policy-holder-middle-name'),
        'subscriber.birthDate': askedDay('policy-holder-date-of-birth'),
        'subscriber.sex': asked('policy-holder-birth-sex'),
        'subscriber.address.line1': asked('policy-holder-address'),
        'subscriber.address.city': asked('policy-holder-city'),
        'subscriber.address.state': asked('policy-holder-state'),
        'subscriber.address.postalCode': asked('policy-holder-zip'),
      },
    },
    {
      id: 'visit',
      name: 'Visit',
      address: '^/(?:visit|in-person|telemed|patient)/',
      fields: HEADER,
    },
  ],
  noVisit:
    'No codes are in sight. Open the visit, then Assessment: other pages show the E&M code without its number.',
  elsewhere: [
    {
      fields: ['visit.serviceDate'],
      message: 'The date of service is on the visit and its progress note.',
    },
    {
      fields: ['patient.address.line1', 'coverage.payerName', 'coverage.memberId', 'coverage.relationship'],
      message: "The patient's address and insurance are on the patient's page, under Patient information.",
      link: TO_PATIENT,
    },
    {
      fields: ['subscriber.birthDate', 'subscriber.address.line1'],
      message: "The policy holder's birth date and address are on the patient's page, under Insurance.",
      link: TO_PATIENT,
      unless: { field: 'coverage.relationship', is: '18' },
    },
  ],
};
