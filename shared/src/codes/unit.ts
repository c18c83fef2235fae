/** Units of services and drugs, in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const SERVICE_UNIT = codeSet({
  name: 'service-unit',
  title: 'Unit of a service',
  asOf: '2026-11-22',
  source: '837P SV103; words are ours',
  codes: {
    UN: 'Units',
    MJ: 'Minutes',
  },
});

export const DRUG_UNIT = codeSet({
  name: 'drug-unit',
  title: 'Unit of a drug',
  asOf: '2026-11-22',
  source: '837P CTP05-1; words are ours',
  codes: {
    UN: 'Units',
    ML: 'Milliliters',
    GR: 'Grams',
    F2: 'International units',
    ME: 'Milligrams',
  },
});
