/** Delay reasons (CLM20), in our own words (as of November 2026): why a claim is late. */
import { codeSet } from './code-set.ts';

export const DELAY_REASON = codeSet({
  name: 'delay-reason',
  title: 'Why the claim is late',
  asOf: '2026-11-22',
  source: '837P CLM20; words are ours',
  codes: {
    1: "Patient's eligibility was not known",
    2: 'Lawsuit',
    3: 'Authorization came late',
    4: 'Provider was still being certified',
    5: 'Billing forms came late',
    6: 'Custom-made appliance came late',
    7: 'Other insurance answered late',
    8: 'Eligibility was decided late',
    9: 'Original claim rejected for another reason',
    10: 'Delay in getting prior approval',
    11: 'Other',
    15: 'Natural disaster',
  },
});
