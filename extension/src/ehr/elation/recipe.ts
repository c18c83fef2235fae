/** Elation: only its hosts are known; the generic reader reads. */
import type { Recipe } from '@claimside/shared/recipe';

export const elation: Recipe = {
  id: 'elation',
  name: 'Elation',
  revision: 20261126,
  hosts: ['app.elationemr.com', 'sandbox.elationemr.com'],
  signs: { selectors: [] },
  documents: [],
  noVisit: 'No services are in sight. Open the visit note, then its billing.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's profile.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's profile.",
    },
  ],
};
