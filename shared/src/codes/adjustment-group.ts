/** Adjustment groups (CAS01), in our own words (as of November 2026): who bears what was not paid. */
import { codeSet } from './code-set.ts';

export const ADJUSTMENT_GROUP = codeSet({
  name: 'adjustment-group',
  title: 'Adjustment group',
  asOf: '2026-11-22',
  source: '837P and 835 CAS01; words are ours',
  codes: {
    CO: 'By contract or rule: the provider bears it',
    CR: 'Correction of an earlier decision',
    OA: 'Other',
    PI: "Payer's own reduction, without a contract",
    PR: 'The patient bears it',
  },
});
