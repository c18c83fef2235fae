/** Contract types (CN101), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const CONTRACT_TYPE = codeSet({
  name: 'contract-type',
  title: 'Kind of contract',
  asOf: '2026-11-22',
  source: '837P CN101; words are ours',
  codes: {
    '01': 'By diagnosis group',
    '02': 'By day',
    '03': 'By day, varying',
    '04': 'Flat',
    '05': 'Capitated',
    '06': 'Percentage',
    '09': 'Other',
  },
});
