/** Office Ally Practice Mate and EHR 24/7: WebForms pages with long ids. Nothing of it was seen: README.md. */
import type { FieldLocators, Locator, Recipe } from '@claimside/shared/recipe';

const P = '#ctl00_phFolderContent_';
const PATIENT = `${P}ucPatient_`;
const LINE = `${P}ucVisitLineItem_ucBillingCPT_`;
const DIAGNOSIS = `${P}ucDiagnosisCodes_`;

const at = (id: string): readonly Locator[] => [{ css: id }];
/** A date written in the order of the country that the product is made for. */
const day = (id: string): readonly Locator[] => [{ css: id, dateOrder: 'mdy' }];
/** A date in three boxes: `DOB_Month`, `DOB_Day`, `DOB_Year`. */
const threeBoxes = (id: string): readonly Locator[] => [
  {
    css: `${id}_Year`,
    boxes: { css: [`${id}_Year`, `${id}_Month`, `${id}_Day`], joinedBy: '-' },
  },
];
const phone = (id: string): Locator => ({
  css: `${id}_AreaCode`,
  boxes: { css: [`${id}_AreaCode`, `${id}_Prefix`, `${id}_Number`], joinedBy: '-' },
});

/** The first policy alone: the ids of the others begin with `Secondary` and `Third`. */
const policy = (before: string): FieldLocators => ({
  'coverage.payerName': at(`${before}InsuranceName`),
  'coverage.memberId': at(`${before}InsuranceSubscriberID`),
  'coverage.groupNumber': at(`${before}InsuranceGroupNo`),
});

/** The address of the patient's own page. */
const TO_PATIENT = { css: 'a[href*="/ManagePatients/EditPatient.aspx"]' };

export const officeAlly: Recipe = {
  id: 'office-ally',
  name: 'Office Ally Practice Mate',
  revision: 20261126,
  hosts: ['pm.officeally.com'],
  signs: { address: '^/(?:pm|emr)/', selectors: [] },
  documents: [
    {
      id: 'visit',
      name: 'Visit',
      address: String.raw`^/pm/PatientVisits/EditVisit\.aspx`,
      fields: {
        'patient.lastName': at(`${P}PatientLastName`),
        'patient.firstName': at(`${P}PatientFirstName`),
        'patient.sex': at(`${P}PatientGender`),
        'patient.birthDate': day(`${P}PatientDOB`),
        'patient.chartNumber': at(`${P}PatientID`),
        'visit.serviceDate': threeBoxes(`${P}DateVisited`),
        // It may hold a number of the product's own, which is no name.
        'visit.renderingProviderName': [{ css: `${P}ProviderID`, confidence: 0.8 }],
        ...policy(P),
      },
      lines: {
        rows: { css: `${LINE}CPT{n}`, from: 0, to: 49 },
        parts: {
          code: { css: `${LINE}CPT{n}` },
          modifiers: {
            css: ['A', 'B', 'C', 'D'].map((letter) => `${LINE}Modifier${letter}{n}`).join(', '),
          },
          serviceDate: { css: `${LINE}DOS{n}` },
          serviceDateEnd: { css: `${LINE}ToDOS{n}` },
          placeOfService: { css: `${LINE}PlaceOfService{n}` },
          pointers: { css: `${LINE}DiagnosisCode{n}` },
          chargeAmount: { css: `${LINE}Charge{n}` },
          units: { css: `${LINE}Quantity{n}` },
        },
        dateOrder: 'mdy',
        pointers: { as: 'positions' },
      },
      diagnoses: {
        rows: { css: `${DIAGNOSIS}dc_10_{n}`, from: 1, to: 12 },
        parts: {
          code: { css: `${DIAGNOSIS}dc_10_{n}` },
          description: { css: `${DIAGNOSIS}dd_10_{n}` },
        },
      },
    },
    {
      id: 'patient',
      name: 'Patient',
      address: String.raw`^/pm/ManagePatients/EditPatient\.aspx`,
      fields: {
        'patient.lastName': at(`${PATIENT}LastName`),
        'patient.firstName': at(`${PATIENT}FirstName`),
        'patient.middleName': at(`${PATIENT}MiddleName`),
        'patient.sex': at(`${PATIENT}lstGender`),
        'patient.birthDate': threeBoxes(`${PATIENT}DOB`),
        'patient.address.line1': at(`${PATIENT}AddressLine1`),
        'patient.address.line2': at(`${PATIENT}AddressLine2`),
        'patient.address.city': at(`${PATIENT}City`),
        'patient.address.state': at(`${PATIENT}lstState`),
        'patient.address.postalCode': at(`${PATIENT}Zip`),
        'patient.phone': [phone(`${PATIENT}HomePhone`), phone(`${PATIENT}CellPhone`)],
        'coverage.relationship': at(`${PATIENT}lstRelationshipToInsuredID`),
        'subscriber.lastName': at(`${PATIENT}InsuredLastName`),
        'subscriber.firstName': at(`${PATIENT}InsuredFirstName`),
        ...policy(PATIENT),
      },
    },
    {
      id: 'chart',
      name: 'Chart header',
      address: '^/emr/',
      selectors: [`${P}myPatientHeader_lblLastName`],
      fields: {
        'patient.lastName': at(`${P}myPatientHeader_lblLastName`),
        'patient.firstName': at(`${P}myPatientHeader_lblFirstName`),
        'patient.birthDate': day(`${P}myPatientHeader_lblDOB`),
      },
    },
  ],
  noVisit: 'No visit is in sight. Open it under Patient Visits in Practice Mate, tab Visit Info / Billing.',
  elsewhere: [
    {
      fields: ['patient.address.line1', 'coverage.relationship'],
      message:
        "The patient's address and relationship to the insured are on the patient's own page: Manage Patients.",
      link: TO_PATIENT,
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is on the visit and on the patient's own page: Manage Patients.",
      link: TO_PATIENT,
    },
    {
      fields: ['subscriber.lastName'],
      message: "The insured's name is on the patient's own page: Manage Patients.",
      unless: { field: 'coverage.relationship', is: '18' },
    },
  ],
};
