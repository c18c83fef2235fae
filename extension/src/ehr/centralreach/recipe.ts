/** CentralReach: one service is one timesheet; lists are of many. What is assumed: README.md. */
import type { Recipe } from '@claimside/shared/recipe';

export const centralReach: Recipe = {
  id: 'centralreach',
  name: 'CentralReach',
  revision: 20261126,
  hosts: ['members.centralreach.com'],
  signs: { selectors: [] },
  documents: [
    {
      id: 'timesheet',
      name: 'Timesheet',
      address: '#billingmanager/timesheeteditor',
      lines: {
        rows: { label: '(?:service|procedure|billing|cpt) code|code' },
        parts: { code: {}, units: { label: 'units?' }, modifiers: { label: 'modifiers?' } },
        confidence: 0.8,
      },
      rest: 'generic',
    },
    // A list of many entries, perhaps of many clients, is no visit.
    { id: 'billing', name: 'Billing', address: '#billingmanager/' },
    { id: 'page', name: 'Page', address: '', rest: 'generic' },
  ],
  noVisit: 'No service is in sight. Open the timesheet of the session: its list shows many at once.',
  elsewhere: [
    {
      fields: ['patient.lastName', 'patient.birthDate', 'patient.sex', 'patient.address.line1'],
      message: "The client's name, birth date, sex and address are in the client's contact details.",
    },
    {
      fields: ['coverage.payerName', 'coverage.memberId'],
      message: "The insurance is in the client's contact details, under Payors.",
    },
  ],
};
