/** OptiMantra: only its host and root are known; the generic reader reads. */
import type { Recipe } from '@claimside/shared/recipe';

export const optiMantra: Recipe = {
  id: 'optimantra',
  name: 'OptiMantra',
  revision: 20261126,
  hosts: ['www.optimantra.com'],
  signs: { address: '^/optimus/', selectors: [] },
  documents: [],
  noVisit: "No services are in sight. Open the visit's superbill.",
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's record.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's record.",
    },
  ],
};
