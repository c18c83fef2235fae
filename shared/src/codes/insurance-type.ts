/** Why Medicare pays second (SBR05), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const INSURANCE_TYPE = codeSet({
  name: 'insurance-type',
  title: 'Why Medicare is not primary',
  asOf: '2026-11-22',
  source: '837P SBR05; words are ours',
  codes: {
    12: 'Works (or spouse works), aged 65 or over, employer plan',
    13: 'Kidney failure, employer plan in its first months',
    14: 'No-fault or car insurance',
    15: 'Workers compensation',
    16: 'Public Health Service or other federal agency',
    41: 'Black lung',
    42: 'Veterans affairs',
    43: 'Disabled under 65, large employer plan',
    47: 'Other liability insurance',
  },
});
