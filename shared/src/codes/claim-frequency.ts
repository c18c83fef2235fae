/** Claim frequency (CLM05-3), in our own words (as of November 2026): only what a professional claim may say. */
import { codeSet } from './code-set.ts';

export const CLAIM_FREQUENCY = codeSet({
  name: 'claim-frequency',
  title: 'What kind of submission',
  asOf: '2026-11-22',
  source: '837P CLM05-3; words are ours',
  codes: {
    1: 'Original',
    7: 'Replaces an earlier claim',
    8: 'Takes an earlier claim back',
  },
});
