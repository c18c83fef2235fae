/** SimplePractice: the service stands with the appointment, the whole of it on the insurance claim. What is assumed: README.md. */
import type { Recipe } from '@claimside/shared/recipe';

export const simplePractice: Recipe = {
  id: 'simplepractice',
  name: 'SimplePractice',
  revision: 20261126,
  hosts: ['secure.simplepractice.com'],
  signs: { selectors: [] },
  documents: [
    {
      id: 'appointment',
      name: 'Appointment',
      address: '^/(?:calendar/)?appointments',
      lines: {
        rows: { label: '(?:service|service code|billing code|cpt(?: code)?)' },
        parts: {
          code: {},
          units: { label: 'units?' },
          modifiers: { label: 'modifiers?' },
          chargeAmount: { label: 'fee|total' },
        },
        confidence: 0.8,
        unitsNotShown: true,
      },
      rest: 'generic',
    },
    { id: 'page', name: 'Page', address: '^/', rest: 'generic' },
  ],
  noVisit: "No service is in sight. Open the appointment, or the client's insurance claim for it.",
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The client's name, birth date, sex and address are under Edit of the client.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: 'The insurance is under Edit of the client, Billing and Insurance.',
    },
  ],
};
