/** Special programs (CLM12), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const SPECIAL_PROGRAM = codeSet({
  name: 'special-program',
  title: 'Special program',
  asOf: '2026-11-22',
  source: '837P CLM12; words are ours',
  codes: {
    '02': 'Program for children with disabilities',
    '03': 'Federal program of its own kind',
    '05': 'Disability program',
    '09': 'Second opinion or surgery',
  },
});
