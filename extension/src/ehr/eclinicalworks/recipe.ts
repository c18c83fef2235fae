/** eClinicalWorks: told by its patient hub, on the vendor's hosts as on a clinic's own. What is assumed: README.md. */
import type { Recipe } from '@claimside/shared/recipe';

export const eClinicalWorks: Recipe = {
  id: 'eclinicalworks',
  name: 'eClinicalWorks',
  revision: 20261126,
  hosts: [],
  signs: { selectors: ['[ng-bind^="PatientHubInfo."]'] },
  documents: [
    {
      id: 'visit',
      name: 'Visit',
      address: '',
      fields: {
        'patient.name': [{ css: '[ng-bind="PatientHubInfo.name"]', take: 'text', confidence: 0.8 }],
        'patient.birthDate': [
          { css: '[ng-bind="PatientHubInfo.dateOfBirth"]', take: 'text', confidence: 0.85 },
        ],
        'patient.sex': [{ css: '[ng-bind="PatientHubInfo.sex"]', take: 'text', confidence: 0.8 }],
      },
      lines: {
        rows: 'table',
        columns: {
          type: 'chargeable|billable',
          code: 'cpt|code|procedure code|cpt code',
          description: 'description|name',
          modifiers: 'modifiers?|mods?',
          pointers: 'pointers?|icd pointers?|dx pointers?',
          units: 'units?|qty',
          chargeAmount: 'charges?|amount',
        },
        required: ['type', 'code', 'units'],
        kinds: { procedure: 'y|yes|true|chargeable|billable', diagnosis: 'icd' },
        pointers: { as: 'positions' },
        confidence: 0.8,
      },
      rest: 'generic',
    },
  ],
  noVisit:
    "No charges are in sight. Open the visit's billing: the Problem List is not the claim's diagnoses.",
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient hub, under Info.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: 'The insurance is in the patient hub, under Info.',
    },
  ],
};
