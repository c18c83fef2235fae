/** Related causes (CLM11-1 to -3), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const RELATED_CAUSE = codeSet({
  name: 'related-cause',
  title: 'What the condition is related to',
  asOf: '2026-11-22',
  source: '837P CLM11-1; words are ours',
  codes: {
    AA: 'Car accident',
    EM: 'Work',
    OA: 'Other accident',
  },
});
