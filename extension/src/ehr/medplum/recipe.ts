/** Medplum Provider 5: codes stand nowhere on the page, only in its React components. What was seen: README.md. */
import type { FieldLocators, Locator, Recipe } from '@claimside/shared/recipe';

const CPT = 'code.coding[system=http://www.ama-assn.org/go/cpt].code';
/** Addresses under which the federal code set goes by in FHIR: assumed. */
const HCPCS = ['http://www.cms.gov/', 'https://www.cms.gov/', 'urn:oid:2.16.840.1.113883.6.285'];
const ICD10 = 'code.coding[system=http://hl7.org/fhir/sid/icd-10-cm].code';
const MODIFIERS =
  'extension[url=http://hl7.org/fhir/StructureDefinition/chargeitem-modifier].valueCodeableConcept.coding.code';
const NPI = 'http://hl7.org/fhir/sid/us-npi';

/** The sidebar is texts without labels: each is told by its own form. */
const TEXT = '.mantine-Text-root';
const text = (pattern: string, confidence: number): Locator => ({
  css: TEXT,
  take: 'own-text',
  pattern,
  confidence,
});
/** The name stands above `Patient since`. */
const shownName: Locator = {
  css: `.mantine-Stack-root:has(> ${TEXT})`,
  take: 'lines',
  lineAt: { index: 0, having: '^Patient since ' },
  confidence: 0.7,
};
const shownBirthDate = text(String.raw`^(\d{4}-\d{2}-\d{2})\s*\(\d+[YMD]\)$`, 0.95);
const ADDRESS = (part: string): Locator => text(part, 0.7);

/** A name in use outranks the first, which may be one of before. */
const name = (part: string): readonly Locator[] => [
  { state: `patient.name[use=official].${part}` },
  { state: `patient.name[0].${part}` },
];

const patient: FieldLocators = {
  'patient.lastName': name('family'),
  'patient.firstName': name('given[0]'),
  'patient.middleName': name('given[1]'),
  'patient.name': [shownName],
  'patient.birthDate': [{ state: 'patient.birthDate' }, shownBirthDate],
  'patient.sex': [{ state: 'patient.gender' }, text('^(female|male)$', 0.7)],
  'patient.address.line1': [
    { state: 'patient.address[0].line[0]' },
    ADDRESS(String.raw`^(\d+ [^,]+), [^,]+, [A-Z]{2},? \d{5}(?:-\d{4})?$`),
  ],
  'patient.address.line2': [{ state: 'patient.address[0].line[1]' }],
  'patient.address.city': [
    { state: 'patient.address[0].city' },
    ADDRESS(String.raw`^\d+ [^,]+, ([^,]+), [A-Z]{2},? \d{5}(?:-\d{4})?$`),
  ],
  'patient.address.state': [
    { state: 'patient.address[0].state' },
    ADDRESS(String.raw`^\d+ [^,]+, [^,]+, ([A-Z]{2}),? \d{5}(?:-\d{4})?$`),
  ],
  'patient.address.postalCode': [
    { state: 'patient.address[0].postalCode' },
    ADDRESS(String.raw`^\d+ [^,]+, [^,]+, [A-Z]{2},? (\d{5}(?:-\d{4})?)$`),
  ],
  'patient.phone': [{ state: 'patient.telecom[system=phone].value' }],
  'patient.chartNumber': [{ state: 'patient.identifier[type.coding.code=MR].value' }],
};

const coverage: FieldLocators = {
  'coverage.payerName': [
    // A patient who pays for himself is his own payor.
    { state: 'coverage.payor[reference^=Organization/].display' },
  ],
  'coverage.memberId': [{ state: 'coverage.subscriberId' }],
  'coverage.groupNumber': [{ state: 'coverage.class[type.coding.code=group].value' }],
  'coverage.relationship': [{ state: 'coverage.relationship.coding.code' }],
  // Somebody else's policy: the name stands in one piece, so a person should glance at the split.
  'subscriber.firstName': [
    {
      state: 'coverage.subscriber[reference^=RelatedPerson/].display',
      pattern: String.raw`^(\S+)\s`,
      confidence: 0.7,
    },
  ],
  'subscriber.lastName': [
    {
      state: 'coverage.subscriber[reference^=RelatedPerson/].display',
      pattern: String.raw`\s(\S+)$`,
      confidence: 0.7,
    },
  ],
};

/** Both tabs of a visit have its address; the times are under Details & Billing alone. */
const VISIT = '^/Patient/[^/]+/Encounter/[^/?#]+';
const CHECK_IN = '[data-testid=checkin], [name=checkin], #checkin';

const visit: FieldLocators = {
  ...patient,
  ...coverage,
  'visit.serviceDate': [
    { css: CHECK_IN },
    // An instant: near midnight it is another day than in the practice.
    { state: 'encounter.period.start', pattern: String.raw`^(\d{4}-\d{2}-\d{2})`, confidence: 0.7 },
  ],
  'visit.renderingProviderName': [
    { state: 'encounter.participant[0].individual.display' },
    { state: 'practitioner.name[0].text' },
  ],
  'visit.renderingProviderNpi': [{ state: `practitioner.identifier[system=${NPI}].value` }],
};

const witness: FieldLocators = { 'patient.name': [shownName], 'patient.birthDate': [shownBirthDate] };

