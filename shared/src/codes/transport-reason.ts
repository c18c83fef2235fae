/** Reasons for an ambulance transport (CR104), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const TRANSPORT_REASON = codeSet({
  name: 'transport-reason',
  title: 'Why the patient was transported',
  asOf: '2026-11-22',
  source: '837P CR104; words are ours',
  codes: {
    A: 'To the nearest facility for the care needed',
    B: "For the preferred physician's benefit",
    C: 'To be near family',
    D: 'To a specialist or special equipment',
    E: 'To a rehabilitation facility',
  },
});
