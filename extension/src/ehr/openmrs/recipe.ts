/** OpenMRS 3: its invoice has names of items and no codes. What is known: README.md. */
import type { Recipe } from '@claimside/shared/recipe';

export const openMrs: Recipe = {
  id: 'openmrs',
  name: 'OpenMRS',
  revision: 20261126,
  hosts: [],
  signs: { address: '^/openmrs/spa/', selectors: [] },
  documents: [
    {
      id: 'invoice',
      name: 'Invoice',
      address: '/spa/',
      selectors: ['table[aria-label="Invoice line items"]'],
      codesElsewhere: {
        css: 'table[aria-label="Invoice line items"]',
        message: 'This invoice names its items without procedure codes. Enter the codes here.',
      },
      rest: 'generic',
    },
    { id: 'page', name: 'Page', address: '/spa/', rest: 'generic' },
  ],
  noVisit: "No visit with codes is in sight: OpenMRS's billing has none.",
  elsewhere: [],
};
