/** athenaOne: framesets in framesets; the generic reader reads every frame on screen. */
import type { Recipe } from '@claimside/shared/recipe';

export const athenaOne: Recipe = {
  id: 'athenaone',
  name: 'athenaOne',
  revision: 20261126,
  hosts: ['athenanet.athenahealth.com', '*.athenahealth.com'],
  signs: { selectors: [] },
  documents: [],
  noVisit: "No services are in sight. Open the visit's charge entry.",
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's registration.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's registration, under Insurances.",
    },
  ],
};
