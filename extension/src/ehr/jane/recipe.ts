/** Jane: a clinic has its own subdomain; the codes are in the appointment's side pane. What is assumed: README.md. */
import type { Recipe } from '@claimside/shared/recipe';

export const jane: Recipe = {
  id: 'jane',
  name: 'Jane',
  revision: 20261126,
  hosts: ['*.janeapp.com', '*.janeapp.ca', '*.janeapp.co.uk', '*.janeapp.com.au'],
  signs: { selectors: [] },
  documents: [],
  noVisit: 'No codes are in sight. Open the appointment and, in its side pane, Insurance Info.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The patient's name, birth date, sex and address are in the patient's profile.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the patient's profile, under Billing.",
    },
  ],
};
