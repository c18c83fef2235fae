/** SBR02 / PAT01: what the patient is to the subscriber, in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const RELATIONSHIP = codeSet({
  name: 'relationship',
  title: 'What the patient is to the subscriber',
  asOf: '2026-11-22',
  source: '837P SBR02 and PAT01; words are ours',
  codes: {
    '18': 'Self',
    '01': 'Spouse',
    '19': 'Child',
    '20': 'Employee',
    '21': 'Unknown',
    '39': 'Organ donor',
    '40': 'Cadaver donor',
    '53': 'Life partner',
    G8: 'Other',
  },
});

export const RELATIONSHIPS = RELATIONSHIP.codes;