/** A field's chips stand beside its hidden input, which has the name. */
const chip = (field: string): Locator => ({
  css: `.mantine-InputWrapper-root:has([name="${field}"]) .mantine-Pill-label`,
  take: 'text',
  confidence: 0.8,
});
/** Which of the patient's policies this is, the page doesn't say. */
const named = (field: string): Locator => ({ css: `[name="${field}"]`, confidence: 0.8 });

export const medplum: Recipe = {
  id: 'medplum',
  name: 'Medplum Provider',
  revision: 20261126,
  hosts: [],
  signs: {
    address: '^/(?:Patient|Claim|Encounter|Coverage|Practitioner)/',
    selectors: ['#root', '[class*="mantine-"]'],
  },
  pageState: {
    kind: 'react-props',
    css: '#root *',
    props: ['patient', 'encounter', 'chargeItem', 'condition', 'coverage', 'practitioner'],
    only: {
      patient: { own: 'id', is: { address: '^/Patient/([^/?#]+)' } },
      encounter: { own: 'id', is: { address: '^/Patient/[^/]+/Encounter/([^/?#]+)' } },
      chargeItem: { own: 'context.reference', is: { state: 'encounter.id' } },
      // The problem list beside it holds conditions too, even of this visit.
      condition: {
        own: 'id',
        is: { state: 'encounter.diagnosis.condition.reference', rank: 'encounter.diagnosis.rank' },
      },
      coverage: { own: 'beneficiary.reference', is: { state: 'patient.id' } },
      practitioner: { own: 'id', is: { state: 'encounter.participant[0].individual.reference' } },
    },
  },
  documents: [
    {
      id: 'visit',
      name: 'Visit',
      address: VISIT,
      selectors: [CHECK_IN],
      witness,
      fields: visit,
      visitNumber: [{ state: 'encounter.id' }],
      diagnoses: {
        rows: { state: 'condition' },
        parts: {
          code: { state: ICD10 },
          description: [{ state: 'code.text' }, { state: 'code.coding[0].display' }],
        },
      },
      lines: {
        rows: { state: 'chargeItem' },
        parts: {
          code: [
            { state: CPT },
            ...HCPCS.map((system) => ({ state: `code.coding[system^=${system}].code` })),
          ],
          description: [{ state: 'code.text' }, { state: 'code.coding[0].display' }],
          modifiers: { state: MODIFIERS },
          units: { state: 'quantity.value' },
          // The amount of the line, as seen with a quantity of 2.
          chargeAmount: { state: 'priceOverride.value' },
        },
        counted: 'input[name=modifiers]',
      },
      codesElsewhere: {
        css: 'input[name=modifiers]',
        message:
          'This page names its services without their codes, and the codes could not be read from the app. Reload the page; if that does not help, enter the codes here.',
      },
    },
    { id: 'note', name: 'Visit', address: VISIT, witness, fields: visit },
    {
      id: 'coverage',
      name: 'Coverage',
      address: '^/(?:Patient/[^/]+/)?Coverage/',
      witness,
      fields: {
        ...patient,
        'coverage.payerName': [chip('payor.0')],
        'coverage.memberId': [named('subscriberId')],
        'coverage.groupNumber': [named('value')],
        'coverage.relationship': [chip('relationship')],
      },
    },
    {
      id: 'patient-edit',
      name: 'Edit patient',
      address: '^/Patient/[^/]+/edit',
      fields: {
        'patient.lastName': [{ css: 'input[name="name.0-family"]', confidence: 0.8 }],
        'patient.firstName': [
          { css: 'input[name="name.0-given"]', pattern: String.raw`^(\S+)`, confidence: 0.8 },
        ],
        'patient.middleName': [
          { css: 'input[name="name.0-given"]', pattern: String.raw`^\S+\s+(\S+)$`, confidence: 0.7 },
        ],
        'patient.birthDate': [{ css: 'input[name=birthDate]', confidence: 0.8 }],
        'patient.sex': [{ css: '[name=gender]', confidence: 0.8 }],
        'patient.address.line1': [{ css: 'input[name="address.0-line1"]', confidence: 0.8 }],
        'patient.address.city': [{ css: 'input[name="address.0-city"]', confidence: 0.8 }],
        'patient.address.state': [{ css: 'input[name="address.0-state"]', confidence: 0.8 }],
        'patient.address.postalCode': [{ css: 'input[name="address.0-postalCode"]', confidence: 0.8 }],
      },
    },
    {
      id: 'patient',
      name: 'Patient',
      address: '^/Patient/[^/?#]+',
      witness,
      fields: { ...patient, ...coverage },
    },
    {
      id: 'claim',
      name: 'Claim',
      address: '^/Claim/',
      fields: { 'patient.name': [{ label: 'patient', confidence: 0.7 }] },
      codesElsewhere: {
        css: '#root',
        message:
          "A claim's page names its services and diagnoses without their codes. Open the visit, then Details & Billing.",
      },
    },
  ],
  noVisit: 'No services are in sight. Open the visit, then Details & Billing.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name in parts, birth date, sex and address are under Edit of the patient.",
      link: { css: 'a[href^="/Patient/"][href$="/edit"]' },
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's sidebar, under Insurance.",
    },
    {
      fields: ['subscriber.birthDate', 'subscriber.address.line1'],
      message: "The subscriber's birth date and address are with the related person of the coverage.",
      unless: { field: 'coverage.relationship', is: '18' },
    },
    { fields: ['visit.serviceDate'], message: 'The check-in time is on the visit, under Details & Billing.' },
  ],
};
