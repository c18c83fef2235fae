/** Cases of families/contacts.ts. */
import { type EditCase, editCase } from './case.ts';
import { referring } from './pieces.ts';

export const contactsCases: readonly EditCase[] = [
  editCase(
    'contact-number',
    'error',
    'billingProvider.contactPhone',
    { 'billingProvider.contactPhone': undefined },
    { 'billingProvider.contactPhone': undefined, 'billingProvider.contactFax': '2175550108' },
  ),
  editCase(
    'contact-number',
    'error',
    'patient.contactPhone',
    { 'patient.contactName': 'Anna Tester' },
    { 'patient.contactName': 'Anna Tester', 'patient.contactPhone': '2175550177' },
  ),
  editCase(
    'contact-number',
    'error',
    'serviceLines.0.orderingProvider.contact.phone',
    { 'serviceLines.0.orderingProvider': { ...referring, contact: { fax: '2175550108', extension: '7' } } },
    { 'serviceLines.0.orderingProvider': { ...referring, contact: { fax: '2175550108' } } },
  ),
];
