/** OSCAR: an Ontario billing page, whose fields have the names of others. What is known: README.md. */
import type { Recipe } from '@claimside/shared/recipe';

export const oscar: Recipe = {
  id: 'oscar',
  name: 'OSCAR',
  revision: 20261126,
  hosts: [],
  signs: { address: '/billing/CA/', selectors: ['[name=serviceDate0]', '[name=dxCode]'] },
  documents: [
    {
      id: 'billing',
      name: 'Billing',
      address: '/billing/CA/',
      fields: { 'visit.serviceDate': [{ css: 'textarea[name=billDate]', confidence: 0.92 }] },
      // The names lie: these are codes.
      lines: {
        rows: { css: '[name=serviceDate{n}]', from: 0, to: 4 },
        parts: { code: { css: '[name=serviceDate{n}]' }, units: { css: '[name=serviceUnit{n}]' } },
      },
      diagnoses: { rows: { css: '[name=dxCode]' }, parts: { code: {} } },
      rest: 'generic',
    },
  ],
  noVisit: 'No services with US codes are in sight. Codes of a Canadian plan are no claim here.',
  elsewhere: [],
};
