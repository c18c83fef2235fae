/** What stands between a visit and its claim, in the words of the bill bar. */
import { asksForLook, blocks, type VisitNotice } from './notices.ts';

export interface WhatIsLeft {
  /** Why it can't be billed yet; undefined when nothing is in the way. */
  readonly reason: string | undefined;
  /** What doesn't keep it from being billed; undefined when there is none. */
  readonly known: string | undefined;
}

export function whatIsLeft(notices: readonly VisitNotice[]): WhatIsLeft {
  const toFix = notices.filter(blocks).length;
  const looks = notices.filter(asksForLook);
  const toLookAt = looks.reduce((sum, { values = 1 }) => sum + values, 0);
  const toKnow = notices.length - toFix - looks.length;
  const values = toLookAt === 1 ? '1 value' : `${toLookAt} values`;
  const reasons = [
    toFix > 0 && `${toFix === 1 ? '1 thing' : `${toFix} things`} to fix before this visit can be billed`,
    toLookAt > 0 && (toFix > 0 ? `${values} to look at` : `Look at ${values} before billing`),
  ].filter(Boolean);
  return {
    reason: reasons.length > 0 ? reasons.join(' · ') : undefined,
    known: toKnow > 0 ? `${toKnow} to know` : undefined,
  };
}
