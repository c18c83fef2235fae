/** zHealth: only its host is known; the generic reader reads. */
import type { Recipe } from '@claimside/shared/recipe';

export const zHealth: Recipe = {
  id: 'zhealth',
  name: 'zHealth',
  revision: 20261126,
  hosts: ['www.zhealthehr.com'],
  signs: { selectors: [] },
  documents: [],
  noVisit: 'No services are in sight. Open the visit, then its billing codes.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's profile.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's profile, under Insurance.",
    },
  ],
};
