/** Provinces and territories of Canada with their postal codes (Canada Post, as of November 2026). */
import { codeSet } from './code-set.ts';

export const PROVINCE = codeSet({
  name: 'province',
  title: 'Canadian provinces and territories',
  asOf: '2026-11-22',
  source: 'Canada Post two-letter codes; 837P N402',
  codes: {
    AB: 'Alberta',
    BC: 'British Columbia',
    MB: 'Manitoba',
    NB: 'New Brunswick',
    NL: 'Newfoundland and Labrador',
    NS: 'Nova Scotia',
    NT: 'Northwest Territories',
    NU: 'Nunavut',
    ON: 'Ontario',
    PE: 'Prince Edward Island',
    QC: 'Quebec',
    SK: 'Saskatchewan',
    YT: 'Yukon',
  },
});
