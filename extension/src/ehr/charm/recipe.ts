/** CharmHealth: pods and `.do` pages are known; the generic reader reads. */
import type { Recipe } from '@claimside/shared/recipe';

export const charm: Recipe = {
  id: 'charm',
  name: 'CharmHealth',
  revision: 20261126,
  hosts: ['*.charmtracker.com'],
  signs: { address: '^/ehr/', selectors: [] },
  documents: [],
  noVisit: 'No services are in sight. Open the encounter, then its billing.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's details.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's details.",
    },
  ],
};
