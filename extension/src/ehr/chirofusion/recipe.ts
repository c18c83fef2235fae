/** ChiroFusion: only its host is known; the generic reader reads. */
import type { Recipe } from '@claimside/shared/recipe';

export const chiroFusion: Recipe = {
  id: 'chirofusion',
  name: 'ChiroFusion',
  revision: 20261126,
  hosts: ['www.chirofusionlive.com'],
  signs: { selectors: [] },
  documents: [],
  noVisit: "No services are in sight. Open the visit's charges.",
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's demographics.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's demographics, under Insurance.",
    },
  ],
};
