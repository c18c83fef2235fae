/** Cases of families/characters.ts. */
import { type EditCase, editCase } from './case.ts';

export const charactersCases: readonly EditCase[] = [
  editCase(
    'email-characters',
    'error',
    'billingProvider.contactEmail',
    { 'billingProvider.contactEmail': 'office@example.com' },
    { 'billingProvider.contactFax': '2175550109' },
  ),
  editCase(
    'text-characters',
    'warning',
    'note.text',
    { note: { kind: 'ADD', text: 'LOSS OF 5 % OF WEIGHT' } },
    { note: { kind: 'ADD', text: 'LOSS OF 5 PERCENT OF WEIGHT' } },
  ),
];
