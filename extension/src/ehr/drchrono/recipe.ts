/** DrChrono: hosts and the address of an appointment are known; the generic reader reads. */
import type { Recipe } from '@claimside/shared/recipe';

export const drChrono: Recipe = {
  id: 'drchrono',
  name: 'DrChrono',
  revision: 20261126,
  hosts: ['*.drchrono.com'],
  signs: { selectors: [] },
  documents: [],
  noVisit: 'No services are in sight. Open the appointment, then Billing.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message:
        "The patient's name, birth date, sex and address are in the patient's chart, under Demographics.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's chart, under Insurances.",
    },
  ],
};
