/** Nature of a spinal condition (CR208), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const PATIENT_CONDITION = codeSet({
  name: 'patient-condition',
  title: 'Nature of the condition',
  asOf: '2026-11-22',
  source: '837P CR208; words are ours',
  codes: {
    A: 'Acute',
    C: 'Chronic',
    D: 'Not acute',
    E: 'Not life-threatening',
    F: 'Routine',
    G: 'With symptoms',
    M: 'Chronic, now acute',
  },
});
