/** What may happen to a byte on its way. */
import type { Phase } from './phases.ts';

export const FAULTS = [
  'latency',
  'slow',
  'cut',
  'reset',
  'half-close',
  'silence',
  'truncate',
  'garbage',
] as const;
export type Fault = (typeof FAULTS)[number];

/** All arrives as it was sent, and all is done in the same session. */
export function isHarmless(fault: Fault, phase: Phase): boolean {
  // ssh2 1.17 does not read a banner that comes in pieces; the next session is a new try.
  return fault === 'latency' || (fault === 'slow' && phase !== 'banner');
}
